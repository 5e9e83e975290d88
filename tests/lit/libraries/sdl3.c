// RUN: %verify %s
//
// What SDL 3 declares otherwise than SDL 2.
extern const char *SDL_GetBasePath(void);
extern char *SDL_GetPrefPath(const char *org, const char *app);
extern void SDL_free(void *mem);

int kept(void) { return SDL_GetBasePath()[0]; }
void lost(void) {
  SDL_GetPrefPath("a", "b");
} // expected-warning {{memory from 'SDL_GetPrefPath' is lost without being released; release it with 'SDL_free' [custody.ffi-03]}}
