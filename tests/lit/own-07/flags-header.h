// Headers of three imaginary libraries.
#include <stddef.h>
#include <stdint.h>

typedef struct Engine Engine;
Engine *engine_new(void);
void engine_start(Engine *e);

typedef struct Pump Pump;
Pump *pump_new(void);
void pump_free(Pump *p);

const char *engine_name(const Engine *e);
Engine *engine_get_parent(Engine *e);
