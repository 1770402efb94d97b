import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sortByTime } from '../../src/log/sortByTime.ts';

function sorted(at: readonly number[], offsets: readonly number[]): number[] {
  const rows: number[] = [];
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const own = at.map((_, row) => row).slice(offsets[customer], offsets[customer + 1]);
    rows.push(...own.sort((one, other) => at[one]! - at[other]! || one - other));
  }
  return rows;
}

function expectSorted(at: readonly number[], offsets: readonly number[]): void {
  const expected = sorted(at, offsets);
  const columns = {
    at: Float64Array.from(at),
    amount: Float64Array.from(at, (_, row) => row / 4),
    rows: Int32Array.from(at, (_, row) => row),
  };
  sortByTime(columns, Int32Array.from(offsets));
  expect(Array.from(columns.rows)).toEqual(expected);
  expect(Array.from(columns.at)).toEqual(expected.map((row) => at[row]));
  expect(Array.from(columns.amount)).toEqual(expected.map((row) => row / 4));
  const alone = { at: Float64Array.from(at), amount: undefined, rows: undefined };
  sortByTime(alone, Int32Array.from(offsets));
  expect(alone.at).toEqual(columns.at);
}

describe('sorting by time', () => {
  // 24 rows are a run; the lengths around its multiples are where merging begins and ends.
  test.each([0, 1, 2, 23, 24, 25, 47, 48, 49, 95, 96, 97, 191, 193, 1000])(
    'puts %i reversed rows in order, and keeps the order of equal ones',
    (length) => {
      const rows = Array.from({ length }, (_, row) => row);
      expectSorted(
        rows.map((row) => length - row),
        [0, length],
      );
      expectSorted(
        rows.map((row) => Math.floor((length - row) / 3)),
        [0, length],
      );
    },
  );

  test('leaves each customer alone', () => {
    expectSorted([5, 4, 3, 2, 1, 0], [0, 2, 2, 3, 6]);
  });

  test('is what a stable sort gives, for any times and any customers', () => {
    const any = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 300, size: 'max' });
    fc.assert(
      fc.property(any, fc.array(fc.nat(300), { maxLength: 5 }), (at, cuts) => {
        const inner = cuts.filter((cut) => cut < at.length).sort((one, other) => one - other);
        expectSorted(at, [0, ...inner, at.length]);
      }),
      { numRuns: 300 },
    );
  });
});
