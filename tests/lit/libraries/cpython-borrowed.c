// RUN: %verify -I/usr/include/python3.11 %s
// REQUIRES: python3
//
// Borrowed results belong to their container until a reference is taken.
#include <Python.h>

void notOurs(PyObject *list) {
  PyObject *o = PyList_GetItem(list, 0);
  if (o)
    Py_DECREF(o); // expected-warning {{'Py_DECREF' releases a borrowed reference that 'PyList_GetItem' only lends; copy it to have your own [custody.mem-02]}}
}
void ours(PyObject *list) {
  PyObject *o = PyList_GetItem(list, 0);
  Py_XINCREF(o);
  Py_XDECREF(o);
}
PyObject *returned(PyObject *dict) {
  PyObject *o = PyDict_GetItemString(dict, "a");
  if (o) {
    Py_INCREF(o);
  } else {
    o = PyLong_FromLong(0);
    if (o && PyDict_SetItemString(dict, "a", o) < 0) {
      Py_DECREF(o);
      return NULL;
    }
  }
  return o;
}
void given(PyObject *dict, PyObject *tuple) {
  PyObject *o = PyDict_GetItemString(dict, "a");
  PyTuple_SetItem(tuple, 0, o); // expected-warning {{only lends}}
}
void givenGood(PyObject *dict, PyObject *tuple) {
  PyObject *o = PyDict_GetItemString(dict, "a");
  Py_INCREF(o);
  PyTuple_SetItem(tuple, 0, o);
}
PyObject *none(PyObject *dict, PyObject *key) {
  PyObject *o = PyDict_GetItem(dict, key);
  if (!o)
    o = Py_None;
  Py_INCREF(o);
  return o;
}
int failed(void) {
  if (!PyErr_Occurred())
    return 0;
  PyErr_Clear();
  return 1;
}
struct holder {
  PyObject *item;
};
// The reference that is taken belongs to where the object has been stored.
void storedFirst(struct holder *h, PyObject *list) {
  h->item = PyList_GetItem(list, 0);
  Py_INCREF(h->item);
}
void storedByName(struct holder *h, PyObject *list) {
  PyObject *o = PyList_GetItem(list, 0);
  h->item = o;
  Py_INCREF(o);
}
int stillLost(PyObject *list) {
  PyObject *o = PyList_GetItem(list, 0);
  Py_INCREF(o);
  return PyObject_IsTrue(o); // expected-warning {{an object from 'Py_INCREF' is lost without being released; release it with 'Py_DECREF' [custody.ffi-03]}}
}
