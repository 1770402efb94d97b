import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { cumulativeValuePerMember } from '../../src/cohorts/cumulativeValuePerMember.ts';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { events } from './cohortOracle.ts';
import { anyRevenue, brought } from './revenueOracle.ts';
import { DAY, row, tableOf } from './revenueRows.ts';

const SHOP = [
  ...[row('ada', 0, 20), row('bob', 0, 30), row('ada', 1, 40), row('bob', 2, 10)],
  ...[row('cyd', 1, 50), row('cyd', 2, 75)],
];

describe('cumulativeValuePerMember', () => {
  test('is what a cohort has brought so far over all who came, whether they are there or not', () => {
    const { cohorts } = cumulativeValuePerMember(tableOf(SHOP));
    expect(cohorts).toEqual([
      {
        ...{ label: '1970-01-01', from: 0, size: 2 },
        cells: [
          { period: 0, amount: 50, valuePerMember: 25 },
          { period: 1, amount: 90, valuePerMember: 45 },
          { period: 2, amount: 100, valuePerMember: 50 },
        ],
      },
      {
        ...{ label: '1970-01-02', from: DAY, size: 1 },
        cells: [
          { period: 0, amount: 50, valuePerMember: 50 },
          { period: 1, amount: 125, valuePerMember: 125 },
        ],
      },
      {
        ...{ label: '1970-01-03', from: 2 * DAY, size: 0 },
        cells: [{ period: 0, amount: 0, valuePerMember: Number.NaN }],
      },
    ]);
  });

  test('pools the cohorts that have been observed for so long, each by its members: a later point may be lower', () => {
    expect(cumulativeValuePerMember(tableOf(SHOP)).points).toEqual([
      { period: 0, cohorts: 2, members: 3, amount: 100, valuePerMember: 100 / 3 },
      { period: 1, cohorts: 2, members: 3, amount: 215, valuePerMember: 215 / 3 },
      { period: 2, cohorts: 1, members: 2, amount: 100, valuePerMember: 50 },
    ]);
  });

  test('leaves out what is under way: it would be read as the value of a whole period', () => {
    const { cohorts, points } = cumulativeValuePerMember(tableOf(SHOP, { asOf: 2.5 * DAY }));
    expect(cohorts.map(({ cells }) => cells.length)).toEqual([2, 1, 0]);
    expect(points.map(({ period, members }) => [period, members])).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });

  test('loses nothing to rounding: ten tenths are one, and a cent is there beside a billion', () => {
    const tenths = Array.from({ length: 10 }, (_, day) => row('ada', day, 0.1));
    const value = cumulativeValuePerMember(tableOf(tenths, { asOf: 10 * DAY })).cohorts[0]!.cells;
    expect(value[9]!.amount).toBe(1);
    const apart = [row('ada', 0, 1e16), row('ada', 1, 1), row('ada', 2, -1e16)];
    expect(cumulativeValuePerMember(tableOf(apart)).cohorts[0]!.cells[2]!.amount).toBe(1);
  });

  test('of a log without amounts is NaN, and of nobody there is nothing', () => {
    const table = cohortTable({ ...events(SHOP), amount: undefined }, { period: 'day', asOf: 3 * DAY });
    const { cohorts, points } = cumulativeValuePerMember(table);
    expect(cohorts[0]!.cells[1]).toEqual({ period: 1, amount: Number.NaN, valuePerMember: Number.NaN });
    expect(points[1]).toMatchObject({ members: 3, valuePerMember: Number.NaN });
    const nobody = cumulativeValuePerMember(tableOf([]));
    expect([nobody.cohorts, nobody.points]).toEqual([[], []]);
  });

  test('carries the definition of the table, and reads one that went through JSON', () => {
    const table = tableOf(SHOP);
    const value = cumulativeValuePerMember(table);
    expect(value.definition).toStrictEqual({ ...table.definition, pooling: 'pooledMature' });
    expect(cumulativeValuePerMember(JSON.parse(JSON.stringify(table)))).toEqual(value);
  });

  test('adds up to the cents of the rows, for any log, zone and period', () => {
    fc.assert(
      fc.property(anyRevenue, ({ rows, options }) => {
        const { centsOf, sizeOf, isOver } = brought(rows, options);
        const { cohorts, points } = cumulativeValuePerMember(cohortTable(events(rows), options));
        const upTo = (came: number, period: number): bigint =>
          Array.from({ length: period + 1 }, (_, k) => centsOf(came, k)).reduce((sum, cents) => sum + cents, 0n);
        cohorts.forEach(({ size, cells }, came) => {
          expect(size).toBe(sizeOf(came));
          for (const { period, amount, valuePerMember } of cells) {
            expect(isOver(came, period)).toBe(true);
            expect(amount).toBe(Number(upTo(came, period)));
            expect(valuePerMember).toBe(size === 0 ? Number.NaN : amount / size);
          }
        });
        for (const { period, cohorts: count, members, amount } of points) {
          const mature = cohorts.map((_, came) => came).filter((came) => sizeOf(came) > 0 && isOver(came, period));
          expect(count).toBe(mature.length);
          expect(members).toBe(mature.reduce((sum, came) => sum + sizeOf(came), 0));
          expect(amount).toBe(Number(mature.reduce((sum, came) => sum + upTo(came, period), 0n)));
        }
      }),
      runs(60),
    );
  });
});

test.each<[string, Partial<CohortTableOptions>, string]>([
  ['cohorts of an attribute', { attribute: 'plan' }, 'entry'],
  ['elapsed blocks', { clock: 'elapsed' }, 'clock'],
  ['columns of another period', { columns: { period: 'week' } }, 'columns'],
  ['brackets', { brackets: [2] }, 'brackets'],
  ['amounts that are added up already', { match: 'onOrBefore' }, 'match'],
  ['periods that need several events', { minimumEvents: 2 }, 'minimumEvents'],
])('refuses %s, whose amounts do not add up to what all members brought', (_, options, field) => {
  const error = refusalOf(() => cumulativeValuePerMember(tableOf(SHOP, options)));
  expect([error.code, error.metric, error.path]).toEqual([
    ...['not-an-option', 'cumulativeValuePerMember', ['table', 'definition', field]],
  ]);
});
