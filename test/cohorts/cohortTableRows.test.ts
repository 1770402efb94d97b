import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { cohortTableRows } from '../../src/cohorts/cohortTableRows.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyTableToHide } from './attack.ts';
import { type EventRow, events } from './cohortOracle.ts';

const DAY = 86_400_000;
const row = (customer: string, day: number, amount: number, plan: EventRow['plan'] = 'S'): EventRow => ({
  ...{ customer, at: day * DAY, amount, plan },
});
const table = cohortTable(events([row('ada', 0, 20), row('bob', 0, 30), row('ada', 1, 4)]), {
  ...{ period: 'day', asOf: 2.5 * DAY },
});

test('one record a cell, flat, cohort by cohort and in each by period, with the fields in order', () => {
  const rows = cohortTableRows(table);
  expect(rows.map(({ cohort, period, state }) => `${cohort} ${period} ${state}`)).toEqual([
    ...['1970-01-01 0 observed', '1970-01-01 1 observed', '1970-01-01 2 partial'],
    ...['1970-01-02 0 observed', '1970-01-02 1 partial', '1970-01-03 0 partial'],
  ]);
  const { interval } = table.cohorts[0]!.cells[1]!;
  expect(Object.entries(rows[1]!)).toEqual([
    ...[['cohort', '1970-01-01'] as const, ['value', undefined] as const, ['from', 0] as const, ['size', 2] as const],
    ...[['period', 1] as const, ['lastPeriod', 1] as const],
    ...[['members', 2] as const, ['retained', 1] as const, ['base', 2] as const, ['rate', 0.5] as const],
    ...[['lower', interval.lower] as const, ['upper', interval.upper] as const],
    ...[['amount', 4] as const, ['amountPerMember', 2] as const, ['amountPerRetained', 4] as const],
    ['state', 'observed'],
  ]);
});

test('values of an attribute keep their type beside the label that names them', () => {
  const byPlan = cohortTable(events([row('ada', 0, 0, 5), row('bob', 0, 0, null)]), {
    ...{ period: 'day', asOf: DAY, attribute: 'plan' },
  });
  expect(cohortTableRows(byPlan).map(({ cohort, value }) => [cohort, value])).toEqual([
    ['5', 5],
    ['null', null],
  ]);
});

test('there are as many as cells, with the figures of the cells, and the same of a table that went through JSON', () => {
  fc.assert(
    fc.property(anyTableToHide, (any) => {
      const rows = cohortTableRows(any);
      const cells = any.cohorts.flatMap((cohort) =>
        cohort.cells.map(({ interval: { lower, upper }, ...cell }) => ({
          ...{ cohort: cohort.label, value: cohort.value, from: cohort.from, size: cohort.size },
          ...{ ...cell, lower, upper },
        })),
      );
      expect(rows).toEqual(cells);
      expect(cohortTableRows(JSON.parse(JSON.stringify(any)))).toEqual(rows);
    }),
    runs(60),
  );
});

test('a table of nobody has no rows', () => {
  expect(cohortTableRows(cohortTable(events([]), { period: 'day', asOf: 0 }))).toEqual([]);
});

test('refuses a state that is none, and a figure that is none, by where it stands', () => {
  const wrong = (cell: object) => {
    const json = JSON.parse(JSON.stringify(table));
    Object.assign(json.cohorts[0].cells[1], cell);
    const { code, path } = refusalOf(() => cohortTableRows(json));
    return [code, ...path];
  };
  expect(wrong({ state: 'hidden' })).toEqual(['not-an-option', 'table.cohorts[0].cells[1].state']);
  expect(wrong({ amount: '5' })).toEqual(['not-a-number', 'table.cohorts[0].cells[1].amount']);
  expect(wrong({ amount: Infinity })).toEqual(['not-a-number', 'table.cohorts[0].cells[1].amount']);
  expect(wrong({ rate: undefined })).toEqual(['not-a-number', 'table.cohorts[0].cells[1].rate']);
  expect(wrong({ interval: null })).toEqual(['not-a-record', 'table.cohorts[0].cells[1].interval']);
});
