// RUN: %verify -I/usr/lib/jvm/java-17-openjdk-amd64/include -I/usr/lib/jvm/java-17-openjdk-amd64/include/linux %s
// REQUIRES: jni
#include <jni.h>
#include <stdlib.h>
#include <string.h>

size_t length(JNIEnv *env, jstring s) {
  const char *c = env->GetStringUTFChars(s, nullptr);
  if (!c)
    return 0;
  if (!*c)
    return 0; // expected-warning {{the characters of a Java string from 'JNIEnv_::GetStringUTFChars' is lost without being released; release it with 'JNIEnv_::ReleaseStringUTFChars' [custody.ffi-03]}}
  size_t n = strlen(c);
  env->ReleaseStringUTFChars(s, c);
  return n;
}
size_t lengthGood(JNIEnv *env, jstring s) {
  const char *c = env->GetStringUTFChars(s, nullptr);
  if (!c)
    return 0;
  size_t n = strlen(c);
  env->ReleaseStringUTFChars(s, c);
  return n;
}
void wrong(JNIEnv *env, jstring s) {
  const char *c = env->GetStringUTFChars(s, nullptr);
  free((void *)c); // expected-warning {{'free' releases the characters of a Java string from 'JNIEnv_::GetStringUTFChars'; release it with 'JNIEnv_::ReleaseStringUTFChars' [custody.mem-03]}}
}
void references(JNIEnv *env, jobject o) {
  jobject g = env->NewGlobalRef(o);
  env->DeleteLocalRef(g); // expected-warning {{'JNIEnv_::DeleteLocalRef' releases a global reference from 'JNIEnv_::NewGlobalRef'; release it with 'JNIEnv_::DeleteGlobalRef' [custody.mem-03]}}
}
void local(JNIEnv *env) {
  jclass c = env->FindClass("x");
  env->DeleteGlobalRef(c); // expected-warning {{'JNIEnv_::DeleteGlobalRef' releases a local reference from 'JNIEnv_::FindClass'; release it with 'JNIEnv_::DeleteLocalRef' [custody.mem-03]}}
}
// A local reference goes by itself; JNI_COMMIT keeps the elements.
void localGood(JNIEnv *env, jintArray a) {
  env->FindClass("x");
  jint *p = env->GetIntArrayElements(a, nullptr);
  if (!p)
    return;
  p[0] = 1;
  env->ReleaseIntArrayElements(a, p, JNI_COMMIT);
  env->ReleaseIntArrayElements(a, p, 0);
}
void elements(JNIEnv *env, jintArray a) {
  jint *p = env->GetIntArrayElements(a, nullptr);
  free(p); // expected-warning {{'free' releases the elements of a Java array from 'JNIEnv_::GetIntArrayElements'; release it with 'JNIEnv_::ReleaseIntArrayElements' [custody.mem-03]}}
}
