#pragma once
#include <stdbool.h>
#include <stdint.h>

// The dense linear algebra that Kernels uses, over OpenBLAS (BLAS and LAPACK). Matrices are
// column-major doubles. OpenBLAS is loaded by the first call and runs on one thread: callers run chunks in
// parallel themselves, and one thread keeps the order of additions fixed.
//
// Functions that return int32_t give 0 for success, a positive LAPACK code when the problem has no
// answer (not positive definite, no convergence) and -1 when memory for the work space ran out.

/// c := alpha * op(a) * op(b) + beta * c, where c is m x n and the inner dimension is k.
void la_multiply(
  bool transpose_a, bool transpose_b, int32_t m, int32_t n, int32_t k, double alpha,
  const double *a, int32_t lda, const double *b, int32_t ldb, double beta, double *c, int32_t ldc);

/// y := alpha * op(a) * x + beta * y, where a is m x n.
void la_multiply_vector(
  bool transpose, int32_t m, int32_t n, double alpha, const double *a, int32_t lda,
  const double *x, double beta, double *y);

/// Lower triangle of c := alpha * transpose(a) * a + beta * c, where a is rows x n.
void la_gram(
  int32_t n, int32_t rows, double alpha, const double *a, int32_t lda, double beta, double *c,
  int32_t ldc);

/// Lower Cholesky factor of the n x n matrix a, in place.
int32_t la_cholesky(int32_t n, double *a);

/// Solves a * x = b in place of b, with the factor that la_cholesky left in a.
int32_t la_cholesky_solve(int32_t n, int32_t columns, const double *a, double *b);

/// QR in place of a (m x n): the upper triangle becomes R.
int32_t la_triangular_factor(int32_t m, int32_t n, double *a);

/// Thin singular value decomposition: a (m x n, destroyed) = u * diag(s) * vt, where u is m x k,
/// vt is k x n, and k is the smaller of m and n.
int32_t la_singular_values(int32_t m, int32_t n, double *a, double *s, double *u, double *vt);

/// Eigenvalues (ascending) and, in place of a, eigenvectors of the symmetric n x n matrix whose
/// lower triangle is in a.
int32_t la_symmetric_eigen(int32_t n, double *a, double *values);
