// RUN: %verify %s
//
// The declarations of CoreFoundation's headers, as far as they matter here.
typedef const void *CFTypeRef;
typedef const struct __CFAllocator *CFAllocatorRef;
typedef const struct __CFString *CFStringRef;
typedef struct __CFArray *CFMutableArrayRef;
typedef long CFIndex;
typedef unsigned CFStringEncoding;
CFStringRef CFStringCreateWithCString(CFAllocatorRef, const char *, CFStringEncoding);
CFIndex CFStringGetLength(CFStringRef);
CFMutableArrayRef CFArrayCreateMutable(CFAllocatorRef, CFIndex, const void *);
void CFArrayAppendValue(CFMutableArrayRef, const void *);
void CFRelease(CFTypeRef);
void free(void *);

CFIndex length(const char *s) {
  CFStringRef c = CFStringCreateWithCString(0, s, 0);
  if (!c)
    return 0;
  return CFStringGetLength(c); // expected-warning {{a Core Foundation object from 'CFStringCreateWithCString' is lost without being released; release it with 'CFRelease' [custody.ffi-03]}}
}
CFIndex lengthGood(const char *s) {
  CFStringRef c = CFStringCreateWithCString(0, s, 0);
  if (!c)
    return 0;
  CFIndex n = CFStringGetLength(c);
  CFRelease(c);
  return n;
}
void wrong(const char *s) {
  free((void *)CFStringCreateWithCString(0, s, 0)); // expected-warning {{'free' releases a Core Foundation object from 'CFStringCreateWithCString'; release it with 'CFRelease' [custody.mem-03]}}
}
void kept(CFMutableArrayRef a, const char *s) {
  CFStringRef c = CFStringCreateWithCString(0, s, 0);
  if (c) {
    CFArrayAppendValue(a, c);
    CFRelease(c);
  }
}
