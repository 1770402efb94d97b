import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortRevenueRetention } from '../../src/cohorts/cohortRevenueRetention.ts';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import { suppressSmallCells } from '../../src/cohorts/suppressSmallCells.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { events } from './cohortOracle.ts';
import { anyRevenue, brought } from './revenueOracle.ts';
import { DAY, row, tableOf } from './revenueRows.ts';

const SHOP = [
  ...[row('ada', 0, 20), row('bob', 0, 30), row('ada', 1, 40), row('ada', 2, 10), row('bob', 2, 15)],
  ...[row('cyd', 1, 50), row('cyd', 2, 75)],
];

describe('cohortRevenueRetention', () => {
  test('is what each cohort brought in a period over what it brought in the one in which it came', () => {
    const { cohorts } = cohortRevenueRetention(tableOf(SHOP));
    expect(
      cohorts.map(({ label, size, cells }) => [label, size, cells.map(({ amount, rate }) => [amount, rate])]),
    ).toEqual([
      [
        '1970-01-01',
        2,
        [
          [50, 1],
          [40, 0.8],
          [25, 0.5],
        ],
      ],
      // Cyd alone brought more than at first: growth is in it.
      [
        '1970-01-02',
        1,
        [
          [50, 1],
          [75, 1.5],
        ],
      ],
      ['1970-01-03', 0, [[0, Number.NaN]]],
    ]);
  });

  test('pools money over money of the cohorts that have been observed for so long', () => {
    expect(cohortRevenueRetention(tableOf(SHOP)).points).toEqual([
      { period: 0, cohorts: 2, amount: 100, amountInPeriod0: 100, rate: 1 },
      { period: 1, cohorts: 2, amount: 115, amountInPeriod0: 100, rate: 1.15 },
      { period: 2, cohorts: 1, amount: 25, amountInPeriod0: 50, rate: 0.5 },
    ]);
  });

  test('marks what is under way as partial, and pools it not', () => {
    const { cohorts, points } = cohortRevenueRetention(tableOf(SHOP, { asOf: 2.5 * DAY }));
    expect(cohorts[0]!.cells.map(({ state }) => state)).toEqual(['observed', 'observed', 'partial']);
    expect(points.map(({ period, cohorts: count }) => [period, count])).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });

  test('is NaN where the cohort brought nothing in period 0, or refunds took more, but pooled with others it counts', () => {
    const rows = [row('ada', 0, 0), row('ada', 1, 5), row('bob', 1, -5), row('bob', 2, 5), row('cyd', 0, 0)];
    const { cohorts, points } = cohortRevenueRetention(tableOf(rows));
    expect(cohorts.slice(0, 2).map(({ cells }) => cells.map(({ rate }) => rate))).toEqual([
      [Number.NaN, Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN],
    ]);
    expect(points[1]).toEqual({ period: 1, cohorts: 2, amount: 10, amountInPeriod0: -5, rate: Number.NaN });
    const more = cohortRevenueRetention(tableOf([...rows, row('dan', 0, 10)])).points[1]!;
    expect([more.amount, more.amountInPeriod0, more.rate]).toEqual([10, 5, 2]);
  });

  test('of a log without amounts is NaN', () => {
    const table = cohortTable({ ...events(SHOP), amount: undefined }, { period: 'day', asOf: 3 * DAY });
    const { cohorts, points } = cohortRevenueRetention(table);
    expect(cohorts[0]!.cells[1]).toEqual({ period: 1, amount: Number.NaN, rate: Number.NaN, state: 'observed' });
    expect(points[1]).toMatchObject({ cohorts: 2, amount: Number.NaN, rate: Number.NaN });
  });

  test('carries the definition of the table, and reads one that went through JSON', () => {
    const table = tableOf(SHOP);
    const revenue = cohortRevenueRetention(table);
    expect(revenue.definition).toStrictEqual({ ...table.definition, pooling: 'pooledMature' });
    expect(cohortRevenueRetention(JSON.parse(JSON.stringify(table)))).toEqual(revenue);
  });

  test('adds up to the cents of the rows, for any log, zone and period', () => {
    fc.assert(
      fc.property(anyRevenue, ({ rows, options }) => {
        const { starts, centsOf, sizeOf, isOver } = brought(rows, options);
        const { cohorts, points } = cohortRevenueRetention(cohortTable(events(rows), options));
        cohorts.forEach(({ from, cells }, came) => {
          expect(from).toBe(starts[came]);
          const atFirst = Number(centsOf(came, 0));
          for (const { period, amount, rate, state } of cells) {
            expect(amount).toBe(Number(centsOf(came, period)));
            expect(rate).toBe(atFirst > 0 ? amount / atFirst : Number.NaN);
            expect(state === 'observed').toBe(isOver(came, period));
          }
        });
        for (const { period, cohorts: count, amount, amountInPeriod0 } of points) {
          const mature = cohorts.map((_, came) => came).filter((came) => sizeOf(came) > 0 && isOver(came, period));
          const total = (of: number) => Number(mature.reduce((sum, came) => sum + centsOf(came, of), 0n));
          expect([count, amount, amountInPeriod0]).toEqual([mature.length, total(period), total(0)]);
        }
      }),
      runs(60),
    );
  });
});

describe('cohortRevenueRetention refuses', () => {
  test.each<[string, Partial<CohortTableOptions>, string]>([
    ['cohorts of an attribute', { attribute: 'plan' }, 'entry'],
    ['elapsed blocks', { clock: 'elapsed' }, 'clock'],
    ['columns of another period', { columns: { period: 'week' } }, 'columns'],
    ['brackets', { brackets: [2] }, 'brackets'],
    ['amounts on or after', { match: 'onOrAfter' }, 'match'],
    ['amounts on or before', { match: 'onOrBefore' }, 'match'],
    ['amounts of a streak', { match: 'streak' }, 'match'],
    ['periods that need several events', { minimumEvents: 2 }, 'minimumEvents'],
  ])('%s, whose amounts are not those of all members in one period', (_, options, field) => {
    const error = refusalOf(() => cohortRevenueRetention(tableOf(SHOP, options)));
    expect([error.code, error.path]).toEqual(['not-an-option', ['table', 'definition', field]]);
  });

  test('with a reason', () => {
    expect(refusalOf(() => cohortRevenueRetention(tableOf(SHOP, { match: 'onOrAfter' }))).message).toBe(
      `cohortRevenueRetention: "table.definition.match" must be 'on': by others amounts are not those of the period; received "onOrAfter"`,
    );
  });

  test('suppressed cells, and cohorts without their period 0', () => {
    const table = tableOf(SHOP);
    const hidden = suppressSmallCells(table, { minimumCustomers: 3 });
    expect(refusalOf(() => cohortRevenueRetention(hidden)).path).toEqual(['table.cohorts[0].cells[0].state']);
    const cohorts = table.cohorts.map((cohort) => ({ ...cohort, cells: cohort.cells.slice(1) }));
    expect(refusalOf(() => cohortRevenueRetention({ ...table, cohorts })).path).toEqual([
      ...['table.cohorts[0].cells[0].period'],
    ]);
  });

  test('but not what money does not depend on: another base, fewer columns, other entries', () => {
    const plain = cohortRevenueRetention(tableOf(SHOP)).cohorts;
    expect(cohortRevenueRetention(tableOf(SHOP, { base: 'previousPeriod' })).cohorts).toEqual(plain);
    const short = cohortRevenueRetention(tableOf(SHOP, { lastPeriod: 1 })).cohorts;
    expect(short).toEqual(plain.map((cohort) => ({ ...cohort, cells: cohort.cells.slice(0, 2) })));
    expect(cohortRevenueRetention(tableOf(SHOP, { entry: 'recurring' })).cohorts[1]!.size).toBe(2);
  });
});
