import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { walkAlike } from '../../src/models/walkAlike.ts';
import { runs } from '../laws/runs.ts';

/** What a walk tells: of each customer, the one that stood for the history. */
function walked(columns: readonly ArrayLike<number>[]): { standsFor: number[]; histories: number; visits: number } {
  const standsFor: number[] = [];
  let current = -1;
  let histories = 0;
  let visits = 0;
  walkAlike(
    columns,
    (customer) => {
      current = customer;
      histories++;
    },
    (customer) => {
      standsFor[customer] = current;
      visits++;
    },
  );
  return { standsFor, histories, visits };
}

describe('the walk over customers of one history', () => {
  test('works a history out once, at one of its customers, and visits every customer once', () => {
    const anyNumber = fc.oneof(fc.nat(2), fc.constantFrom(0.5, 1e-300, 5e-324, 1e300, 7 / 3));
    fc.assert(
      fc.property(fc.array(fc.tuple(anyNumber, anyNumber, anyNumber), { maxLength: 40 }), (rows) => {
        const columns = [0, 1, 2].map((at) => Float64Array.from(rows, (row) => row[at]!));
        const { standsFor, histories, visits } = walked(columns);
        const keys = rows.map((row) => row.join());
        expect(visits).toBe(rows.length);
        expect(histories).toBe(new Set(keys).size);
        standsFor.forEach((other, customer) => void expect(keys[other]).toBe(keys[customer]));
      }),
      runs(200),
    );
  });

  test('takes -0 for 0, wherever it stands, and any list of numbers', () => {
    const { histories } = walked([new Int32Array(5), [0, -0, 0, -0, 0], Float32Array.of(0, 0, -0, -0, 0)]);
    expect(histories).toBe(1);
    expect(
      walked([
        [3, 3],
        [1, 1],
        [2, 4],
      ]).histories,
    ).toBe(2);
  });

  test('of nobody it tells nothing', () => {
    expect(walked([[], [], []])).toEqual({ standsFor: [], histories: 0, visits: 0 });
  });
});
