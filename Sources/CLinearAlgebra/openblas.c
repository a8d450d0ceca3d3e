#include "openblas.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static openblas_functions functions;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *function(void *library, const char *name) {
  void *found = dlsym(library, name);
  if (!found) {
    fprintf(stderr, "assay: libopenblas has no %s\n", name);
    exit(1);
  }
  return found;
}

static void load(void) {
  // Read by the library while it loads: without it, it would start threads that nobody uses.
  setenv("OPENBLAS_NUM_THREADS", "1", 1);
  void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    fprintf(stderr, "assay: libopenblas is not installed (Debian's package libopenblas0): %s\n",
            dlerror());
    exit(1);
  }
  functions.dgemm = (gemm_function *)function(library, "cblas_dgemm");
  functions.dgemv = (gemv_function *)function(library, "cblas_dgemv");
  functions.dsyrk = (syrk_function *)function(library, "cblas_dsyrk");
  functions.dpotrf = (potrf_function *)function(library, "dpotrf_");
  functions.dpotrs = (potrs_function *)function(library, "dpotrs_");
  functions.dgeqrf = (geqrf_function *)function(library, "dgeqrf_");
  functions.dgesdd = (gesdd_function *)function(library, "dgesdd_");
  functions.dsyevd = (syevd_function *)function(library, "dsyevd_");
  ((set_threads_function *)function(library, "openblas_set_num_threads"))(1);
}

const openblas_functions *openblas(void) {
  pthread_once(&once, load);
  return &functions;
}
