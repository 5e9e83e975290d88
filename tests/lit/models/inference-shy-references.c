// RUN: %verify %s
//
// Where references are counted, or float, or the type is a GObject, names
// mislead.
// expected-no-diagnostics
void free(void *);
void g_object_unref(void *);

// GObjects are released by g_object_unref, and widgets float.
typedef struct _Window Window;
typedef struct _WindowClass WindowClass;
Window *window_new(void);
void window_destroy(Window *);
void window_free(Window *);
// The library's own macro says so too: the alias is no family of its own.
typedef struct _Cursor Cursor;
Cursor *cursor_new(void);
Cursor *cursor_ref(Cursor *);
void cursor_unref(Cursor *);
static inline void glib_autoptr_clear_Cursor(Cursor *_ptr) {
  if (_ptr)
    (g_object_unref)((Cursor *)_ptr);
}
// A new value floats: nobody must release it until it is sunk.
typedef struct Value Value;
Value *value_new(void);
Value *value_ref(Value *);
Value *value_ref_sink(Value *);
void value_unref(Value *);
// To delete a thing is not to release what stands for it.
typedef struct App App;
App *app_create(void);
int app_delete(App *);
// x_unref without x_ref may be anything.
typedef struct Pool Pool;
Pool *pool_new(void);
void pool_unref(Pool *);
// What goes on from an element may give that back.
typedef struct Engine Engine;
Engine *engine_new(void);
Engine *engine_get_next(Engine *);
void engine_free(Engine *);

void quiet(void) {
  g_object_unref(window_new());
  g_object_unref(cursor_new());
  value_new();
  free(app_create());
  free(pool_new());
  Engine *e = engine_new();
  if (!e)
    return;
  while ((e = engine_get_next(e)))
    ;
}
