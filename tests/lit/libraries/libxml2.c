// RUN: %verify -I/usr/include/libxml2 %s
// REQUIRES: libxml2
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xmlwriter.h>
#include <stdlib.h>

int lost(const char *path) {
  xmlDocPtr doc = xmlReadFile(path, NULL, 0);
  if (!doc)
    return -1;
  xmlXPathContextPtr context = xmlXPathNewContext(doc);
  if (!context)
    return -1; // expected-warning {{a document from 'xmlReadFile' is lost without being released; release it with 'xmlFreeDoc' [custody.ffi-03]}}
  xmlXPathFreeContext(context);
  xmlFreeDoc(doc);
  return 0;
}
int good(const char *path) {
  xmlDocPtr doc = xmlReadFile(path, NULL, 0);
  if (!doc)
    return -1;
  xmlChar *id = xmlGetProp(xmlDocGetRootElement(doc), BAD_CAST "id");
  if (id)
    xmlFree(id);
  xmlFreeDoc(doc);
  return 0;
}
void wrong(xmlNodePtr node) {
  xmlChar *id = xmlGetProp(node, BAD_CAST "id");
  free(id); // expected-warning {{'free' releases memory from 'xmlGetProp'; release it with 'xmlFree' [custody.mem-03]}}
}
void dump(xmlDocPtr doc) {
  xmlChar *text;
  int size;
  xmlDocDumpMemory(doc, &text, &size);
  free(text); // expected-warning {{'free' releases memory from 'xmlDocDumpMemory'; release it with 'xmlFree' [custody.mem-03]}}
}
void closed(xmlDocPtr doc) {
  xmlXPathContextPtr context = xmlXPathNewContext(doc);
  xmlXPathFreeContext(context);
  xmlXPathEvalExpression(BAD_CAST "/a", context); // expected-warning {{an XPath context from 'xmlXPathNewContext' is used after 'xmlXPathFreeContext' released it; use it before, or not at all [custody.own-02]}}
}
void twice(xmlXPathContextPtr context) {
  xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST "/a", context);
  xmlXPathFreeObject(found);
  xmlXPathFreeObject(found); // expected-warning {{'xmlXPathFreeObject' releases an XPath object from 'xmlXPathEvalExpression' that 'xmlXPathFreeObject' has already released; release it once [custody.own-01]}}
}
void built(xmlDocPtr doc) {
  xmlNodePtr root = xmlNewNode(NULL, BAD_CAST "a");
  xmlDocSetRootElement(doc, root);
  xmlAddChild(root, xmlNewText(BAD_CAST "b"));
}
