import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortCustomers } from '../../src/cohorts/cohortCustomers.ts';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyAsOf, anyEvents, anyPeriodOptions, events, reachesBack } from './cohortOracle.ts';

const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
const log = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada', 'cyd', 'ada', 'dan'],
  at: [day(1, 5), day(1, 9), day(2, 1), day(2, 3), day(3, 8), day(1, 7)],
  attributes: { plan: ['S', 'S', 'L', 'L', 'L', 5] },
});
const asked = { period: 'month', asOf: day(3, 10) } as const;

describe('cohortCustomers', () => {
  test('names the members who are retained in a cell and those who are not', () => {
    const { retained, absent, state } = cohortCustomers(log, { ...asked, cohort: '2024-01', inPeriod: 1 });
    expect([retained, absent, state]).toEqual([['ada'], ['bob', 'dan'], 'observed']);
  });

  test('says where the period is under way', () => {
    const { retained, absent, state } = cohortCustomers(log, { ...asked, cohort: '2024-02', inPeriod: 1 });
    expect([retained, absent, state]).toEqual([[], ['cyd'], 'partial']);
  });

  test('takes the value of an attribute for its cohort, a number as a number', () => {
    const byPlan = { ...asked, attribute: 'plan', inPeriod: 1 };
    expect(cohortCustomers(log, { ...byPlan, cohort: 'S' }).retained).toEqual(['ada']);
    expect(cohortCustomers(log, { ...byPlan, cohort: 5 }).absent).toEqual(['dan']);
  });

  test('carries the definition of the table', () => {
    expect(cohortCustomers(log, { ...asked, cohort: '2024-01', inPeriod: 0 }).definition).toEqual(
      cohortTable(log, asked).definition,
    );
  });

  test('every cell of any table has as many customers as it counts, each once, in both lists', () => {
    const rulesToTry: readonly Partial<CohortTableOptions>[] = [
      ...[{}, { attribute: 'plan' }, { match: 'onOrAfter' as const }, { entry: 'recurring' as const }],
      ...[{ brackets: [2, 3] }, { columns: { period: 'week' as const } }, { lastPeriod: 2, match: 'streak' as const }],
    ];
    const anyRules = fc.constantFrom(...rulesToTry);
    fc.assert(
      fc.property(anyEvents, anyPeriodOptions, anyAsOf, anyRules, fc.nat(), (rows, options, asOf, rules, pick) => {
        fc.pre(rows.length > 0 && reachesBack({ rows, asOf }));
        const all = { ...options, asOf, ...rules };
        const { cohorts } = cohortTable(events(rows), all);
        const cells = cohorts.flatMap(({ label, value, cells: own }) =>
          own
            .filter(({ members }) => members > 0)
            .map((cell) => ({ ...cell, cohort: value ?? label, isNull: value === null })),
        );
        const cell = cells[pick % cells.length]!;
        const cohort = cell.isNull ? null : cell.cohort;
        const found = cohortCustomers(events(rows), { ...all, cohort, inPeriod: cell.period });
        expect([found.retained.length, found.retained.length + found.absent.length, found.state]).toEqual([
          cell.retained,
          cell.members,
          cell.state,
        ]);
        expect(new Set([...found.retained, ...found.absent]).size).toBe(cell.members);
      }),
      runs(150),
    );
  });
});

describe('cohortCustomers refuses', () => {
  test.each([
    [
      'a cohort that is none',
      { cohort: '2023-12', inPeriod: 0 },
      `"cohort" must be the label of one of the table's cohorts; received "2023-12"`,
    ],
    [
      'a period without a cell',
      { cohort: '2024-01', inPeriod: 3 },
      '"inPeriod" must be the period of a cell with members in that cohort; received 3',
    ],
    [
      'a value that no customer has',
      { cohort: 'XL', inPeriod: 0, attribute: 'plan' },
      `"cohort" must be one of the attribute's values; received "XL"`,
    ],
    [
      'a period between two brackets',
      { cohort: '2024-01', inPeriod: 2, brackets: [{ first: 1, last: 2 }] },
      '"inPeriod" must be the period of a cell with members in that cohort; received 2',
    ],
  ])('%s', (_, options, message) => {
    const error = refusalOf(() => cohortCustomers(log, { ...asked, ...options }));
    expect([error.code, error.message]).toEqual(['unknown-field', `cohortCustomers: ${message}`]);
  });

  test('a period that is no count', () => {
    expect(refusalOf(() => cohortCustomers(log, { ...asked, cohort: '2024-01', inPeriod: -1 })).code).toBe(
      'not-a-count',
    );
  });
});
