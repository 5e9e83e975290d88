// RUN: %verify %s
//
// The declarations of hyper's header, as far as they matter here.
typedef struct hyper_request hyper_request;
typedef struct hyper_task hyper_task;
typedef struct hyper_clientconn hyper_clientconn;
typedef struct hyper_executor hyper_executor;
typedef enum { HYPERE_OK } hyper_code;
hyper_request *hyper_request_new(void);
void hyper_request_free(hyper_request *);
hyper_code hyper_request_set_method(hyper_request *, const unsigned char *, unsigned long);
hyper_task *hyper_clientconn_send(hyper_clientconn *, hyper_request *);
hyper_code hyper_executor_push(const hyper_executor *, hyper_task *);
void free(void *);

int sent(hyper_clientconn *c, const hyper_executor *e) {
  hyper_request *r = hyper_request_new();
  if (hyper_request_set_method(r, (const unsigned char *)"GET", 3))
    return -1; // expected-warning {{a request from 'hyper_request_new' is lost without being released; release it with 'hyper_request_free' [custody.ffi-03]}}
  return hyper_executor_push(e, hyper_clientconn_send(c, r));
}
void twice(hyper_clientconn *c, const hyper_executor *e) {
  hyper_request *r = hyper_request_new();
  hyper_task *t = hyper_clientconn_send(c, r);
  hyper_request_free(r); // expected-warning {{'hyper_request_free' releases a request from 'hyper_request_new' that 'hyper_clientconn_send' already owns; leave the release to its owner [custody.ffi-07]}}
  hyper_executor_push(e, t);
}
void wrong(void) {
  free(hyper_request_new()); // expected-warning {{'free' releases a request from 'hyper_request_new'; release it with 'hyper_request_free' [custody.mem-03]}}
}
