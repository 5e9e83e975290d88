// RUN: %verify %s
// expected-no-diagnostics
//
// The function that releases an object takes it off its list.


/* The releaser, whose body is elsewhere, takes the object out of its owner's
   list through a back pointer; the next load gives another object. */
typedef struct channel channel;
struct list { channel *data; struct list *next; };
struct irc { struct list *channels; };
channel *channel_new(struct irc *);
void channel_free(channel *);     /* c->irc->channels = remove(c->irc->channels, c) */
void irc_free(struct irc *irc) {
  while (irc->channels)
    channel_free(irc->channels->data);
}
