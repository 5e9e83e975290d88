// RUN: %verify -I/usr/include/lua5.4 %s
// REQUIRES: lua
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>
#include <stdlib.h>
#include <string.h>

int run(const char *file) {
  lua_State *L = luaL_newstate();
  if (!L)
    return -1;
  luaL_openlibs(L);
  if (luaL_loadfilex(L, file, NULL))
    return -1; // expected-warning {{a Lua state from 'luaL_newstate' is lost without being released; release it with 'lua_close' [custody.ffi-03]}}
  lua_close(L);
  return 0;
}
int runGood(const char *file) {
  lua_State *L = luaL_newstate();
  if (!L)
    return -1;
  int rc = luaL_loadfilex(L, file, NULL) ? -1 : 0;
  lua_close(L);
  return rc;
}
void wrong(void) {
  lua_State *L = luaL_newstate();
  free(L); // expected-warning {{'free' releases a Lua state from 'luaL_newstate'; release it with 'lua_close' [custody.mem-03]}}
}
void twice(lua_State *L) {
  lua_close(L);
  lua_settop(L, 0); // expected-warning {{a Lua state is used after 'lua_close' released it; use it before, or not at all [custody.own-02]}}
}

// What the stack holds belongs to the state.
void text(lua_State *L) {
  const char *s = lua_tolstring(L, 1, NULL);
  free((void *)s); // expected-warning {{'free' releases a Lua string that 'lua_tolstring' only lends; copy it to have your own [custody.mem-02]}}
}
void userdata(lua_State *L) {
  int *p = lua_newuserdatauv(L, sizeof(int), 0);
  *p = 1;
  free(p); // expected-warning {{'free' releases a userdata that 'lua_newuserdatauv' only lends; copy it to have your own [custody.mem-02]}}
}
void copied(lua_State *L) {
  char *s = strdup("x");
  if (!s)
    return;
  lua_pushstring(L, s);
} // expected-warning {{memory from 'strdup' is lost without being released; release it with 'free' [custody.ffi-03]}}
void copiedGood(lua_State *L) {
  char *s = strdup("x");
  if (!s)
    return;
  lua_pushstring(L, s);
  free(s);
}
void light(lua_State *L) {
  lua_pushlightuserdata(L, malloc(4));
}
