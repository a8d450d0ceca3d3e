#include "CLinearAlgebra.h"

#include <pthread.h>
#include <stddef.h>
#include <stdlib.h>

enum { column_major = 102, no_transpose = 111, transpose = 112, lower = 122 };

void cblas_dgemm(
  int order, int trans_a, int trans_b, int m, int n, int k, double alpha, const double *a, int lda,
  const double *b, int ldb, double beta, double *c, int ldc);
void cblas_dgemv(
  int order, int trans, int m, int n, double alpha, const double *a, int lda, const double *x,
  int incx, double beta, double *y, int incy);
void cblas_dsyrk(
  int order, int uplo, int trans, int n, int k, double alpha, const double *a, int lda,
  double beta, double *c, int ldc);
void openblas_set_num_threads(int count);

// Fortran routines take every argument by address; the lengths of character arguments follow.
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info, size_t);
void dpotrs_(
  const char *uplo, const int *n, const int *nrhs, const double *a, const int *lda, double *b,
  const int *ldb, int *info, size_t);
void dgeqrf_(
  const int *m, const int *n, double *a, const int *lda, double *tau, double *work,
  const int *lwork, int *info);
void dgesdd_(
  const char *jobz, const int *m, const int *n, double *a, const int *lda, double *s, double *u,
  const int *ldu, double *vt, const int *ldvt, double *work, const int *lwork, int *iwork,
  int *info, size_t);
void dsyevd_(
  const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w,
  double *work, const int *lwork, int *iwork, const int *liwork, int *info, size_t, size_t);

static pthread_once_t once = PTHREAD_ONCE_INIT;
static void use_one_thread(void) { openblas_set_num_threads(1); }
static void prepare(void) { pthread_once(&once, use_one_thread); }

void la_multiply(
  bool transpose_a, bool transpose_b, int32_t m, int32_t n, int32_t k, double alpha,
  const double *a, int32_t lda, const double *b, int32_t ldb, double beta, double *c, int32_t ldc) {
  prepare();
  cblas_dgemm(
    column_major, transpose_a ? transpose : no_transpose, transpose_b ? transpose : no_transpose,
    m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

void la_multiply_vector(
  bool transposed, int32_t m, int32_t n, double alpha, const double *a, int32_t lda,
  const double *x, double beta, double *y) {
  prepare();
  cblas_dgemv(
    column_major, transposed ? transpose : no_transpose, m, n, alpha, a, lda, x, 1, beta, y, 1);
}

void la_gram(
  int32_t n, int32_t rows, double alpha, const double *a, int32_t lda, double beta, double *c,
  int32_t ldc) {
  prepare();
  cblas_dsyrk(column_major, lower, transpose, n, rows, alpha, a, lda, beta, c, ldc);
}

int32_t la_cholesky(int32_t n, double *a) {
  prepare();
  int info = 0;
  dpotrf_("L", &n, a, &n, &info, 1);
  return info;
}

int32_t la_cholesky_solve(int32_t n, int32_t columns, const double *a, double *b) {
  prepare();
  int info = 0;
  dpotrs_("L", &n, &columns, a, &n, b, &n, &info, 1);
  return info;
}

int32_t la_triangular_factor(int32_t m, int32_t n, double *a) {
  prepare();
  int info = 0, query = -1;
  double wanted = 0;
  int32_t smaller = m < n ? m : n;
  double *tau = malloc(sizeof(double) * (size_t)smaller);
  if (!tau) return -1;
  dgeqrf_(&m, &n, a, &m, tau, &wanted, &query, &info);
  int size = (int)wanted;
  double *work = malloc(sizeof(double) * (size_t)size);
  if (work) dgeqrf_(&m, &n, a, &m, tau, work, &size, &info);
  if (!work) info = -1;
  free(work);
  free(tau);
  return info;
}

int32_t la_singular_values(int32_t m, int32_t n, double *a, double *s, double *u, double *vt) {
  prepare();
  int info = 0, query = -1;
  int32_t smaller = m < n ? m : n;
  double wanted = 0;
  int *integers = malloc(sizeof(int) * 8 * (size_t)smaller);
  if (!integers) return -1;
  dgesdd_("S", &m, &n, a, &m, s, u, &m, vt, &smaller, &wanted, &query, integers, &info, 1);
  int size = (int)wanted;
  double *work = malloc(sizeof(double) * (size_t)size);
  if (work) dgesdd_("S", &m, &n, a, &m, s, u, &m, vt, &smaller, work, &size, integers, &info, 1);
  if (!work) info = -1;
  free(work);
  free(integers);
  return info;
}

int32_t la_symmetric_eigen(int32_t n, double *a, double *values) {
  prepare();
  int info = 0, query = -1, wanted_integers = 0;
  double wanted = 0;
  dsyevd_(
    "V", "L", &n, a, &n, values, &wanted, &query, &wanted_integers, &query, &info, 1, 1);
  int size = (int)wanted;
  double *work = malloc(sizeof(double) * (size_t)size);
  int *integers = malloc(sizeof(int) * (size_t)wanted_integers);
  if (work && integers) {
    dsyevd_("V", "L", &n, a, &n, values, work, &size, integers, &wanted_integers, &info, 1, 1);
  } else {
    info = -1;
  }
  free(work);
  free(integers);
  return info;
}
