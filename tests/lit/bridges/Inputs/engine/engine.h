/* Written by cbindgen from lib.rs. */

#ifndef ENGINE_H
#define ENGINE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#if defined(__has_include)
#if __has_include(<custody/annotations.h>)
#include <custody/annotations.h>
#endif
#endif
#ifndef CUSTODY_ANNOTATIONS_H
#define CUSTODY_RETURNS(family)
#define CUSTODY_BORROWS
#define CUSTODY_RELEASES(family)
#define CUSTODY_ADOPTS(family)
#define CUSTODY_OUT(family)
#endif

// What drives.
struct Engine;

// What an engine is made of.
struct Part;

// What turns under it.
struct Wheel;

// Bytes, passed by value.
struct Bytes {
  uint8_t *data;
  uintptr_t len;
  uintptr_t capacity;
};

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Starts an engine.
CUSTODY_RETURNS(engine) struct Engine *ignite(int32_t speed);

// Starts an engine, or says why not.
bool ignite_into(int32_t speed, struct Engine **out) CUSTODY_OUT(out as engine);

// The end of an engine and its parts.
void halt(struct Engine *engine) CUSTODY_RELEASES(engine);

// A part, which belongs to nobody yet.
CUSTODY_RETURNS(part) struct Part *forge(int32_t weight);

// The end of a part that no engine has.
void melt(struct Part *part) CUSTODY_RELEASES(part);

// The engine has the part from now on.
void fit(struct Engine *engine, struct Part *part) CUSTODY_ADOPTS(part as part);

// A text of one's own.
CUSTODY_RETURNS(engine text) char *describe(const struct Engine *engine);

// The end of such a text.
void forget(char *text) CUSTODY_RELEASES(engine text);

// A text that stays the engine's.
CUSTODY_BORROWS char *label(struct Engine *engine);

// Copies the text.
void relabel(struct Engine *engine, const char *text);

// How fast it turns. What has no family is looked at.
int32_t rpm(const struct Engine *engine);

// Everything that is known of it.
CUSTODY_RETURNS(bytes) struct Bytes record(const struct Engine *engine);

// The end of such bytes.
void erase(struct Bytes bytes) CUSTODY_RELEASES(bytes);

// A wheel. Comments say what macros say.
// custody: returns wheel
struct Wheel *turn(int32_t size);

// custody: releases wheel as wheel
int32_t stop(struct Wheel *wheel, bool slowly);

#ifdef __cplusplus
} // extern "C"
#endif // __cplusplus

#endif /* ENGINE_H */
