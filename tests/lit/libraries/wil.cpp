// RUN: %verify -std=c++17 %s
//
// wil owns through headers, which custody reads: no model is needed. After the
// way its resource.h is built: a policy that knows how to close, storage that
// owns by the policy, and the class with the public interface over both.
typedef void *HANDLE; typedef struct HKEY__ *HKEY; typedef wchar_t *BSTR; typedef void* HLOCAL; typedef unsigned long DWORD; typedef int BOOL; typedef long LSTATUS; typedef long HRESULT;
#define INVALID_HANDLE_VALUE ((HANDLE)(long long)-1)
typedef unsigned long ULONG; typedef const wchar_t *LPCWSTR;
extern "C" {
HANDLE CreateFileW(LPCWSTR, DWORD, DWORD, void *, DWORD, DWORD, HANDLE);
BOOL CloseHandle(HANDLE);
HANDLE CreateEventW(void *, BOOL, BOOL, LPCWSTR);
LSTATUS RegOpenKeyExW(HKEY, LPCWSTR, DWORD, DWORD, HKEY *);
LSTATUS RegCloseKey(HKEY);
HLOCAL LocalAlloc(unsigned, unsigned long);
HLOCAL LocalFree(HLOCAL);
void *CoTaskMemAlloc(unsigned long);
void CoTaskMemFree(void *);
BSTR SysAllocString(LPCWSTR);
void SysFreeString(BSTR);
}
namespace wil {
namespace details {
template <typename Pointer, typename Fn, Fn Close, Pointer *Invalid = nullptr> struct resource_policy {
  typedef Pointer pointer;
  static pointer invalid_value() { return Pointer(); }
  static bool is_valid(pointer p) { return p != Pointer(); }
  static void close(pointer p) { Close(p); }
};
struct handle_policy_invalid {
  typedef HANDLE pointer;
  static HANDLE invalid_value() { return INVALID_HANDLE_VALUE; }
  static bool is_valid(HANDLE h) { return h != INVALID_HANDLE_VALUE && h != nullptr; }
  static void close(HANDLE h) { ::CloseHandle(h); }
};
template <typename Policy> class unique_storage {
protected:
  typedef Policy policy;
  typedef typename Policy::pointer pointer;
  typedef unique_storage<Policy> base_storage;
  unique_storage() : m_ptr(policy::invalid_value()) {}
  explicit unique_storage(pointer p) : m_ptr(p) {}
  unique_storage(unique_storage &&o) : m_ptr(static_cast<unique_storage &&>(o).m_ptr) { o.m_ptr = policy::invalid_value(); }
  ~unique_storage() { if (policy::is_valid(m_ptr)) policy::close(m_ptr); } // expected-warning {{'close' releases a handle from 'CreateEventW' that 'CloseHandle' has already released; release it once [custody.own-01]}}
  void replace(unique_storage &&o) { reset(o.m_ptr); o.m_ptr = policy::invalid_value(); }
public:
  bool is_valid() const { return policy::is_valid(m_ptr); }
  void reset(pointer p = policy::invalid_value()) { if (policy::is_valid(m_ptr)) policy::close(m_ptr); m_ptr = p; }
  pointer get() const { return m_ptr; }
  pointer release() { pointer p = m_ptr; m_ptr = policy::invalid_value(); return p; }
  pointer *addressof() { return &m_ptr; }
private:
  pointer m_ptr;
};
} // namespace details
template <typename S> class unique_any_t : public S {
public:
  typedef typename S::pointer pointer;
  unique_any_t() = default;
  explicit unique_any_t(pointer p) : S(p) {}
  unique_any_t(unique_any_t &&o) : S(static_cast<S &&>(o)) {}
  unique_any_t &operator=(unique_any_t &&o) { S::replace(static_cast<S &&>(o)); return *this; }
  explicit operator bool() const { return S::is_valid(); }
  pointer *put() { S::reset(); return S::addressof(); }
  pointer *operator&() { return put(); }
};
template <typename P, typename Fn, Fn Close> using unique_any = unique_any_t<details::unique_storage<details::resource_policy<P, Fn, Close>>>;
using unique_handle = unique_any<HANDLE, decltype(&::CloseHandle), ::CloseHandle>;
using unique_hkey = unique_any<HKEY, decltype(&::RegCloseKey), ::RegCloseKey>;
using unique_hlocal = unique_any<HLOCAL, decltype(&::LocalFree), ::LocalFree>;
using unique_cotaskmem = unique_any<void *, decltype(&::CoTaskMemFree), ::CoTaskMemFree>;
using unique_bstr = unique_any<BSTR, decltype(&::SysFreeString), ::SysFreeString>;
using unique_hfile = unique_any_t<details::unique_storage<details::handle_policy_invalid>>;
template <typename F> class scope_exit_t { F f; bool on = true; public: explicit scope_exit_t(F f) : f(f) {} scope_exit_t(scope_exit_t &&o) : f(o.f), on(o.on) { o.on = false; } ~scope_exit_t() { if (on) f(); } void release() { on = false; } void reset() { if (on) { on = false; f(); } } };
template <typename F> scope_exit_t<F> scope_exit(F f) { return scope_exit_t<F>(f); }
} // namespace wil
void good() {
  wil::unique_handle h(CreateEventW(nullptr, 1, 0, nullptr));
  wil::unique_hfile f(CreateFileW(L"a", 1, 0, nullptr, 3, 0, nullptr));
  if (!f) return;
  wil::unique_hkey k;
  if (RegOpenKeyExW(nullptr, L"b", 0, 1, &k) != 0) return;
  wil::unique_hlocal l(LocalAlloc(0, 3));
  wil::unique_bstr b(SysAllocString(L"x"));
  wil::unique_handle h2 = static_cast<wil::unique_handle &&>(h);
}
void mismatch() {
  wil::unique_hlocal l(CoTaskMemAlloc(3)); // expected-warning {{'wil::details::unique_storage' adopts memory from 'CoTaskMemAlloc' but releases it with 'LocalFree'; give it an owner that calls 'CoTaskMemFree' [custody.mem-03]}}
}
void lost() {
  wil::unique_handle h(CreateEventW(nullptr, 1, 0, nullptr));
  h.release();
} // expected-warning {{a handle from 'CreateEventW' is lost without being released; release it with 'CloseHandle' [custody.ffi-03]}}
void twice() {
  wil::unique_handle h(CreateEventW(nullptr, 1, 0, nullptr));
  CloseHandle(h.get());
}
void kept() {
  HANDLE h = CreateEventW(nullptr, 1, 0, nullptr);
  auto c = wil::scope_exit([&] { CloseHandle(h); });
}
void keptTwice() {
  HANDLE h = CreateEventW(nullptr, 1, 0, nullptr);
  auto c = wil::scope_exit([&] { CloseHandle(h); }); // expected-warning {{'CloseHandle' releases a handle from 'CreateEventW' that 'CloseHandle' has already released; release it once [custody.own-01]}}
  CloseHandle(h);
}
