/*===- custody/annotations.h - Say who owns what ----------------*- C -*-===*\
|*
|* Part of custody, under the Apache License v2.0 with LLVM Exceptions.
|* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
|*
|*===--------------------------------------------------------------------===*|
|*
|* A family is a word for what is acquired and released together: `malloc`,
|* `new[]`, `widget`, `mylib::widget`. Write it without quotes. A name that no
|* model file declares is a family of its own, released by the functions that
|* take it.
|*
|*   CUSTODY_RETURNS(widget) widget *widget_new(void);
|*   int widget_open(const char *name, widget **w CUSTODY_OUT(widget));
|*   void widget_free(widget *w CUSTODY_RELEASES(widget));
|*   void list_add(list *l, widget *w CUSTODY_ADOPTS(widget));
|*   CUSTODY_BORROWS const char *widget_name(const widget *w);
|*
|* A header that a generator writes may have no place for a macro behind a
|* parameter. Before or behind the whole declaration, name the parameter:
|*
|*   void list_add(list *l, widget *w) CUSTODY_ADOPTS(w as widget);
|*
|* Compilers that do not know the attribute see nothing.
|*
\*===--------------------------------------------------------------------===*/

#ifndef CUSTODY_ANNOTATIONS_H
#define CUSTODY_ANNOTATIONS_H

#if defined(__clang__) && defined(__has_attribute)
#if __has_attribute(annotate)
#define CUSTODY_ANNOTATE_(text) __attribute__((annotate(text)))
#endif
#endif
#ifndef CUSTODY_ANNOTATE_
#define CUSTODY_ANNOTATE_(text)
#endif

/* On functions. */

/* The result belongs to the caller, who must release it as `family`. */
#define CUSTODY_RETURNS(family) CUSTODY_ANNOTATE_("custody:returns " #family)
/* The result is only lent: the caller must not release it. */
#define CUSTODY_BORROWS CUSTODY_ANNOTATE_("custody:borrows")

/* On parameters; or on functions, with `parameter as family`, where `parameter
   as` may be left out if there is only one. */

/* The call releases the argument. `family*` if the argument points to the
   pointer that is released. */
#define CUSTODY_RELEASES(family) CUSTODY_ANNOTATE_("custody:releases " #family)
/* The callee owns the argument from now on. */
#define CUSTODY_ADOPTS(family) CUSTODY_ANNOTATE_("custody:adopts " #family)
/* On success the call writes an owned value to *argument. */
#define CUSTODY_OUT(family) CUSTODY_ANNOTATE_("custody:out " #family)

/* On classes and fields. */

/* An object of the class, or the object that has the field, owns a value of
   `family` and releases it. */
#define CUSTODY_OWNER(family) CUSTODY_ANNOTATE_("custody:owner " #family)

#endif /* CUSTODY_ANNOTATIONS_H */
