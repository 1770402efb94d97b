import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodAt } from '../../src/time/periodAt.ts';
import { periodCells } from '../../src/time/periodCells.ts';
import { periodIndex } from '../../src/time/periodIndex.ts';
import type { PeriodIndex } from '../../src/time/types.ts';

/** The last boundary at or below `at`, by bisection. */
function bisected(boundaries: Float64Array, at: number): number {
  let [low, high] = [-1, boundaries.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (boundaries[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low + 0;
}

function indexOf(boundaries: Float64Array): PeriodIndex {
  const count = boundaries.length - 1;
  const calendar = { period: 'day', timeZone: 'UTC', weekStartsOn: 'monday' } as const;
  return { ...calendar, count, boundaries, ...periodCells(boundaries) };
}

/** Ascending boundaries, some equal, some a millisecond apart, over hours or over millennia. */
const anyBoundaries = fc
  .tuple(
    fc.constantFrom<number>(0, -8.64e15, -1, 1.7e12),
    fc.array(fc.oneof(fc.constantFrom<number>(0, 1, 21_600_000), fc.nat(1e9), fc.nat(1e14)), {
      minLength: 1,
      maxLength: 60,
    }),
  )
  .map(([first, steps]) => {
    const boundaries = [first];
    for (const step of steps) boundaries.push(boundaries.at(-1)! + step);
    return Float64Array.from(boundaries);
  })
  .filter((boundaries) => boundaries[0]! < boundaries.at(-1)!);

describe('the place of an instant', () => {
  test('is the last boundary at or before it, for any ascending boundaries', () => {
    fc.assert(
      fc.property(anyBoundaries, fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (boundaries, shares) => {
        const index = indexOf(boundaries);
        const span = boundaries.at(-1)! - boundaries[0]!;
        const inside = shares.map((share) => boundaries[0]! + Math.floor(share * span));
        const near = [...boundaries].flatMap((at) => [at - 1, at, at + 1]);
        for (const at of [...inside, ...near]) expect(periodAt(index, at)).toBe(bisected(boundaries, at));
      }),
      { numRuns: 500 },
    );
  });

  test('is -1 before the first boundary and the count from the last on', () => {
    const index = periodIndex({ period: 'month', from: 0, to: Date.UTC(1970, 2, 1) });
    expect([-Infinity, -8.64e15, -1].map((at) => periodAt(index, at))).toEqual([-1, -1, -1]);
    expect([Date.UTC(1970, 2, 1), 8.64e15, Infinity].map((at) => periodAt(index, at))).toEqual([2, 2, 2]);
  });

  test('at a boundary is the period that starts there', () => {
    const index = periodIndex({ period: 'month', from: 0, to: Date.UTC(1970, 2, 1) });
    expect([0, Date.UTC(1970, 1, 1) - 1, Date.UTC(1970, 1, 1)].map((at) => periodAt(index, at))).toEqual([0, 0, 1]);
  });
});

describe('the cells', () => {
  test('are a quarter of a day wide', () => {
    const index = periodIndex({ period: 'day', from: 0, to: 10 * 86_400_000 });
    expect([index.cellWidth, index.cells.length]).toEqual([21_600_000, 40]);
  });

  test('are at most 262144, and wider then', () => {
    const index = periodIndex({ period: 'year', from: Date.UTC(0, 0, 1), to: Date.UTC(9999, 0, 1) });
    expect(index.cells.length).toBeLessThanOrEqual(262_144);
    expect(index.cells.length).toBeGreaterThan(262_000);
  });
});
