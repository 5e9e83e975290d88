// RUN: %verify %s
//
// The declarations of Windows' headers, as far as they matter here.
typedef void *HANDLE, *HKEY, *HLOCAL, *HGLOBAL, *HMODULE, *HGDIOBJ, *HPEN, *HDC, *HWND, *LPVOID;
typedef unsigned long DWORD;
typedef unsigned long long SIZE_T, SOCKET;
typedef int BOOL;
typedef long LONG, LSTATUS, HRESULT;
typedef unsigned short *BSTR, WCHAR;
#define INVALID_HANDLE_VALUE ((HANDLE)(long long)-1)
#define INVALID_SOCKET ((SOCKET)~0)
typedef struct { HANDLE hProcess, hThread; DWORD dwProcessId, dwThreadId; } PROCESS_INFORMATION;
HANDLE CreateFileA(const char *, DWORD, DWORD, void *, DWORD, DWORD, HANDLE);
BOOL ReadFile(HANDLE, LPVOID, DWORD, DWORD *, void *);
BOOL CloseHandle(HANDLE);
HANDLE FindFirstFileA(const char *, void *);
BOOL FindNextFileA(HANDLE, void *);
BOOL FindClose(HANDLE);
LSTATUS RegOpenKeyExA(HKEY, const char *, DWORD, DWORD, HKEY *);
LSTATUS RegCloseKey(HKEY);
HLOCAL LocalAlloc(unsigned, SIZE_T);
HLOCAL LocalFree(HLOCAL);
HGLOBAL GlobalAlloc(unsigned, SIZE_T);
HGLOBAL GlobalFree(HGLOBAL);
LPVOID HeapAlloc(HANDLE, DWORD, SIZE_T);
BOOL HeapFree(HANDLE, DWORD, LPVOID);
HANDLE GetProcessHeap(void);
LPVOID CoTaskMemAlloc(SIZE_T);
void CoTaskMemFree(LPVOID);
BSTR SysAllocString(const WCHAR *);
void SysFreeString(BSTR);
HMODULE LoadLibraryA(const char *);
HMODULE GetModuleHandleA(const char *);
BOOL FreeLibrary(HMODULE);
HPEN CreatePen(int, int, DWORD);
BOOL DeleteObject(HGDIOBJ);
HDC GetDC(HWND);
int ReleaseDC(HWND, HDC);
BOOL DeleteDC(HDC);
HANDLE SetClipboardData(unsigned, HANDLE);
BOOL CreateProcessA(const char *, char *, void *, void *, BOOL, DWORD, void *, const char *, void *, PROCESS_INFORMATION *);
SOCKET WSASocketA(int, int, int, void *, unsigned, DWORD);
int closesocket(SOCKET);
DWORD WaitForSingleObject(HANDLE, DWORD);
void free(void *);

int readAll(const char *path, char *to) {
  DWORD n;
  HANDLE h = CreateFileA(path, 1, 0, 0, 3, 0, 0);
  if (h == INVALID_HANDLE_VALUE)
    return -1;
  if (!ReadFile(h, to, 1, &n, 0))
    return -1; // expected-warning {{a handle from 'CreateFileA' is lost without being released; release it with 'CloseHandle' [custody.ffi-03]}}
  CloseHandle(h);
  return n;
}
int readAllGood(const char *path, char *to) {
  DWORD n = 0;
  HANDLE h = CreateFileA(path, 1, 0, 0, 3, 0, 0);
  if (h == INVALID_HANDLE_VALUE)
    return -1;
  ReadFile(h, to, 1, &n, 0);
  CloseHandle(h);
  return n;
}
void searched(void *data) {
  HANDLE h = FindFirstFileA("*", data);
  if (h == INVALID_HANDLE_VALUE)
    return;
  CloseHandle(h); // expected-warning {{'CloseHandle' releases a search from 'FindFirstFileA'; release it with 'FindClose' [custody.mem-03]}}
}
int keyed(HKEY root, int c) {
  HKEY k;
  if (RegOpenKeyExA(root, "x", 0, 1, &k) != 0)
    return -1;
  if (c)
    return -1; // expected-warning {{a registry key from 'RegOpenKeyExA' is lost without being released; release it with 'RegCloseKey' [custody.ffi-03]}}
  RegCloseKey(k);
  return 0;
}
void keyHandle(HKEY root) {
  HKEY k;
  if (RegOpenKeyExA(root, "x", 0, 1, &k) == 0)
    CloseHandle(k); // expected-warning {{'CloseHandle' releases a registry key from 'RegOpenKeyExA'; release it with 'RegCloseKey' [custody.mem-03]}}
}
void local(void) {
  GlobalFree(LocalAlloc(0, 8)); // expected-warning {{'GlobalFree' releases memory from 'LocalAlloc'; release it with 'LocalFree' [custody.mem-03]}}
}
void heap(void) {
  free(HeapAlloc(GetProcessHeap(), 0, 8)); // expected-warning {{'free' releases memory from 'HeapAlloc'; release it with 'HeapFree' [custody.mem-03]}}
}
void heapGood(void) {
  void *p = HeapAlloc(GetProcessHeap(), 0, 8);
  HeapFree(GetProcessHeap(), 0, p);
}
void com(void) {
  free(CoTaskMemAlloc(8)); // expected-warning {{'free' releases memory from 'CoTaskMemAlloc'; release it with 'CoTaskMemFree' [custody.mem-03]}}
}
void text(const WCHAR *s) {
  BSTR b = SysAllocString(s);
  CoTaskMemFree(b); // expected-warning {{'CoTaskMemFree' releases a BSTR from 'SysAllocString'; release it with 'SysFreeString' [custody.mem-03]}}
}
void textGood(const WCHAR *s) {
  SysFreeString(SysAllocString(s));
}
void module(void) {
  FreeLibrary(GetModuleHandleA("x")); // expected-warning {{'FreeLibrary' releases a module that 'GetModuleHandleA' only lends; copy it to have your own [custody.mem-02]}}
}
// A module often stays loaded on purpose.
HMODULE moduleGood(void) {
  LoadLibraryA("x");
  return LoadLibraryA("y");
}
void drawn(HWND w) {
  HDC dc = GetDC(w);
  DeleteDC(dc); // expected-warning {{'DeleteDC' releases a device context from 'GetDC'; release it with 'ReleaseDC' [custody.mem-03]}}
}
void drawnGood(HWND w) {
  HPEN p = CreatePen(0, 1, 0);
  HDC dc = GetDC(w);
  ReleaseDC(w, dc);
  DeleteObject(p);
}
void pasted(void) {
  HGLOBAL h = GlobalAlloc(2, 8);
  if (!h)
    return;
  if (!SetClipboardData(1, h))
    GlobalFree(h);
}
int ran(char *line) {
  PROCESS_INFORMATION p;
  if (!CreateProcessA(0, line, 0, 0, 0, 0, 0, 0, 0, &p))
    return -1;
  if (WaitForSingleObject(p.hProcess, 0))
    return -1; // expected-warning {{a handle from 'CreateProcessA' is lost without being released; release it with 'CloseHandle' [custody.ffi-03]}}
  CloseHandle(p.hProcess);
  CloseHandle(p.hThread);
  return 0;
}
int connected(int c) {
  SOCKET s = WSASocketA(2, 1, 0, 0, 0, 0);
  if (s == INVALID_SOCKET)
    return -1;
  if (c)
    return -1; // expected-warning {{a file descriptor from 'WSASocketA' is lost without being released; release it with 'close' [custody.ffi-03]}}
  closesocket(s);
  return 0;
}
