// Lifecycle and stickiness as others publish them.
import { describe, expect, test } from 'vitest';
import { type ActivePeriodCounts, activePeriodCounts } from '../../src/cohorts/activePeriodCounts.ts';
import { type CustomerLifecycle, customerLifecycle } from '../../src/cohorts/customerLifecycle.ts';
import type { EventLog } from '../../src/log/types.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { DAY } from '../rates/periodOracle.ts';
import published from '../reference/published/activityCases.json' with { type: 'json' };
import { logOf } from './activityOracle.ts';

interface Case {
  readonly id: string;
  readonly period: PeriodOptions['period'];
  readonly from: string;
  readonly lastDay: string;
  readonly asOf?: string;
  readonly weekStartsOn?: 'sunday';
  readonly eventsPerPeriod?: readonly [rule: '=' | '>=', events: number];
  readonly events: readonly (readonly [customer: string, at: string])[];
  readonly expected: Readonly<Record<string, readonly number[]>>;
}

const caseOf = (id: string): Case => published.find((one) => one.id === id) as unknown as Case;
const log = ({ events }: Case): EventLog => logOf(events.map(([customer, at]) => ({ customer, at: Date.parse(at) })));
const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`);
/** Late enough for the month of the last event to be over. */
const LATER = dayOf('2021-01-01');
const all = (test: (id: string) => boolean): string[] => published.map(({ id }) => id).filter(test);

/** The lifecycle over the days of a case: `last` periods from the one that holds its first day. */
function lifecycleOf(id: string, asOf = LATER): CustomerLifecycle['periods'] {
  const { period, from, weekStartsOn, expected } = caseOf(id);
  const options = { period, from: dayOf(from), ...(weekStartsOn && { weekStartsOn }), asOf };
  return customerLifecycle(log(caseOf(id)), options).periods.slice(0, expected.new!.length);
}

/** As PostHog prints it: the dormant are negative. */
const printed = (periods: CustomerLifecycle['periods']) => ({
  new: periods.map(({ newCustomers }) => newCustomers),
  returning: periods.map(({ returningCustomers }) => returningCustomers),
  resurrecting: periods.map(({ resurrectedCustomers }) => resurrectedCustomers),
  dormant: periods.map(({ dormantCustomers }) => (dormantCustomers === 0 ? 0 : -dormantCustomers)),
});

describe('lifecycles as others publish them', () => {
  const ids = all((id) => id.startsWith('ph-life'));

  test('there are six', () => {
    expect(ids).toHaveLength(6);
  });

  test.each(ids)('PostHog, %s: every count is the same', (id) => {
    const { periods, ...counts } = caseOf(id).expected;
    expect(printed(lifecycleOf(id))).toEqual(counts);
    if (periods !== undefined)
      expect(lifecycleOf(id).map(({ from }) => from)).toEqual((periods as unknown as string[]).map(dayOf));
  });

  test('PostHog counts who is dormant on the day after the last one asked for, too; here it is the next record', () => {
    const { from, expected } = caseOf('ph-life-whole');
    const { periods } = customerLifecycle(log(caseOf('ph-life-whole')), {
      ...{ period: 'day', from: dayOf(from), asOf: dayOf('2020-01-21') },
    });
    expect(expected.new).toHaveLength(11);
    expect([periods.length, periods[11]!.label, periods[11]!.dormantCustomers]).toEqual([12, '2020-01-20', 1]);
  });

  test('PostHog prints 0 dormant for a day that is not over; here that is NaN, and all else is the same', () => {
    const { asOf, expected } = caseOf('ph-life-alltime');
    const told = printed(lifecycleOf('ph-life-alltime', Date.parse(asOf!)));
    expect(expected.dormant!.at(-1)).toBe(0);
    expect(told).toEqual({ ...expected, dormant: [...expected.dormant!.slice(0, -1), Number.NaN] });
  });

  test('retentioneering looks back 7 days and calls the third day current; by days here it is a return after one silent day', () => {
    const { events } = caseOf('rete-daily-states');
    const { states } = caseOf('rete-daily-states').expected as unknown as { states: Record<string, string> };
    expect(states).toEqual({ '2023-01-01': 'new', '2023-01-03': 'current' });
    const rows = logOf(events.map(([customer, at]) => ({ customer, at: Date.parse(at) })));
    const stateOf = (period: 'day' | 'week') =>
      customerLifecycle(rows, { period, asOf: dayOf('2023-01-09') })
        .periods.slice(0, period === 'day' ? 3 : 2)
        .map(({ newCustomers, returningCustomers, resurrectedCustomers, dormantCustomers }) => [
          ...[newCustomers, returningCustomers, resurrectedCustomers, dormantCustomers],
        ]);
    expect(stateOf('day')).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ]);
    // The first of January was a Sunday: by weeks the customer is new, then returning, as with a look-back of seven days.
    expect(stateOf('week')).toEqual([
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ]);
  });
});

/** Stickiness over the days of a case, the last one included, or over as many some days earlier. */
function stickinessOf(id: string, shiftDays = 0): ActivePeriodCounts['counts'] {
  const { period, from, lastDay, eventsPerPeriod: [rule, events] = ['>=', 1] } = caseOf(id);
  const { counts } = activePeriodCounts(log(caseOf(id)), {
    ...{ period, from: dayOf(from) + shiftDays * DAY, to: dayOf(lastDay) + (shiftDays + 1) * DAY, asOf: LATER },
    ...{ minimumEvents: events, ...(rule === '=' && { maximumEvents: events }) },
  });
  return counts;
}

describe('stickiness as others publish it', () => {
  const ids = all((id) => id.startsWith('ph-stick'));

  test('there are six', () => {
    expect(ids).toHaveLength(6);
  });

  test.each(ids)('PostHog, %s: the customers of every number of periods are the same', (id) => {
    const { exactly, atLeast } = caseOf(id).expected;
    const counts = stickinessOf(id);
    if (exactly !== undefined) expect(counts.map((count) => count.exactly)).toEqual(exactly);
    else expect(counts.map((count) => count.atLeast)).toEqual(atLeast);
  });

  test('PostHog, ph-stick-compare: so are those of the days before, which are a call of their own', () => {
    const before = stickinessOf('ph-stick-compare', -1);
    expect(before.map((count) => count.exactly)).toEqual(caseOf('ph-stick-compare').expected.comparison);
  });

  test('PostHog once had a bucket too many: ten days have ten numbers, not eleven', () => {
    expect(stickinessOf('ph-stick-day')).toHaveLength(10);
  });
});
