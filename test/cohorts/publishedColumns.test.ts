import { describe, expect, test } from 'vitest';
import { activeRetentionRates } from '../../src/cohorts/activeRetentionRates.ts';
import { cohortPresets } from '../../src/cohorts/cohortPresets.ts';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { cohortTablesBy } from '../../src/cohorts/cohortTablesBy.ts';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import type { Cohort } from '../../src/cohorts/types.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import type { EventLog } from '../../src/log/types.ts';
import { addPeriods } from '../../src/time/addPeriods.ts';
import type { Period } from '../../src/time/types.ts';
import earlier from '../reference/published/cohortCases.json' with { type: 'json' };
import cases from '../reference/published/cohortColumnCases.json' with { type: 'json' };

interface PostHogCase {
  readonly period: string;
  readonly firstRow: string;
  readonly rows: number;
  readonly events: readonly (readonly string[])[];
}

function logOf(rows: readonly (readonly string[])[], country = new Map<string, string>()): EventLog {
  return eventLog(rows, {
    customer: ([customer]) => customer!,
    at: ([, at]) => Date.parse(at!),
    name: ([, , name]) => name!,
    attributes: { country: ([customer]) => country.get(customer!) ?? null },
  });
}

/** The cohorts as PostHog looks at them unless told otherwise, and from the first row on, which the source asks for. */
function asked({ period, firstRow, rows }: PostHogCase): CohortTableOptions & { readonly from: never } {
  const options = { period: period as Period };
  return { ...cohortPresets.posthog, ...options, asOf: addPeriods(Date.parse(firstRow), rows, options) } as never;
}

function postHog(published: PostHogCase, more: Partial<CohortTableOptions> = {}): readonly Cohort[] {
  const { cohorts } = cohortTable(logOf(published.events), { ...asked(published), ...more });
  return cohorts.filter(({ from }) => from >= Date.parse(published.firstRow));
}

const retained = ({ cells }: Cohort): number[] => cells.map((cell) => cell.retained);

describe('PostHog', () => {
  test('by the hour: the whole table', () => {
    const published = cases['ph-ret-hour'];
    expect(postHog(published).map(retained)).toEqual(published.counts);
  });

  test('custom brackets are sizes behind day 0', () => {
    const published = cases['ph-ret-brackets'];
    const [first] = postHog(published, { brackets: published.brackets });
    expect(retained(first!)).toEqual(published.counts);
    const labels = first!.cells.map(({ period, lastPeriod }) =>
      period === lastPeriod ? `Day ${period}` : `Day ${period}-${lastPeriod}`,
    );
    expect(labels).toEqual(published.labels);
  });

  test('how often one must come is asked of each day, never of the bracket', () => {
    const published = cases['ph-ret-brackets-min2'];
    const { brackets, minimumEvents } = published;
    expect(retained(postHog(published, { brackets, minimumEvents })[0]!)).toEqual(published.counts);
  });

  test('a bracket in which nobody came is 0', () => {
    const published = cases['ph-ret-brackets-empty'];
    expect(retained(postHog(published, { brackets: published.brackets })[0]!)).toEqual(published.counts);
  });

  test('windows of 24 hours: each customer has one start, and blocks are half-open', () => {
    const published = cases['ph-ret-24h-window'];
    const cohorts = postHog(published, { entry: 'firstEvent', clock: 'elapsed' });
    expect(retained(cohorts[published.row]!).slice(0, 2)).toEqual(published.counts);
  });

  test('a breakdown is a table a value', () => {
    const published = cases['ph-ret-breakdown'];
    const countryOf = new Map(Object.entries(published.actors).map(([who, { country }]) => [who, country]));
    const { tables } = cohortTablesBy(logOf(published.events, countryOf), { ...asked(published), by: 'country' });
    const counts = Object.fromEntries(tables.map(({ label, table }) => [label, table.cohorts.map(retained)]));
    expect(counts).toEqual(published.byBreakdown);
  });
});

describe('Amplitude and Mixpanel', () => {
  /** The period, counted from the first, in which a customer who came at one instant comes back at another. */
  function periodOf(first: number, back: number, options: Partial<CohortTableOptions>): number {
    const log = eventLog([first, back], { customer: () => 'ada', at: (at) => at });
    const { cohorts } = cohortTable(log, { period: 'day', asOf: back + 100 * 864e5, ...options });
    const cells = cohorts[0]!.cells;
    return Math.max(...cells.filter((cell) => cell.retained > 0).map((cell) => cell.period));
  }

  test('Amplitude, three customers: starts are cut to the hour, weeks have 7 days and months 30', () => {
    const at = (date: number, hour = 0, minute = 0): number => Date.UTC(2023, 11, date, hour, minute);
    const { amplitude } = cohortPresets;
    expect(periodOf(at(1, 17, 59), at(2, 17), amplitude)).toBe(1);
    expect(periodOf(at(1, 17, 59), at(2, 17), { clock: 'elapsed' })).toBe(0);
    expect(periodOf(at(1), at(6), { ...amplitude, columns: { period: 'week' } })).toBe(0);
    expect(periodOf(at(6), at(12), { ...amplitude, columns: { period: 'month' } })).toBe(0);
  });

  test.each([
    ['day', Date.UTC(2024, 0, 1, 20), Date.UTC(2024, 0, 2, 6)],
    ['week', Date.UTC(2024, 0, 5), Date.UTC(2024, 0, 8)],
    ['month', Date.UTC(2024, 1, 25), Date.UTC(2024, 2, 3)],
  ] as const)(
    'Mixpanel, by the %s: the next one of the calendar, the same block of elapsed time',
    (period, first, back) => {
      expect(periodOf(first, back, { period })).toBe(1);
      expect(periodOf(first, back, { period, ...cohortPresets.mixpanel })).toBe(0);
    },
  );
});

test.each(['openpanel', 'umami'] as const)(
  '%s by default: who came before the window comes in as a new customer',
  (system) => {
    // The five readers of OpenPanel's own test, and one who had come a week before.
    const published = earlier.find(({ id }) => id === 'op-day-on')!;
    const rows = [...published.events, ['r5', '2024-02-26T12:00:00Z', 'open']];
    const log = eventLog(rows, { customer: ([who]) => who!, at: ([, at]) => Date.parse(at!) });
    const options = { period: 'day', asOf: Date.UTC(2024, 2, 7) } as const;
    const window = { ...cohortPresets[system], from: Date.UTC(2024, 2, 4) };
    const [first, second] = cohortTable(log, { ...options, ...window }).cohorts;
    expect(retained(first!)).toEqual(published.counts![0]);
    expect(retained(second!)).toEqual(published.counts![1]!.slice(0, 2));
    expect(cohortTable(log, options).cohorts[0]!.size).toBe(1);
  },
);

test('OpenPanel, week over week: the same but for the newest week, which it calls 0 % before the next has come', () => {
  const published = cases['op-weekly-series'];
  const { periods } = activeRetentionRates(logOf(published.events), {
    ...{ period: 'week', weekStartsOn: 'sunday', asOf: Date.UTC(2025, 0, 12) },
  });
  const rows = periods
    .filter(({ activeCustomers }) => activeCustomers > 0)
    .map(({ from, activeCustomers, retainedCustomers, rate }) => [
      new Date(from).toISOString().slice(0, 10),
      ...[activeCustomers, retainedCustomers, rate * 100],
    ]);
  expect(rows).toEqual(published.series.slice(0, -1));
});

describe('a published expectation that is a defect', () => {
  const published = cases['dbtpa-orders'];
  const log = logOf(published.events.map(([who, date, name]) => [who!, `${date}T00:00:00Z`, name!]));
  const from = Date.parse(published.from);
  const asOf = Date.parse(published.to);
  const completed = { name: 'completed' };

  /** Everyone who came, and who of them had an order on or after some days behind their first. */
  function counts(options: Partial<CohortTableOptions>): { readonly members: number; readonly counts: number[] } {
    const { cohorts } = cohortTable(log, {
      ...{ period: 'month', asOf, columns: { period: 'day' }, match: 'onOrAfter', return: completed, ...options },
    });
    const [january] = cohorts;
    expect(january!.from).toBe(from);
    return {
      members: january!.size,
      // The source counts on days that not everyone has had: all who were retained by then, of all members.
      counts: published.columns.map((day) => retainedOn(day, options)),
    };
  }

  function retainedOn(day: number, options: Partial<CohortTableOptions>): number {
    const { cohorts } = cohortTable(log, {
      ...{ period: 'day', asOf, match: 'onOrAfter', return: completed, ...options },
    });
    return cohorts.reduce((sum, { cells }) => {
      const cell = cells.find(({ period }) => period === day);
      return sum + (cell?.retained ?? 0);
    }, 0);
  }

  test('honouring the start event gives 19 members, as recomputed', () => {
    const { members, counts: found } = counts({ start: completed });
    expect([members, found]).toEqual([published.recomputed.denominator, published.recomputed.counts]);
  });

  test('the published denominator is what comes of ignoring the start event', () => {
    const { members, counts: found } = counts({});
    expect(found.slice(1)).toEqual(published.published.counts.slice(1));
    expect(members).toBe(published.published.denominator);
    expect(published.published.rate[0]).toBeCloseTo(published.published.counts[0]! / members, 9);
  });
});
