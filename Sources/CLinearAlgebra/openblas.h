#pragma once
#include <stddef.h>

// OpenBLAS, loaded when the first product or factor asks for it. Linking against it would start its
// threads, which spin, and read its tables before the first screen is drawn.

typedef void gemm_function(
  int order, int trans_a, int trans_b, int m, int n, int k, double alpha, const double *a, int lda,
  const double *b, int ldb, double beta, double *c, int ldc);
typedef void gemv_function(
  int order, int trans, int m, int n, double alpha, const double *a, int lda, const double *x,
  int incx, double beta, double *y, int incy);
typedef void syrk_function(
  int order, int uplo, int trans, int n, int k, double alpha, const double *a, int lda,
  double beta, double *c, int ldc);
typedef void set_threads_function(int count);

// Fortran routines take every argument by address; the lengths of character arguments follow.
typedef void potrf_function(
  const char *uplo, const int *n, double *a, const int *lda, int *info, size_t);
typedef void potrs_function(
  const char *uplo, const int *n, const int *nrhs, const double *a, const int *lda, double *b,
  const int *ldb, int *info, size_t);
typedef void geqrf_function(
  const int *m, const int *n, double *a, const int *lda, double *tau, double *work,
  const int *lwork, int *info);
typedef void gesdd_function(
  const char *jobz, const int *m, const int *n, double *a, const int *lda, double *s, double *u,
  const int *ldu, double *vt, const int *ldvt, double *work, const int *lwork, int *iwork,
  int *info, size_t);
typedef void syevd_function(
  const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w,
  double *work, const int *lwork, int *iwork, const int *liwork, int *info, size_t, size_t);

typedef struct {
  gemm_function *dgemm;
  gemv_function *dgemv;
  syrk_function *dsyrk;
  potrf_function *dpotrf;
  potrs_function *dpotrs;
  geqrf_function *dgeqrf;
  gesdd_function *dgesdd;
  syevd_function *dsyevd;
} openblas_functions;

/// The library's functions, on one thread. Ends the program with a message when it isn't installed.
const openblas_functions *openblas(void);
