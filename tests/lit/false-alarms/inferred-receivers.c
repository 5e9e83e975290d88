// RUN: %verify %s
// expected-no-diagnostics
//
// A function of a handle's library may keep the handle.


/* menu_display is no method that merely uses its menu: it keeps it. */
struct menu;
struct menu *menu_create(const char *title);
void menu_free(struct menu *);
int menu_display(struct menu *, int flags);   /* stores it until the user chose */
int show(void) {
  struct menu *m = menu_create("t");
  if (!m)
    return -1;
  if (menu_display(m, 0) != 0) {
    menu_free(m);
    return -1;
  }
  return 0;
}
