// RUN: %verify %s
// REQUIRES: rav1e
#include <rav1e/rav1e.h>

int encode(int w) {
  RaConfig *c = rav1e_config_default();
  if (rav1e_config_parse_int(c, "width", w) < 0)
    return -1; // expected-warning {{a configuration from 'rav1e_config_default' is lost without being released; release it with 'rav1e_config_unref' [custody.ffi-03]}}
  RaContext *ctx = rav1e_context_new(c);
  rav1e_config_unref(c);
  if (!ctx)
    return -1;
  RaFrame *f = rav1e_frame_new(ctx);
  rav1e_send_frame(ctx, f);
  rav1e_frame_unref(f);
  RaPacket *p;
  if (rav1e_receive_packet(ctx, &p) == RA_ENCODER_STATUS_SUCCESS)
    rav1e_packet_unref(p);
  rav1e_context_unref(ctx);
  return 0;
}
