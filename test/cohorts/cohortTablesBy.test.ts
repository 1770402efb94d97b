import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { cohortTablesBy } from '../../src/cohorts/cohortTablesBy.ts';
import type { Cohort } from '../../src/cohorts/types.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { splitBy } from '../../src/log/splitBy.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyAsOf, anyEvents, anyPeriodOptions, events, reachesBack } from './cohortOracle.ts';

const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
const log = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada', 'cyd', 'dan', 'eve', 'fay'],
  at: [day(1, 5), day(1, 9), day(2, 1), day(1, 3), day(1, 8), day(2, 2), day(5, 1)],
  attributes: { country: ['DE', 'US', 'DE', 'DE', 'FR', 'US', 'JP'] },
});
const asked = { period: 'month', asOf: day(3, 1), by: 'country' } as const;

describe('cohortTablesBy', () => {
  test('gives a table a value, those of the most customers first', () => {
    const { tables } = cohortTablesBy(log, asked);
    expect(tables.map(({ label, customers, isOther }) => [label, customers, isOther])).toEqual([
      ['DE', 2, false],
      ['US', 2, false],
      ['FR', 1, false],
    ]);
    const rows = tables.map(({ table }) => table.cohorts.map(({ label, size }) => [label, size]));
    expect(rows[1]).toEqual([
      ['2024-01', 1],
      ['2024-02', 1],
    ]);
  });

  test('puts all but the largest into one table, which is the last', () => {
    const { tables, definition } = cohortTablesBy(log, { ...asked, largest: 1 });
    expect(tables.map(({ label, value, customers, isOther }) => [label, value, customers, isOther])).toEqual([
      ['DE', 'DE', 2, false],
      ['other', undefined, 3, true],
    ]);
    expect(tables.map(({ table }) => table.cohorts.map(({ size }) => size))).toEqual([
      [2, 0],
      [2, 1],
    ]);
    expect(definition).toEqual({ by: { name: 'country', value: 'first' }, largest: 1, other: ['US', 'FR'] });
  });

  test('has no table of others where no value is left over', () => {
    expect(cohortTablesBy(log, { ...asked, largest: 3 }).tables.map(({ isOther }) => isOther)).toEqual([
      ...[false, false, false],
    ]);
  });

  test('the name of events and the currency are columns too', () => {
    const named = eventLogFromColumns({
      ...{ customer: ['ada', 'bob', 'ada'], at: [day(1, 5), day(1, 9), day(2, 1)] },
      name: ['visit', 'order', 'order'],
    });
    const { tables } = cohortTablesBy(named, { period: 'month', asOf: day(3, 1), by: 'name' });
    expect(tables.map(({ label, customers }) => [label, customers])).toEqual([
      ['visit', 1],
      ['order', 1],
    ]);
  });

  test('a customer whose value changes has the first or the last one', () => {
    const moved = eventLogFromColumns({
      ...{ customer: ['ada', 'ada'], at: [day(1, 5), day(2, 1)], attributes: { plan: ['S', 'L'] } },
    });
    const options = { period: 'month', asOf: day(3, 1), by: 'plan' } as const;
    expect(cohortTablesBy(moved, options).tables.map(({ label }) => label)).toEqual(['S']);
    expect(cohortTablesBy(moved, { ...options, value: 'last' }).tables.map(({ label }) => label)).toEqual(['L']);
  });

  // A table of a year of days has 66,000 cells, and there are five plans.
  const anyCase = fc
    .record({ rows: anyEvents, options: anyPeriodOptions, asOf: anyAsOf })
    .map(({ rows, options, asOf }) => {
      const near = rows[0]?.at ?? 0;
      const isNear = ({ at }: { readonly at: number }) => Math.abs(at - near) < 20 * 86_400_000;
      return { rows: options.period === 'day' ? rows.filter(isNear) : rows, options, asOf };
    })
    .filter(reachesBack);
  const counts = (cohorts: readonly Cohort[]) =>
    cohorts.map(({ from, size, returnedInPeriod0, cells }) => ({
      ...{ from, size, returnedInPeriod0 },
      cells: cells.map(({ period, members, retained, amount }) => [period, members, retained, amount]),
    }));

  test('each table is that of the customers with the value: all the events of theirs, and no others', () => {
    fc.assert(
      fc.property(anyCase, ({ rows, options, asOf }) => {
        const pieces = new Map(
          splitBy(events(rows.filter(({ at }) => at < asOf)), 'plan', { value: 'first' }).map(({ value, log: own }) => [
            value,
            own,
          ]),
        );
        for (const { value, table } of cohortTablesBy(events(rows), { ...options, asOf, by: 'plan' }).tables) {
          const own = counts(cohortTable(pieces.get(value!)!, { ...options, asOf }).cohorts);
          // The piece begins with its own first event, the breakdown with the first of all.
          expect(counts(table.cohorts).slice(-own.length)).toEqual(own);
          expect(table.cohorts.slice(0, -own.length).every(({ size }) => size === 0)).toBe(true);
        }
      }),
      runs(80),
    );
  });

  test('the tables add up to that of everyone, whatever is large', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 4 }), ({ rows, options, asOf }, largest) => {
        const whole = counts(cohortTable(events(rows), { ...options, asOf }).cohorts);
        const { tables } = cohortTablesBy(events(rows), { ...options, asOf, by: 'plan', largest });
        expect(tables.length).toBeLessThanOrEqual(largest + 1);
        const sums = whole.map((cohort, row) => {
          const own = tables.map(({ table }) => table.cohorts[row]!);
          return {
            ...cohort,
            size: own.reduce((sum, { size }) => sum + size, 0),
            returnedInPeriod0: own.reduce((sum, { returnedInPeriod0 }) => sum + returnedInPeriod0, 0),
            cells: cohort.cells.map(([period], place) => [
              period,
              ...(['members', 'retained', 'amount'] as const).map((name) =>
                own.reduce((sum, { cells }) => sum + cells[place]![name], 0),
              ),
            ]),
          };
        });
        expect(sums).toEqual(whole);
      }),
      runs(80),
    );
  });
});

describe('cohortTablesBy refuses', () => {
  test.each([
    ['a column that is none', { by: 'plan' }, 'unknown-field', '"by" must be a column of the log; received "plan"'],
    ['none of the largest', { largest: 0 }, 'below-limit', '"largest" must be at least 1; received 0'],
    [
      'cohorts of an attribute',
      { attribute: 'country' },
      'not-an-option',
      '"attribute" must be left out: the cohorts of a breakdown are periods; received "country"',
    ],
    [
      'a value that is neither',
      { value: 'each' },
      'not-an-option',
      `"value" must be one of 'first', 'last'; received "each"`,
    ],
  ])('%s', (_, options, code, message) => {
    const error = refusalOf(() => cohortTablesBy(log, { ...asked, ...options } as never));
    expect([error.code, error.message]).toEqual([code, `cohortTablesBy: ${message}`]);
  });
});
