import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import cases from '../reference/published/cohortCases.json' with { type: 'json' };
import vendors from '../reference/published/vendorCases.json' with { type: 'json' };

type Case = (typeof cases)[number];

const caseOf = (id: string): Case => cases.find((published) => published.id === id)!;
const countsOf = (id: string): readonly (readonly number[])[] => caseOf(id).counts!;

/** The table of a published case, as far as the source observed. */
function tableOf(id: string, byCountry = false): CohortTable {
  const { events, countries, observedTo, period, weekStartsOn } = caseOf(id);
  const options = { period, weekStartsOn } as PeriodOptions;
  const countryOf = new Map(Object.entries(countries ?? {}));
  const log = eventLog(events, {
    customer: ([customer]) => customer!,
    at: ([, at]) => Date.parse(at!),
    attributes: { country: ([customer]) => countryOf.get(customer!) ?? null },
  });
  const asOf = Date.parse(`${observedTo}T00:00:00Z`);
  return cohortTable(log, { ...options, asOf, ...(byCountry && { attribute: 'country' }) });
}

const retained = ({ cohorts }: CohortTable): number[][] =>
  cohorts.map(({ cells }) => cells.map((cell) => cell.retained));

describe('cohorts as others publish them', () => {
  test.each(['ph-ret-day', 'ph-ret-month', 'ph-ret-week-sunday', 'ph-ret-any-event'])(
    'PostHog, %s: the first row, of whom nobody was there before, is the same',
    (id) => {
      const [first] = countsOf(id);
      expect(first!.length).toBeGreaterThan(5);
      expect(retained(tableOf(id))[0]).toEqual(first);
    },
  );

  test('PostHog: weeks that start on Sunday begin on the same days', () => {
    const labels = caseOf('ph-ret-week-sunday').labels!;
    expect(tableOf('ph-ret-week-sunday').cohorts.map(({ label }) => label)).toEqual(
      labels.map((day) => `week of ${day}`),
    );
  });

  test('PostHog: a breakdown by country is a table by that attribute, where all came on the same day', () => {
    const { countsByCountry } = caseOf('ph-ret-breakdown');
    const { cohorts } = tableOf('ph-ret-breakdown', true);
    const rows = cohorts.map(({ label, cells }) => [label, cells.map((cell) => cell.retained)]);
    expect(new Map(rows as [string, number[]][])).toEqual(
      new Map(Object.entries(countsByCountry!).map(([country, [first]]) => [country, first!])),
    );
  });

  test('OpenPanel, op-day-on: every observed cell is the same', () => {
    const counts = countsOf('op-day-on');
    const [first, second] = retained(tableOf('op-day-on'));
    expect(first).toEqual(counts[0]);
    expect(second).toEqual(counts[1]!.slice(0, 2));
  });

  test('Mixpanel: calendar periods count by the calendar, however short the time between', () => {
    const pairs = [
      ['day', '2024-03-04T20:00:00Z', '2024-03-05T06:00:00Z'],
      ['week', '2024-03-01T00:00:00Z', '2024-03-04T00:00:00Z'],
      ['month', '2024-02-25T00:00:00Z', '2024-03-03T00:00:00Z'],
    ] as const;
    const found = pairs.map(([period, ...instants]) => {
      const log = eventLog(instants, { customer: () => 'ada', at: (at) => Date.parse(at) });
      const [cohort] = cohortTable(log, { period, asOf: Date.parse(instants[1]) + 1 }).cohorts;
      const last = cohort!.cells[cohort!.cells.length - 1]!;
      expect(last.retained).toBe(1);
      return `${period} ${last.period}`;
    });
    expect(found).toEqual(vendors.mixpanelCalendar.calendar);
    expect(found).not.toEqual(vendors.mixpanelCalendar.elapsed);
  });
});

describe('cohorts that others define differently', () => {
  test('PostHog puts who comes again into every row in which they do; here everyone has one row, that of the first event', () => {
    const theirs = countsOf('ph-ret-day');
    expect([theirs[1], theirs[6]]).toEqual([
      [2, 2, 1, 0, 1, 2, 0, 0, 0, 0],
      [2, 0, 0, 0, 0],
    ]);
    const ours = retained(tableOf('ph-ret-day'));
    expect([ours[1], ours[6]]).toEqual([
      [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ]);
  });

  test('PostHog starts the table at its first row; here whoever came before is in a row before, and in no later one', () => {
    expect(countsOf('ph-ret-tz-utc')[0]!.slice(0, 3)).toEqual([1, 1, 0]);
    const { cohorts } = tableOf('ph-ret-tz-utc');
    expect(
      cohorts.slice(0, 2).map(({ label, size, cells }) => [label, size, cells[1]!.retained, cells[2]!.retained]),
    ).toEqual([
      ['2020-06-09', 1, 1, 1],
      ['2020-06-10', 0, 0, 0],
    ]);
    expect(retained({ ...tableOf('ph-ret-tz-utc') })[7]).toEqual(countsOf('ph-ret-tz-utc')[6]);
  });

  test('PostHog, calendar days: the second row has two, one of them of the first row; here one', () => {
    expect(caseOf('ph-ret-24h-calendar').counts).toEqual([[2, 1]]);
    expect(retained(tableOf('ph-ret-24h-calendar'))[1]!.slice(0, 2)).toEqual([1, 1]);
  });

  test('OpenPanel prints 0 for a day that has not been; here there is no such cell', () => {
    expect(countsOf('op-day-on')[1]).toEqual([2, 1, 0]);
    expect(retained(tableOf('op-day-on'))[1]).toEqual([2, 1]);
  });
});
