#include "CLinearAlgebra.h"
#include "openblas.h"

#include <stddef.h>
#include <stdlib.h>

enum { column_major = 102, no_transpose = 111, transpose = 112, lower = 122 };

void la_multiply(
  bool transpose_a, bool transpose_b, int32_t m, int32_t n, int32_t k, double alpha,
  const double *a, int32_t lda, const double *b, int32_t ldb, double beta, double *c, int32_t ldc) {
  openblas()->dgemm(
    column_major, transpose_a ? transpose : no_transpose, transpose_b ? transpose : no_transpose,
    m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

void la_multiply_vector(
  bool transposed, int32_t m, int32_t n, double alpha, const double *a, int32_t lda,
  const double *x, double beta, double *y) {
  openblas()->dgemv(
    column_major, transposed ? transpose : no_transpose, m, n, alpha, a, lda, x, 1, beta, y, 1);
}

void la_gram(
  int32_t n, int32_t rows, double alpha, const double *a, int32_t lda, double beta, double *c,
  int32_t ldc) {
  openblas()->dsyrk(column_major, lower, transpose, n, rows, alpha, a, lda, beta, c, ldc);
}

int32_t la_cholesky(int32_t n, double *a) {
  int info = 0;
  openblas()->dpotrf("L", &n, a, &n, &info, 1);
  return info;
}

int32_t la_cholesky_solve(int32_t n, int32_t columns, const double *a, double *b) {
  int info = 0;
  openblas()->dpotrs("L", &n, &columns, a, &n, b, &n, &info, 1);
  return info;
}

int32_t la_triangular_factor(int32_t m, int32_t n, double *a) {
  int info = 0, query = -1;
  double wanted = 0;
  int32_t smaller = m < n ? m : n;
  double *tau = malloc(sizeof(double) * (size_t)smaller);
  if (!tau) return -1;
  openblas()->dgeqrf(&m, &n, a, &m, tau, &wanted, &query, &info);
  int size = (int)wanted;
  double *work = malloc(sizeof(double) * (size_t)size);
  if (work) openblas()->dgeqrf(&m, &n, a, &m, tau, work, &size, &info);
  if (!work) info = -1;
  free(work);
  free(tau);
  return info;
}

int32_t la_singular_values(int32_t m, int32_t n, double *a, double *s, double *u, double *vt) {
  int info = 0, query = -1;
  int32_t smaller = m < n ? m : n;
  double wanted = 0;
  int *integers = malloc(sizeof(int) * 8 * (size_t)smaller);
  if (!integers) return -1;
  openblas()->dgesdd("S", &m, &n, a, &m, s, u, &m, vt, &smaller, &wanted, &query, integers, &info, 1);
  int size = (int)wanted;
  double *work = malloc(sizeof(double) * (size_t)size);
  if (work) openblas()->dgesdd("S", &m, &n, a, &m, s, u, &m, vt, &smaller, work, &size, integers, &info, 1);
  if (!work) info = -1;
  free(work);
  free(integers);
  return info;
}

int32_t la_symmetric_eigen(int32_t n, double *a, double *values) {
  int info = 0, query = -1, wanted_integers = 0;
  double wanted = 0;
  openblas()->dsyevd(
    "V", "L", &n, a, &n, values, &wanted, &query, &wanted_integers, &query, &info, 1, 1);
  int size = (int)wanted;
  double *work = malloc(sizeof(double) * (size_t)size);
  int *integers = malloc(sizeof(int) * (size_t)wanted_integers);
  if (work && integers) {
    openblas()->dsyevd("V", "L", &n, a, &n, values, work, &size, integers, &wanted_integers, &info, 1, 1);
  } else {
    info = -1;
  }
  free(work);
  free(integers);
  return info;
}
