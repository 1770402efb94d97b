import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPeriodOptions } from '../cohorts/cohortOracle.ts';
import { anyRows, CENTS, DAY, leavesOf, type Results, type Rows, results } from './results.ts';
import { runs } from './runs.ts';

test('UTC is the zone, and Monday the start of weeks, unless told', () => {
  fc.assert(
    fc.property(anyRows(CENTS), fc.constantFrom('day', 'week', 'month', 'quarter', 'year'), (rows, period) => {
      const told = results(rows, { period, timeZone: 'UTC', weekStartsOn: 'monday' });
      expect(results(rows, { period })).toStrictEqual(told);
    }),
    runs(30),
  );
});

function moved({ orders, tenures, asOf }: Rows, by: number): Rows {
  return {
    orders: orders.map((row) => ({ ...row, at: row.at + by })),
    tenures: tenures.map((row) => ({ ...row, from: row.from + by, to: row.to + by })),
    asOf: asOf + by,
  };
}

/** All that does not say when. */
const timeless = (given: Results) => leavesOf(given).filter(([path]) => !/\.(from|to|asOf|label)$/.test(path));

test('rows moved by whole days, weeks, or the 400 years after which the calendar repeats give the same in UTC', () => {
  const shift = fc.oneof(
    fc.record({ period: fc.constant('day' as const), days: fc.integer({ min: -5000, max: 5000 }) }),
    fc.record({ period: fc.constant('week' as const), days: fc.integer({ min: -700, max: 700 }).map((n) => 7 * n) }),
    fc.record({ period: fc.constantFrom('month', 'quarter', 'year'), days: fc.constantFrom(-146_097, 146_097) }),
  );
  fc.assert(
    fc.property(anyRows(CENTS), shift, (rows, { period, days }) => {
      expect(timeless(results(moved(rows, days * DAY), { period }))).toEqual(timeless(results(rows, { period })));
    }),
    runs(30),
  );
});

test('the zone and the week start move counts between periods, and change nobody who came or was there', () => {
  fc.assert(
    fc.property(anyRows(CENTS), anyPeriodOptions, (rows, options) => {
      const there = results(rows, { period: options.period });
      const here = results(rows, options);
      expect(here.movement).toStrictEqual(there.movement);
      const sizes = ({ table }: Results) => table.cohorts.reduce((sum, { size }) => sum + size, 0);
      expect(sizes(here)).toBe(sizes(there));
      const last = ({ movements }: Results) => movements.periods[movements.periods.length - 1]?.customersAtEnd;
      expect(last(here)).toBe(last(there));
    }),
    runs(30),
  );
});
