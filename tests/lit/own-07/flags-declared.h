// What attributes and names in a header promise.
char *make_greeting(void) __attribute__((ownership_returns(greeting)));

char *make_farewell(void) __attribute__((ownership_returns(farewell)));
void drop_farewell(char *s) __attribute__((ownership_takes(farewell, 1)));

typedef struct Engine Engine;
Engine *engine_create(int cylinders);

typedef struct Pump Pump;
Pump *pump_create(int size);
void pump_destroy(Pump *p);
