import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bridgeGaps } from '../../src/log/bridgeGaps.ts';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import { refusalOf } from '../core/refusalOf.ts';

const DAY = 86_400_000;
const NEVER = Infinity;

type Tenure = readonly [from: number, to: number];

/** The tenures of one customer after gaps of up to `grace` days are bridged, all as days. */
function bridged(tenures: readonly Tenure[], grace: number): Tenure[] {
  const log = tenureLogFromColumns(
    {
      customer: tenures.map(() => 'ada'),
      from: tenures.map(([from]) => from * DAY),
      to: tenures.map(([, to]) => to * DAY),
    },
    { asOf: 1000 * DAY },
  );
  const { from, to } = bridgeGaps(log, { grace });
  return Array.from(from, (start, row) => [start / DAY, to[row]! / DAY]);
}

/** The same for tenures as a text such as '0-30 33-60 70-', where the last one is open. */
function bridgedText(tenures: string, grace: number): string {
  const read = (text: string): Tenure => {
    const [from, to] = text.split('-');
    return [Number(from), to === '' ? NEVER : Number(to)];
  };
  const result = bridged(tenures.split(' ').map(read), grace);
  return result.map(([from, to]) => `${from}-${to === NEVER ? '' : to}`).join(' ');
}

describe('bridging gaps', () => {
  test.each([
    ['prolongs a tenure to the start of the next within the grace', '0-30 33-60', 7, '0-33 33-60'],
    ['bridges a gap of exactly the grace', '0-30 37-60', 7, '0-37 37-60'],
    ['leaves a longer gap', '0-30 38-60', 7, '0-30 38-60'],
    ['bridges a chain of gaps, each on its own', '0-10 15-20 25-30 50-60', 5, '0-15 15-25 25-30 50-60'],
    ['measures from the last end of all tenures before', '0-40 5-10 43-60', 5, '0-43 5-10 43-60'],
    ['does not prolong a tenure within another one', '0-40 5-10 20-25', 50, '0-40 5-10 20-25'],
    ['changes nothing where tenures touch', '0-10 10-20', 30, '0-10 10-20'],
    ['changes nothing where tenures overlap', '0-15 10-20', 30, '0-15 10-20'],
    ['changes nothing after an open tenure', '0- 10-20', 30, '0- 10-20'],
    ['reaches to an open tenure', '0-30 33-', 7, '0-33 33-'],
    ['changes nothing without a grace', '0-30 31-60', 0, '0-30 31-60'],
  ])('%s', (_, tenures, grace, expected) => {
    expect(bridgedText(tenures, grace)).toBe(expected);
  });

  test('leaves a gap that is longer than the grace by a millisecond', () => {
    const columns = { customer: [1, 1], from: [0, 7 * DAY + 11], to: [10, null] };
    const log = tenureLogFromColumns(columns, { asOf: 100 });
    expect(bridgeGaps(log, { grace: 7 }).to[0]).toBe(10);
  });

  test('never joins the tenures of two customers', () => {
    const log = tenureLogFromColumns({ customer: ['a', 'b'], from: [0, 11], to: [10, 20] }, { asOf: 100 });
    expect(bridgeGaps(log, { grace: 5 }).to).toEqual(Float64Array.of(10, 20));
  });

  test('leaves the log alone, and keeps all its other columns', () => {
    const columns = { customer: [1, 1], from: [0, 20], to: [10, 30], amount: [5, 6], reason: ['price', null] };
    const log = tenureLogFromColumns(columns, { asOf: 100 });
    const copy = structuredClone(log);
    const result = bridgeGaps(log, { grace: 1 });
    expect(log).toEqual(copy);
    expect({ ...result, to: log.to }).toEqual(log);
    expect(result.to).toEqual(Float64Array.of(20, 30));
  });

  test('makes a customer of an instant exactly where they were one, or were between tenures no further apart than the grace', () => {
    const tenure = fc.tuple(fc.nat(40), fc.oneof(fc.integer({ min: 1, max: 10 }), fc.constant(NEVER)));
    fc.assert(
      fc.property(fc.array(tenure, { minLength: 1, maxLength: 8 }), fc.nat(8), (given, grace) => {
        const tenures = given.map(([from, length]): Tenure => [from, from + length]);
        const result = bridged(tenures, grace);
        for (let day = -1; day < 60; day += 0.5) {
          const before = tenures.filter(([from]) => from <= day);
          const lastEnd = Math.max(...before.map(([, to]) => to));
          const nextStart = Math.min(...tenures.filter(([from]) => from > day).map(([from]) => from));
          const within = before.length > 0 && (lastEnd > day || nextStart - lastEnd <= grace);
          expect(result.some(([from, to]) => from <= day && day < to)).toBe(within);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a grace that is wrong', () => {
  const log = tenureLogFromColumns({ customer: [1], from: [0], to: [1] }, { asOf: 5 });

  test('is refused', () => {
    for (const grace of [-1, Number.NaN, Infinity, '7', null, undefined])
      expect(refusalOf(() => bridgeGaps(log, { grace: grace as number }))).toMatchObject({
        code: 'not-a-quantity',
        path: ['grace'],
      });
    expect(refusalOf(() => bridgeGaps(log, { graceDays: 7 } as never)).code).toBe('unknown-option');
    expect(refusalOf(() => bridgeGaps(log, undefined as never)).code).toBe('not-a-record');
    expect(refusalOf(() => bridgeGaps({} as never, { grace: 7 })).code).toBe('not-a-log');
  });
});
