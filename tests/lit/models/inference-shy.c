// RUN: %verify %s
//
// Where names and types leave a second reading, nothing is inferred.
// expected-no-diagnostics
void *malloc(unsigned long);
void free(void *);
typedef struct Node Node;
typedef struct Config Config;

// Two release functions may mean two things.
Node *node_create(Node *parent);
void node_destroy(Node *);
void node_free(Node *);
// What is looked up is not made.
Config *config_get_new(void);
void config_get_free(Config *);
Config *config_find(const char *);
void config_free(Config *);
// A result that may not be written to is not the caller's.
const char *create_name(void);
void free_name(const char *);
// Another name: nothing but the type agrees.
char *new_text_with(int n);
void free_text(char *);
// Any integer may be a handle, so none is.
int raw_open(const char *);
int raw_close(int);
// An argument that comes back.
Node *list_init(Node *storage);
void list_free(Node *);
// A parent may keep what is made for it.
typedef struct Tree Tree;
Tree *tree_new(Tree *parent);
void tree_free(Tree *);
// To destroy is less than to release where references are counted.
typedef struct Source Source;
Source *source_new(void);
void source_destroy(Source *);
void source_unref(Source *);
// Bodies are read, not guessed at.
static inline Config *cfg_new(void) { return malloc(8); }
void cfg_free(Config *);
Config *opt_new(void);
static void opt_free(Config *c) { free(c); }

void quiet(Node *parent, Node *storage, Tree *tree) {
  node_create(parent);
  config_get_new();
  config_find("c");
  create_name();
  free(new_text_with(1));
  raw_open("x");
  list_init(storage);
  tree_new(tree);
  Source *s = source_new();
  source_destroy(s);
  source_unref(s);
  free(cfg_new());
  opt_free(opt_new());
}
