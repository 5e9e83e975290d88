// RUN: %verify %s
// REQUIRES: alsa
#include <alsa/asoundlib.h>
int play(void) {
  snd_pcm_t *p;
  snd_pcm_hw_params_t *h;
  if (snd_pcm_open(&p, "default", SND_PCM_STREAM_PLAYBACK, 0) < 0)
    return 1;
  if (snd_pcm_hw_params_malloc(&h) < 0) {
    snd_pcm_close(p);
    return 2;
  }
  if (snd_pcm_hw_params_any(p, h) < 0) {
    snd_pcm_close(p); // expected-warning {{a hw params container from 'snd_pcm_hw_params_malloc' is lost without being released; release it with 'snd_pcm_hw_params_free' [custody.ffi-03]}}
    return 3;
  }
  snd_pcm_hw_params_free(h);
  snd_pcm_close(p);
  snd_pcm_drain(p); // expected-warning {{a PCM from 'snd_pcm_open' is used after 'snd_pcm_close' released it; use it before, or not at all [custody.own-02]}}
  return 0;
}
void name(int card) {
  char *n;
  if (snd_card_get_name(card, &n) == 0)
    free(n);
}
void wrong(snd_ctl_t *c) {
  snd_pcm_close((snd_pcm_t *)c);
}
void wrongInfo(void) {
  snd_pcm_info_t *i;
  if (snd_pcm_info_malloc(&i) == 0)
    free(i); // expected-warning {{'free' releases an info container from 'snd_pcm_info_malloc'; release it with 'snd_pcm_info_free' [custody.mem-03]}}
}
