// RUN: %verify -I/usr/include/SDL2 %s
// REQUIRES: sdl2
#include <SDL.h>
#include <SDL_image.h>
#include <SDL_mixer.h>
SDL_Texture *load(SDL_Renderer *r) {
  SDL_Surface *s = SDL_LoadBMP("x.bmp");
  if (!s)
    return 0;
  return SDL_CreateTextureFromSurface(r, s); // expected-warning {{a surface from 'SDL_LoadBMP_RW' is lost without being released; release it with 'SDL_FreeSurface' [custody.ffi-03]}}
}
SDL_Texture *loadGood(SDL_Renderer *r) {
  SDL_Surface *s = SDL_LoadBMP("x.bmp");
  if (!s)
    return 0;
  SDL_Texture *t = SDL_CreateTextureFromSurface(r, s);
  SDL_FreeSurface(s);
  return t;
}
void base(void) {
  char *p = SDL_GetBasePath();
  SDL_FreeSurface((SDL_Surface *)p); // expected-warning {{'SDL_FreeSurface' releases memory from 'SDL_GetBasePath'; release it with 'SDL_free' [custody.mem-03]}}
}
void baseGood(void) { SDL_free(SDL_GetBasePath()); }
void error(void) { SDL_free((void *)SDL_GetError()); } // expected-warning {{'free' releases a string that 'SDL_GetError' only lends; copy it to have your own [custody.mem-02]}}
void twice(void) {
  SDL_RWops *o = SDL_RWFromFile("x", "rb");
  if (!o)
    return;
  SDL_RWclose(o);
  SDL_RWclose(o); // expected-warning {{'SDL_RWclose' releases a data stream from 'SDL_RWFromFile' that 'SDL_RWclose' has already released; release it once [custody.own-01]}}
}
SDL_Surface *closed(void) { return IMG_Load_RW(SDL_RWFromFile("x", "rb"), 1); }
SDL_Surface *closedTwice(void) {
  SDL_RWops *o = SDL_RWFromFile("x", "rb");
  if (!o)
    return 0;
  SDL_Surface *s = IMG_Load_RW(o, 1);
  SDL_RWclose(o); // expected-warning {{'SDL_RWclose' releases a data stream from 'SDL_RWFromFile' that 'IMG_Load_RW' has already released; release it once [custody.own-01]}}
  return s;
}
SDL_Surface *left(void) {
  SDL_RWops *o = SDL_RWFromFile("x", "rb");
  return o ? IMG_Load_RW(o, 0) : 0; // expected-warning {{a data stream from 'SDL_RWFromFile' is lost without being released; release it with 'SDL_RWclose' [custody.ffi-03]}}
}
SDL_Surface *leftGood(int close) {
  SDL_RWops *o = SDL_RWFromFile("x", "rb");
  SDL_Surface *s = IMG_Load_RW(o, 0);
  SDL_RWclose(o);
  return s ? s : IMG_Load_RW(SDL_RWFromFile("y", "rb"), close);
}
Mix_Music *music(void) { return Mix_LoadMUS_RW(SDL_RWFromFile("x", "rb"), 1); }
