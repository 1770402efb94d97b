import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compressRows } from '../../src/models/compressRows.ts';

/** The same by a map of texts and a sort by comparison: rows of columns, then the weight. */
function compressedByMap(columns: readonly ArrayLike<number>[], weight: ArrayLike<number>): number[][] {
  const rows = new Map<string, number[]>();
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] === 0) continue;
    const row = columns.map((column) => column[i]! + 0);
    const known = rows.get(row.join());
    if (known === undefined) rows.set(row.join(), [...row, weight[i]!]);
    else known[columns.length]! += weight[i]!;
  }
  return [...rows.values()].sort((one, other) => {
    const place = columns.findIndex((_, column) => one[column] !== other[column]);
    return place < 0 ? 0 : one[place]! - other[place]!;
  });
}

const rowsOf = ({ columns, weight }: ReturnType<typeof compressRows>): number[][] =>
  Array.from(weight, (times, i) => [...columns.map((column) => column[i]!), times]);

// Few values, so that rows meet; among them neighbours in every part of a double's bits.
const value = fc.constantFrom(0, -0, 1, 2, 3, 4, 1 / 7, 2 / 7, 1 + 2 ** -52, 5e-324, 2 ** -1000, 1e300, 2 ** 53, 0.1);
const anyRows = fc.integer({ min: 1, max: 3 }).chain((width) =>
  fc.record({
    columns: fc
      .array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 200 })
      .map((rows) => Array.from({ length: width }, (_, column) => rows.map((row) => row[column]!))),
    seed: fc.nat(),
  }),
);

describe('compressRows', () => {
  test('rows that are the same become one, and their weights add up', () => {
    const compressed = compressRows([[2, 1, 2, 2], Float64Array.of(5, 9, 5, 4)], [1, 1, 3, 1]);
    expect(rowsOf(compressed)).toEqual([
      [1, 9, 1],
      [2, 4, 1],
      [2, 5, 4],
    ]);
  });

  test('each row counts once where no weight is given', () => {
    expect(
      rowsOf(
        compressRows(
          [
            [0, 0, 0],
            [1, 1, 1],
          ],
          undefined,
        ),
      ),
    ).toEqual([[0, 1, 3]]);
  });

  test('a row of weight 0 is left out, whatever is in it', () => {
    expect(
      rowsOf(
        compressRows(
          [
            [1, 3],
            [Number.NaN, 4],
          ],
          [0, 2],
        ),
      ),
    ).toEqual([[3, 4, 2]]);
  });

  test('no rows stay no rows', () => {
    expect(compressRows([[], []], undefined)).toEqual({
      columns: [new Float64Array(0), new Float64Array(0)],
      weight: new Float64Array(0),
    });
  });

  test('-0 is 0', () => {
    const { columns, weight } = compressRows([Float64Array.of(-0, 0), Float64Array.of(1, 1)], undefined);
    expect([...columns[0]!]).toEqual([0]);
    expect([...weight]).toEqual([2]);
  });

  test('a part of a longer array is read from where it starts', () => {
    const part = Float64Array.of(9, 8, 7, 1, 1, 2).subarray(3);
    expect(rowsOf(compressRows([part, part], undefined))).toEqual([
      [1, 1, 2],
      [2, 2, 1],
    ]);
  });

  test('rows of the same hash stay apart', () => {
    // Of so many hashes of 32 bits some forty are shared by two rows.
    const columns = [(i: number) => (i % 640) / 7, (i: number) => Math.floor(i / 640) / 7].map((value) =>
      Float64Array.from({ length: 400_000 }, (_, i) => value(i)),
    );
    expect(compressRows(columns, undefined).weight.length).toBe(400_000);
  });

  test('a map of the rows, sorted by comparison, says the same', () => {
    fc.assert(
      fc.property(anyRows, ({ columns, seed }) => {
        const weight = columns[0]!.map((_, i) => (seed + 7 * i) % 4);
        expect(rowsOf(compressRows(columns, weight))).toEqual(compressedByMap(columns, weight));
      }),
    );
  });

  test('so it does where the rows are many and the table has to grow', () => {
    const count = 20_000;
    const columns = [3001, 6007, 2].map((step) =>
      Float64Array.from({ length: count }, (_, i) => ((i * step) % 6133) / 7),
    );
    const weight = new Float64Array(count).fill(1);
    expect(rowsOf(compressRows(columns, undefined))).toEqual(compressedByMap(columns, weight));
  });

  test('what is passed in stays as it was', () => {
    const column = Float64Array.of(3, -0, 2);
    compressRows([column], undefined);
    expect(Object.is(column[1], -0)).toBe(true);
    expect([...column]).toEqual([3, -0, 2]);
  });
});
