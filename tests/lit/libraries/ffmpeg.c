// RUN: %verify %s
// REQUIRES: ffmpeg
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <stdlib.h>
int open(const char *f) {
  AVFormatContext *c = 0;
  if (avformat_open_input(&c, f, 0, 0) < 0)
    return 1;
  if (avformat_find_stream_info(c, 0) < 0)
    return 2; // expected-warning {{a demuxer from 'avformat_open_input' is lost without being released; release it with 'avformat_close_input' [custody.ffi-03]}}
  avformat_close_input(&c);
  return 0;
}
void frame(AVCodecContext *c) {
  AVFrame *f = av_frame_alloc();
  if (!f)
    return;
  avcodec_receive_frame(c, f);
  av_frame_free(&f);
  av_frame_free(&f);
}
void frameWrong(void) {
  AVFrame *f = av_frame_alloc();
  av_free(f); // expected-warning {{'av_free' releases a frame from 'av_frame_alloc'; release it with 'av_frame_free' [custody.mem-03]}}
}
int packet(AVFormatContext *c) {
  AVPacket *p = av_packet_alloc();
  return av_read_frame(c, p); // expected-warning {{a packet from 'av_packet_alloc' is lost without being released; release it with 'av_packet_free' [custody.ffi-03]}}
}
void memory(void) {
  char *p = av_strdup("x");
  free(p); // expected-warning {{'free' releases memory from 'av_strdup'; release it with 'av_free' [custody.mem-03]}}
}
void memoryGood(void) {
  char *p = av_strdup("x");
  av_freep(&p);
  AVDictionary *d = 0;
  av_dict_set(&d, "k", av_strdup("v"), AV_DICT_DONT_STRDUP_VAL);
  av_dict_free(&d);
}
void valueLost(AVDictionary **d) {
  av_dict_set(d, "k", av_strdup("v"), 0); // expected-warning@+1 {{memory from 'av_strdup' is lost without being released; release it with 'av_free' [custody.ffi-03]}}
}
void valueFreed(AVDictionary **d) {
  char *v = av_strdup("v");
  av_dict_set(d, "k", v, AV_DICT_DONT_STRDUP_VAL | AV_DICT_APPEND);
  av_free(v); // expected-warning {{'av_free' releases memory from 'av_strdup' that 'av_dict_set' already owns; leave the release to its owner [custody.ffi-07]}}
}
void valueGood(AVDictionary **d, int flags) {
  av_dict_set(d, "k", av_strdup("v"), flags);
  char *k = av_strdup("k");
  av_dict_set(d, k, "v", AV_DICT_APPEND);
  av_free(k);
}
