// RUN: %verify %s
//
// Handles with closing functions of their own.
typedef void *HANDLE, *HKEY, *PCERT, *HIMAGELIST, *HDEVINFO, *LPVOID, *HWND;
typedef unsigned long DWORD;
typedef int BOOL, INT;
typedef unsigned int UINT;
typedef long HRESULT, LSTATUS, NTSTATUS;
typedef unsigned long long ULONG_PTR;
typedef unsigned short WCHAR;
typedef struct IDLIST IDLIST;
#define INVALID_HANDLE_VALUE ((HANDLE)(long long)-1)

HANDLE CreateIoCompletionPort(HANDLE file, HANDLE existing, ULONG_PTR key, DWORD threads);
BOOL CloseHandle(HANDLE h);
HDEVINFO SetupDiGetClassDevsW(const void *guid, const WCHAR *e, HWND w, DWORD flags);
BOOL SetupDiDestroyDeviceInfoList(HDEVINFO set);
HRESULT SHParseDisplayName(const WCHAR *name, void *ctx, IDLIST **out, DWORD in, DWORD *attributes);
void ILFree(IDLIST *l);
void CoTaskMemFree(LPVOID p);
BOOL OpenPrinterW(WCHAR *name, HANDLE *printer, void *defaults);
BOOL ClosePrinter(HANDLE printer);
WCHAR *_wfullpath(WCHAR *buffer, const WCHAR *path, unsigned long long size);
void free(void *);
DWORD NetUserEnum(const WCHAR *server, DWORD level, DWORD filter, unsigned char **buffer, DWORD most, DWORD *read, DWORD *total, DWORD *resume);
DWORD NetApiBufferFree(void *buffer);
int use(const void *);

void port(HANDLE file) {
  HANDLE p = CreateIoCompletionPort(INVALID_HANDLE_VALUE, 0, 0, 0);
  if (!p)
    return;
  CreateIoCompletionPort(file, p, 1, 0);
  CloseHandle(p);
  CloseHandle(p); // expected-warning {{'CloseHandle' releases a handle from 'CreateIoCompletionPort' that 'CloseHandle' has already released; release it once [custody.own-01]}}
}
void devices(void) {
  HDEVINFO d = SetupDiGetClassDevsW(0, 0, 0, 0);
  if (d == INVALID_HANDLE_VALUE)
    return;
  CloseHandle(d); // expected-warning {{'CloseHandle' releases a device list from 'SetupDiGetClassDevsW'; release it with 'SetupDiDestroyDeviceInfoList' [custody.mem-03]}}
}
int folder(const WCHAR *name, int other) {
  IDLIST *l;
  if (SHParseDisplayName(name, 0, &l, 0, 0) < 0)
    return -1;
  if (other)
    return 0; // expected-warning {{memory from 'SHParseDisplayName' is lost without being released; release it with 'CoTaskMemFree' [custody.ffi-03]}}
  ILFree(l);
  return 1;
}
void printers(WCHAR *name) {
  HANDLE p;
  if (!OpenPrinterW(name, &p, 0))
    return;
  CloseHandle(p); // expected-warning {{'CloseHandle' releases a printer handle from 'OpenPrinterW'; release it with 'ClosePrinter' [custody.mem-03]}}
}
void printersGood(WCHAR *name) {
  HANDLE p;
  if (OpenPrinterW(name, &p, 0))
    ClosePrinter(p);
}
void path(const WCHAR *p) {
  WCHAR buffer[260];
  free(_wfullpath(buffer, p, 260)); // expected-warning {{'free' releases 'buffer', which lives on the stack; nothing may release it [custody.mem-03]}}
  free(_wfullpath(0, p, 0));
}
void users(void) {
  unsigned char *all;
  DWORD read, total;
  if (NetUserEnum(0, 0, 0, &all, 100, &read, &total, 0))
    return;
  free(all); // expected-warning {{'free' releases memory from 'NetUserEnum'; release it with 'NetApiBufferFree' [custody.mem-03]}}
}
