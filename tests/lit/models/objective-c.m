// RUN: %verify -fblocks %s
//
// Methods are known by class and selector.
typedef __typeof__(sizeof(int)) size_t;
typedef signed char BOOL;
typedef unsigned long NSUInteger;
typedef unsigned short unichar;
void *malloc(size_t);
void free(void *);

@interface NSObject
+ (id)alloc;
- (void)release;
@end
@interface NSData : NSObject
+ (id)dataWithBytesNoCopy:(void *)bytes length:(NSUInteger)length;
- (id)initWithBytes:(const void *)bytes length:(NSUInteger)length;
- (const void *)bytes;
@end
@interface NSData (Creation)
+ (id)dataWithBytesNoCopy:(void *)bytes length:(NSUInteger)length freeWhenDone:(BOOL)b;
- (id)initWithBytesNoCopy:(void *)bytes length:(NSUInteger)length freeWhenDone:(BOOL)b;
- (id)initWithBytesNoCopy:(void *)bytes length:(NSUInteger)length deallocator:(void (^)(void *, NSUInteger))d;
@end
@interface NSMutableData : NSData
@end
@interface NSString : NSObject
- (id)initWithCharactersNoCopy:(unichar *)c length:(NSUInteger)length freeWhenDone:(BOOL)b;
- (const char *)UTF8String;
@end
@interface Parcel : NSObject
- (id)initWithBytesNoCopy:(void *)bytes length:(NSUInteger)length freeWhenDone:(BOOL)b;
@end

void adopted(void) {
  [NSData dataWithBytesNoCopy:malloc(8) length:8];
  [NSMutableData dataWithBytesNoCopy:malloc(8) length:8];
  NSData *d = [[NSData alloc] initWithBytesNoCopy:malloc(8) length:8 freeWhenDone:1];
  [d release];
}
void adoptedAndFreed(void) {
  void *p = malloc(8);
  NSData *d = [NSData dataWithBytesNoCopy:p length:8 freeWhenDone:1];
  free(p); // expected-warning {{'free' releases memory from 'malloc' that '+[NSData dataWithBytesNoCopy:length:freeWhenDone:]' already owns; leave the release to its owner [custody.ffi-07]}}
}
void freedWhereItFailed(void) {
  void *p = malloc(8);
  NSData *d = [[NSData alloc] initWithBytesNoCopy:p length:8 freeWhenDone:1];
  if (!d)
    free(p);
}
void perhapsFreedWhereItFailed(void) {
  void *p = malloc(8);
  NSData *d = [[NSData alloc] initWithBytesNoCopy:p length:8 freeWhenDone:1];
  if (!d)
    return;
  [d release];
}
void notAdopted(void) {
  void *p = malloc(8);
  NSData *d = [NSData dataWithBytesNoCopy:p length:8 freeWhenDone:0]; // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
void perhaps(BOOL done) {
  void *p = malloc(8);
  NSData *d = [NSData dataWithBytesNoCopy:p length:8 freeWhenDone:done];
}
void byTheBlock(void) {
  NSData *d = [[NSData alloc] initWithBytesNoCopy:malloc(8) length:8 deallocator:^(void *p, NSUInteger n) { free(p); }];
}
void copied(void) {
  void *p = malloc(8);
  NSData *d = [[NSData alloc] initWithBytes:p length:8]; // expected-warning {{memory from 'malloc' is lost without being released; release it with 'free' [custody.ffi-03]}}
}
void inside(void) {
  unichar *p = malloc(8);
  if (p)
    [[NSString alloc] initWithCharactersNoCopy:p + 1 length:3 freeWhenDone:1]; // expected-warning {{'-[NSString initWithCharactersNoCopy:length:freeWhenDone:]' adopts a pointer 2 bytes into memory from 'malloc'; pass the pointer that 'malloc' gave [custody.own-03]}}
}
void freedBefore(void) {
  void *p = malloc(8);
  free(p);
  [NSData dataWithBytesNoCopy:p length:8]; // expected-warning {{'+[NSData dataWithBytesNoCopy:length:]' adopts memory from 'malloc' that 'free' has already released; let one owner release it [custody.ffi-07]}}
}
void lent(NSString *s) {
  free((void *)[s UTF8String]); // expected-warning {{'free' releases memory that '-[NSString UTF8String]' only lends; copy it to have your own [custody.mem-02]}}
}
// The bytes of a string literal that nobody writes to.
void lentOn(NSString *s) {
  [NSData dataWithBytesNoCopy:(void *)[s UTF8String] length:1 freeWhenDone:0];
}
// A class of the program's own, and a receiver that may be of any.
void others(id anything) {
  void *p = malloc(8), *q = malloc(8);
  [[Parcel alloc] initWithBytesNoCopy:p length:8 freeWhenDone:1];
  free(p);
  [anything initWithBytesNoCopy:q length:8 freeWhenDone:1];
  free(q);
}
