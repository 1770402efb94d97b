/** The eigenvalues of a symmetric matrix and, row by row, the unit vectors that belong to them. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

/** More sweeps than any matrix needs: each squares what is left beside the diagonal. */
const MAX_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix, given row by row, by Jacobi's rotations: small eigenvalues
 * keep their digits beside large ones better than by any other way.
 *
 * Golub and Van Loan (2013), Matrix computations, section 8.5.
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): SymmetricEigen {
  const rows = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_, j) => matrix[i * size + j]!),
  );
  const vectors = rows.map((_, i) => Float64Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let isDiagonal = true;
    for (let i = 0; i < size; i++)
      for (let j = i + 1; j < size; j++) if (rotate(rows, vectors, i, j)) isDiagonal = false;
    if (isDiagonal) break;
  }
  return { values: Float64Array.from(rows, (row, i) => row[i]!), vectors };
}

/** Turns the plane of two axes so that their shared entry becomes 0; false where it is as good as 0 already. */
function rotate(rows: readonly Float64Array[], vectors: readonly Float64Array[], i: number, j: number): boolean {
  const shared = rows[i]![j]!;
  const own = Math.sqrt(Math.abs(rows[i]![i]!)) * Math.sqrt(Math.abs(rows[j]![j]!));
  // Not more than the rounding of the diagonal; NaN counts as done, so that it comes out as NaN.
  if (!(Math.abs(shared) > Number.EPSILON * 0.1 * own)) return false;
  const slope = (rows[j]![j]! - rows[i]![i]!) / (2 * shared);
  const tangent = Math.sign(slope || 1) / (Math.abs(slope) + Math.hypot(1, slope));
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = tangent * cosine;
  for (const row of rows) turn(row, row, i, j, cosine, sine);
  for (let k = 0; k < rows.length; k++) {
    turnPair(rows[i]!, rows[j]!, k, cosine, sine);
    turnPair(vectors[i]!, vectors[j]!, k, cosine, sine);
  }
  rows[i]![j] = 0;
  rows[j]![i] = 0;
  return true;
}

function turn(from: Float64Array, to: Float64Array, i: number, j: number, cosine: number, sine: number): void {
  const one = from[i]!;
  const other = to[j]!;
  from[i] = cosine * one - sine * other;
  to[j] = sine * one + cosine * other;
}

function turnPair(one: Float64Array, other: Float64Array, k: number, cosine: number, sine: number): void {
  turn(one, other, k, k, cosine, sine);
}
