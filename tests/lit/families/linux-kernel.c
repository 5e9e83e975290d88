// RUN: %verify %s
//
// The declarations of the kernel's headers, as far as they matter here.
typedef unsigned gfp_t;
typedef unsigned long size_t;
void *kmalloc(size_t size, gfp_t flags);
void *kzalloc(size_t size, gfp_t flags);
void *krealloc(const void *p, size_t size, gfp_t flags);
char *kstrdup(const char *s, gfp_t flags);
const char *kstrdup_const(const char *s, gfp_t flags);
void kfree(const void *p);
void kfree_const(const void *p);
void *vmalloc(unsigned long size);
void vfree(const void *p);
void *kvmalloc(size_t size, gfp_t flags);
void kvfree(const void *p);
struct kmem_cache;
void *kmem_cache_alloc(struct kmem_cache *cache, gfp_t flags);
void kmem_cache_free(struct kmem_cache *cache, void *p);
struct device;
void *devm_kzalloc(struct device *device, size_t size, gfp_t flags);

int lost(int fails) {
  char *p = kzalloc(16, 0);
  if (!p)
    return -12;
  if (fails)
    return -22; // expected-warning {{memory from 'kzalloc' is lost without being released; release it with 'kfree' [custody.ffi-03]}}
  kfree(p);
  return 0;
}
int lostGood(int fails) {
  char *p = kzalloc(16, 0);
  if (!p)
    return -12;
  kfree(p);
  return fails ? -22 : 0;
}

void pages(void) {
  void *p = vmalloc(1 << 20);
  kfree(p); // expected-warning {{'kfree' releases memory from 'vmalloc'; release it with 'vfree' [custody.mem-03]}}
}
void either(void) {
  void *p = kvmalloc(1 << 20, 0);
  vfree(p); // expected-warning {{'vfree' releases memory from 'kvmalloc'; release it with 'kvfree' [custody.mem-03]}}
}
void eitherGood(void) {
  kvfree(kvmalloc(16, 0));
  kvfree(kmalloc(16, 0));
  kvfree(vmalloc(16));
}

void literal(void) {
  kfree(kstrdup_const("x", 0)); // expected-warning {{'kfree' releases a string from 'kstrdup_const'; release it with 'kfree_const' [custody.mem-03]}}
}
void literalGood(void) {
  kfree_const(kstrdup_const("x", 0));
}

void slab(struct kmem_cache *cache) {
  void *p = kmem_cache_alloc(cache, 0);
  if (!p)
    return;
  kfree(p); // expected-warning {{'kfree' releases an object from 'kmem_cache_alloc'; release it with 'kmem_cache_free' [custody.mem-03]}}
}
void slabGood(struct kmem_cache *cache) {
  void *p = kmem_cache_alloc(cache, 0);
  if (p)
    kmem_cache_free(cache, p);
}

// What belongs to a device goes with it, and not by kfree.
void managed(struct device *device) {
  char *p = devm_kzalloc(device, 16, 0);
  if (p)
    p[0] = 1;
}
void managedBad(struct device *device) {
  kfree(devm_kzalloc(device, 16, 0)); // expected-warning {{'kfree' releases memory from 'devm_kzalloc'; release it with 'devm_kfree' [custody.mem-03]}}
}
