// RUN: %verify -Xclang -verify-ignore-unexpected=note %s
//
// Counted references, and the releasers that GLib's macro names.
void *malloc(unsigned long);
void free(void *);

// x_unref beside x_ref gives back a reference, whatever x_destroy does.
typedef struct Message Message;
Message *message_new(void);
Message *message_ref(Message *m);
void message_unref(Message *m);
void message_destroy(Message *m);

// x_up_ref takes one that x_free gives back.
typedef struct Key Key;
Key *KEY_new(void);
int KEY_up_ref(Key *k);
void KEY_free(Key *k);

// G_DEFINE_AUTOPTR_CLEANUP_FUNC(Reply, drop_reply), as it expands.
typedef struct _Reply Reply;
Reply *reply_new_empty(void);
void drop_reply(Reply *r);
static inline void glib_autoptr_clear_Reply(Reply *_ptr) {
  if (_ptr)
    (drop_reply)((Reply *)_ptr);
}

void messageLost(void) {
  Message *m = message_new();
  message_ref(m);
  message_unref(m);
} // expected-warning {{a 'Message' from 'message_new' is lost without being released; release it with 'message_unref'}}
void messageFreed(void) {
  free(message_new()); // expected-warning {{'free' releases a 'Message' from 'message_new'; release it with 'message_unref'}}
}
void keyLost(void) {
  Key *k = KEY_new();
  KEY_up_ref(k);
  KEY_free(k);
} // expected-warning {{is lost without being released; release it with 'KEY_free'}}
void replyFreed(void) {
  free(reply_new_empty()); // expected-warning {{'free' releases a 'Reply' from 'reply_new_empty'; release it with 'drop_reply'}}
}

void right(void) {
  Message *m = message_new();
  Message *mine = message_ref(m);
  message_unref(m);
  message_unref(mine);
  Key *k = KEY_new();
  KEY_up_ref(k);
  KEY_free(k);
  KEY_free(k);
  Reply *r = reply_new_empty();
  if (r)
    drop_reply(r);
}
