import fc from 'fast-check';
import { expect, test } from 'vitest';
import { symmetricEigen } from '../../src/numeric/symmetricEigen.ts';
import { runs } from '../laws/runs.ts';

const entry = fc.double({ min: -100, max: 100, noNaN: true });

/** A symmetric matrix of one to five rows, whose rows may be of very unlike sizes. */
const matrices = fc.integer({ min: 1, max: 5 }).chain((size) =>
  fc
    .tuple(
      fc.array(entry, { minLength: size * size, maxLength: size * size }),
      fc.array(fc.integer({ min: -6, max: 6 }), { minLength: size, maxLength: size }),
    )
    .map(([entries, powers]) =>
      entries.map((_, at) => {
        const [i, j] = [Math.floor(at / size), at % size];
        return entries[Math.min(i, j) * size + Math.max(i, j)]! * 10 ** (powers[i]! + powers[j]!);
      }),
    )
    .map((matrix) => ({ matrix, size })),
);

test('values and vectors make up the matrix again, and the vectors are at right angles', () => {
  fc.assert(
    fc.property(matrices, ({ matrix, size }) => {
      const { values, vectors } = symmetricEigen(matrix, size);
      const largest = Math.max(...matrix.map(Math.abs));
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++) {
          let entryAgain = 0;
          let product = 0;
          for (let k = 0; k < size; k++) {
            entryAgain += values[k]! * vectors[k]![i]! * vectors[k]![j]!;
            product += vectors[i]![k]! * vectors[j]![k]!;
          }
          expect(Math.abs(entryAgain - matrix[i * size + j]!)).toBeLessThanOrEqual(1e-13 * largest + 1e-300);
          expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-14 * 8);
        }
    }),
    runs(500),
  );
});

test('a matrix of two rows by hand', () => {
  const { values, vectors } = symmetricEigen([2, 1, 1, 2], 2);
  expect([...values].sort()).toEqual([expect.closeTo(1, 15), expect.closeTo(3, 15)]);
  for (const vector of vectors) expect(Math.abs(vector[0]!)).toBeCloseTo(Math.SQRT1_2, 15);
});

test('small eigenvalues of a positive matrix keep their digits beside large ones', () => {
  // Scaled from [[2, 1], [1, 2]]: the determinant is 3e-20 by hand, and the larger value 2 to twenty digits.
  const { values } = symmetricEigen([2, 1e-10, 1e-10, 2e-20], 2);
  expect(Math.min(...values) / 1.5e-20).toBeCloseTo(1, 13);
  expect(Math.max(...values)).toBeCloseTo(2, 15);
});

test('a diagonal matrix is left as it is', () => {
  const { values, vectors } = symmetricEigen([3, 0, 0, 0, -1, 0, 0, 0, 0], 3);
  expect([...values]).toEqual([3, -1, 0]);
  expect(vectors.map((vector) => [...vector])).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
});

test('what is no number comes out as such, without an end of sweeps', () => {
  const { values } = symmetricEigen([Number.NaN, 1, 1, 2], 2);
  expect([...values].some(Number.isNaN)).toBe(true);
});
