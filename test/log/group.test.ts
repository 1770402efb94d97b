import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GroupInput, group } from '../../src/log/group.ts';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { firstDifference } from './firstDifference.ts';

/** The plainest way to group: sort row numbers by customer, time and place. */
function oracle({ codes, base, customerCount, at, amount }: GroupInput) {
  const rows = Array.from(at, (_, row) => row);
  rows.sort((one, other) => codes[one]! - codes[other]! || at[one]! - at[other]! || one - other);
  const counts = new Array(customerCount).fill(0);
  for (const row of rows) counts[codes[row]! - base]++;
  const offsets: number[] = [0];
  for (const count of counts) offsets.push(offsets.at(-1)! + count);
  return { offsets, at: rows.map((row) => at[row]!), amount: amount && rows.map((row) => amount[row]!), rows };
}

function expectGrouped(input: Omit<GroupInput, 'wantRows'>): void {
  const expected = oracle({ ...input, wantRows: true });
  const full = group({ ...input, wantRows: true });
  expect(firstDifference(full.offsets, expected.offsets)).toBe(-1);
  expect(firstDifference(full.at, expected.at)).toBe(-1);
  expect(firstDifference(full.rows!, expected.rows)).toBe(-1);
  expect(firstDifference(full.amount ?? [], expected.amount ?? [])).toBe(-1);
  const bare = group({ ...input, wantRows: false });
  expect(bare.rows).toBeUndefined();
  expect(firstDifference(bare.at, expected.at)).toBe(-1);
}

describe('rows grouped by customer', () => {
  test('lie in order of time, equal times in order of input', () => {
    const { offsets, at, amount, rows } = group({
      codes: [1, 0, 1, 1, 0],
      base: 0,
      customerCount: 2,
      at: Float64Array.of(30, 20, 10, 10, 20),
      amount: Float64Array.of(1, 2, 3, 4, 5),
      wantRows: true,
    });
    expect(Array.from(offsets)).toEqual([0, 2, 5]);
    expect(Array.from(at)).toEqual([20, 20, 10, 10, 30]);
    expect(Array.from(amount!)).toEqual([2, 5, 3, 4, 1]);
    expect(Array.from(rows!)).toEqual([1, 4, 2, 3, 0]);
  });

  test('of no rows, there are no groups but those of customers without rows', () => {
    const none = { codes: [], base: 0, at: new Float64Array(0), amount: undefined, wantRows: true };
    expect(Array.from(group({ ...none, customerCount: 0 }).offsets)).toEqual([0]);
    expect(Array.from(group({ ...none, customerCount: 3 }).offsets)).toEqual([0, 0, 0, 0]);
  });

  test('are those that sorting gives, for any small log', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 4 }));
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: -5, max: 5 }), fc.boolean(), (rows, base, withAmount) => {
        const at = Float64Array.from(rows, ([, time]) => time);
        expectGrouped({
          codes: rows.map(([customer]) => customer + base),
          base,
          customerCount: 7,
          at,
          amount: withAmount ? at.map((time, place) => time + 10 * place) : undefined,
        });
      }),
      { numRuns: 300 },
    );
  });
});

/** Sizes around which customers are divided into parts differently. */
const SIZES: readonly [rows: number, customers: number][] = [
  [65_535, 3],
  [65_537, 1],
  [70_000, 65_536],
  [100_000, 65_537],
  [3_000, 200_000],
  [200_000, 90_000],
  [131_072, 2],
];
const ORDERS = ['ascending', 'descending', 'shuffled', 'equal'] as const;

function times(order: (typeof ORDERS)[number], rows: number, chance: () => number): Float64Array {
  const at = Float64Array.from({ length: rows }, () => Math.floor(chance() * rows));
  if (order === 'ascending') return at.sort();
  if (order === 'descending') return at.sort().reverse();
  return order === 'equal' ? at.fill(7) : at;
}

describe.each(SIZES)('%i rows of %i customers', (rows, customerCount) => {
  test.each(ORDERS)('are grouped as sorting groups them, where times are %s', (order) => {
    const { uniform } = seededRandom(rows + customerCount);
    const at = times(order, rows, uniform);
    // The square draws many rows to few customers, as activity does.
    const codes = Int32Array.from({ length: rows }, () => Math.floor(uniform() ** 2 * customerCount) - 3);
    expectGrouped({ codes, base: -3, customerCount, at, amount: at.map((_, row) => row / 3) });
  });
});

test('rows of random sizes, orders and skews are grouped as sorting groups them', () => {
  const runs = process.env.TENURE_LONG === undefined ? 6 : 200;
  for (let seed = 1; seed <= runs; seed++) {
    const { uniform, below } = seededRandom(seed);
    const rows = Math.floor(10 ** (2 + 3.2 * uniform()));
    const customerCount = Math.floor(10 ** (5.3 * uniform()));
    const [skew, base] = [1 + below(4), below(2 ** 31) - 2 ** 30];
    const codes = Int32Array.from({ length: rows }, () => base + Math.floor(uniform() ** skew * customerCount));
    const at = times(ORDERS[below(4)]!, rows, uniform);
    expectGrouped({ codes, base, customerCount, at, amount: below(2) === 0 ? undefined : at.map((_, row) => row) });
  }
});
