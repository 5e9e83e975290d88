// RUN: %verify %s
//
// Headers as diplomat writes them: an opaque type with its TYPE_destroy.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct DiplomatStringView {
  const char *data;
  size_t len;
} DiplomatStringView;

typedef struct Locale Locale;
Locale *Locale_new(DiplomatStringView name);
Locale *Locale_from_bytes(const uint8_t *bytes, size_t len);
Locale *Locale_clone(const Locale *self);
size_t Locale_size(const Locale *self);
const Locale *Locale_fallback(const Locale *self);
void Locale_destroy(Locale *self);

typedef struct Calendar Calendar;
Calendar *icu4x_Calendar_create_mv1(int32_t kind);
Calendar *icu4x_Calendar_try_from_name_mv1(DiplomatStringView name);
Calendar *icu4x_Calendar_parent_mv1(const Calendar *self);
int32_t icu4x_Calendar_kind_mv1(const Calendar *self);
void icu4x_Calendar_destroy_mv1(Calendar *self);

void freed(DiplomatStringView name) {
  Locale *l = Locale_new(name);
  free(l); // expected-warning {{'free' releases a 'Locale' from 'Locale_new'; release it with 'Locale_destroy' [custody.mem-03]}}
}
void freed_too(const uint8_t *bytes, size_t len) {
  Locale *l = Locale_from_bytes(bytes, len);
  free(l); // expected-warning {{'free' releases a 'Locale' from 'Locale_from_bytes'; release it with 'Locale_destroy' [custody.mem-03]}}
}
void twice(DiplomatStringView name) {
  Locale *l = Locale_new(name);
  Locale_destroy(l);
  Locale_destroy(l); // expected-warning {{that 'Locale_destroy' has already released}}
}
size_t lost(DiplomatStringView name) {
  Locale *l = Locale_new(name);
  return Locale_size(l); // expected-warning {{a 'Locale' from 'Locale_new' is lost without being released; release it with 'Locale_destroy' [custody.ffi-03]}}
}
int32_t lost_by_name(DiplomatStringView name) {
  Calendar *c = icu4x_Calendar_try_from_name_mv1(name);
  if (!c)
    return -1;
  return icu4x_Calendar_kind_mv1(c); // expected-warning {{a 'Calendar' from 'icu4x_Calendar_try_from_name_mv1' is lost without being released; release it with 'icu4x_Calendar_destroy_mv1' [custody.ffi-03]}}
}
void of_another_type(DiplomatStringView name) {
  Calendar *c = icu4x_Calendar_try_from_name_mv1(name);
  Locale_destroy((Locale *)c); // expected-warning {{'Locale_destroy' releases a 'Calendar' from 'icu4x_Calendar_try_from_name_mv1'; release it with 'icu4x_Calendar_destroy_mv1' [custody.mem-03]}}
}

size_t right(DiplomatStringView name) {
  Locale *l = Locale_new(name);
  Locale *m = Locale_clone(l);
  size_t n = Locale_size(m) + Locale_size(Locale_fallback(l));
  Locale_destroy(m);
  Locale_destroy(l);
  Calendar *c = icu4x_Calendar_create_mv1(1);
  n += icu4x_Calendar_kind_mv1(c);
  // Not a name of something that is made: nobody says whose it is.
  n += icu4x_Calendar_kind_mv1(icu4x_Calendar_parent_mv1(c));
  icu4x_Calendar_destroy_mv1(c);
  return n;
}
