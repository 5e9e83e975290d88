// RUN: %verify -I/usr/include/python3.11 %s
// REQUIRES: python3
#include <Python.h>

int stored(PyObject *dict) {
  PyObject *v = PyUnicode_FromString("x");
  if (!v)
    return -1;
  return PyDict_SetItemString(dict, "k", v); // expected-warning {{an object from 'PyUnicode_FromString' is lost without being released; release it with 'Py_DECREF' [custody.ffi-03]}}
}
int storedGood(PyObject *dict) {
  PyObject *v = PyUnicode_FromString("x");
  if (!v)
    return -1;
  int rc = PyDict_SetItemString(dict, "k", v);
  Py_DECREF(v);
  return rc;
}
PyObject *listed(void) {
  PyObject *l = PyList_New(1);
  if (!l)
    return NULL;
  PyObject *v = PyLong_FromLong(1);
  if (!v)
    return NULL; // expected-warning {{an object from 'PyList_New' is lost without being released; release it with 'Py_DECREF' [custody.ffi-03]}}
  PyList_SET_ITEM(l, 0, v);
  return l;
}
PyObject *listedGood(void) {
  PyObject *l = PyList_New(1);
  if (!l)
    return NULL;
  PyObject *v = PyLong_FromLong(1);
  if (!v) {
    Py_DECREF(l);
    return NULL;
  }
  PyList_SET_ITEM(l, 0, v);
  return l;
}
void stolen(PyObject *tuple) {
  PyObject *v = PyLong_FromLong(1);
  PyTuple_SetItem(tuple, 0, v);
  Py_DECREF(v); // expected-warning {{'Py_DECREF' releases an object from 'PyLong_FromLong' that 'PyTuple_SetItem' already owns; leave the release to its owner [custody.ffi-07]}}
}
void twice(void) {
  PyObject *v = PyLong_FromLong(1);
  if (!v)
    return;
  Py_DECREF(v);
  Py_DECREF(v); // expected-warning {{'Py_DECREF' releases an object from 'PyLong_FromLong' that 'Py_DECREF' has already released; release it once [custody.own-01]}}
}
void used(void) {
  PyObject *v = PyLong_FromLong(1);
  if (!v)
    return;
  Py_DECREF(v);
  PyObject_Print(v, stdout, 0); // expected-warning {{an object from 'PyLong_FromLong' is used after 'Py_DECREF' released it; use it before, or not at all [custody.own-02]}}
}

// Three allocators.
void domains(void) {
  free(PyMem_Malloc(1)); // expected-warning {{'free' releases memory from 'PyMem_Malloc'; release it with 'PyMem_Free' [custody.mem-03]}}
}
void domains2(void) {
  PyMem_Free(PyMem_RawMalloc(1)); // expected-warning {{'PyMem_Free' releases memory from 'PyMem_RawMalloc'; release it with 'PyMem_RawFree' [custody.mem-03]}}
}
void domains3(void) {
  PyMem_RawFree(PyObject_Malloc(1)); // expected-warning {{'PyMem_RawFree' releases memory from 'PyObject_Malloc'; release it with 'PyObject_Free' [custody.mem-03]}}
}
void domainsGood(void) {
  PyMem_Free(PyMem_Malloc(1));
  PyMem_RawFree(PyMem_RawCalloc(1, 2));
  PyObject_Free(PyObject_Malloc(1));
}
void wide(PyObject *s) {
  wchar_t *w = PyUnicode_AsWideCharString(s, NULL);
  free(w); // expected-warning {{'free' releases memory from 'PyUnicode_AsWideCharString'; release it with 'PyMem_Free' [custody.mem-03]}}
}
void lent(PyObject *s) {
  free((void *)PyUnicode_AsUTF8(s)); // expected-warning {{'free' releases a string that 'PyUnicode_AsUTF8' only lends; copy it to have your own [custody.mem-02]}}
}

int buffer(PyObject *o) {
  Py_buffer b;
  if (PyObject_GetBuffer(o, &b, PyBUF_SIMPLE) < 0)
    return -1;
  if (b.len > 3)
    return 0; // expected-warning {{a buffer from 'PyObject_GetBuffer' is lost without being released; release it with 'PyBuffer_Release' [custody.ffi-03]}}
  PyBuffer_Release(&b);
  return 1;
}
int bufferGood(PyObject *o) {
  Py_buffer b;
  if (PyObject_GetBuffer(o, &b, PyBUF_SIMPLE) < 0)
    return -1;
  int n = b.len > 3;
  PyBuffer_Release(&b);
  return n;
}
void locked(int c) {
  PyGILState_STATE s = PyGILState_Ensure();
  if (c)
    return; // expected-warning {{a GIL state from 'PyGILState_Ensure' is lost without being released; release it with 'PyGILState_Release' [custody.ffi-03]}}
  PyGILState_Release(s);
}
void error(void) {
  PyObject *t, *v, *tb;
  PyErr_Fetch(&t, &v, &tb);
  PyErr_Restore(t, v, tb);
}
PyObject *number(int fd) {
  return PyLong_FromLong(fd);
}
/* Without a type there is no value and no traceback. */
int anyError(void) {
  PyObject *type, *value, *traceback;
  PyErr_Fetch(&type, &value, &traceback);
  if (!type)
    return 0;
  PyErr_Restore(type, value, traceback);
  return 1;
}
PyObject *replaced(void) {
  PyObject *type, *value, *traceback, *text = PyUnicode_FromString("at");
  PyErr_Fetch(&type, &value, &traceback);
  Py_DECREF(value);
  PyErr_Restore(type, value, traceback); // expected-warning {{'PyErr_Restore' adopts an object from 'PyErr_Fetch' that 'Py_DECREF' has already released}}
  return text;
}
