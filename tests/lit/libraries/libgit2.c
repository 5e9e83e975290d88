// RUN: %verify %s
// REQUIRES: libgit2
#include <git2.h>
#include <stdlib.h>

int lost(const char *path) {
  git_repository *repo;
  if (git_repository_open(&repo, path) < 0)
    return -1;
  git_reference *head;
  if (git_repository_head(&head, repo) < 0)
    return -1; // expected-warning {{a repository from 'git_repository_open' is lost without being released; release it with 'git_repository_free' [custody.ffi-03]}}
  git_reference_free(head);
  git_repository_free(repo);
  return 0;
}
int good(git_repository *repo, const git_oid *id) {
  git_commit *commit = NULL;
  int error = git_commit_lookup(&commit, repo, id);
  if (!error)
    error = git_commit_parentcount(commit) == 0;
  git_object_free((git_object *)commit);
  return error;
}
void wrong(git_repository *repo) {
  git_index *index;
  if (git_repository_index(&index, repo) == 0)
    free(index); // expected-warning {{'free' releases an index from 'git_repository_index'; release it with 'git_index_free' [custody.mem-03]}}
}
void owner(const git_commit *commit) {
  git_repository_free(git_commit_owner(commit)); // expected-warning {{'git_repository_free' releases an object that 'git_commit_owner' only lends; copy it to have your own [custody.mem-02]}}
}
