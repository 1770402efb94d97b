import type { EventLog } from '../log/types.ts';
import type { ActivityPeriod } from './activityPeriods.ts';
import { type LifecycleDefinition, type LifecycleOptions, readLifecycle } from './readLifecycle.ts';

/** What customers were in one period. Active = new + returning + resurrected. */
export interface LifecyclePeriod extends ActivityPeriod {
  /** `'partial'` where the log ends within the period: active customers can still come, and nobody is dormant yet. */
  readonly state: 'observed' | 'partial';
  /** Customers with an event in the period. */
  readonly activeCustomers: number;
  /** Those of them whose first event of all it is. */
  readonly newCustomers: number;
  /** Those of them who were active in the period before as well. */
  readonly returningCustomers: number;
  /** Those of them who were not active in the period before and had been earlier. */
  readonly resurrectedCustomers: number;
  /** Customers active in the period before and not in this one; NaN while the period is partial. */
  readonly dormantCustomers: number;
}

/** The lifecycle of customers over consecutive periods. */
export interface CustomerLifecycle {
  /** One record a period up to `asOf`, in order of time; a day that the zone skipped has none. */
  readonly periods: readonly LifecyclePeriod[];
  /** What the counts rest on. */
  readonly definition: LifecycleDefinition;
}

/**
 * Active customers of each period of a calendar by where they come from, and those who went silent.
 *
 * What was active before, with the new and the resurrected and without the dormant, is what is active now, always. Who
 * is silent for long is dormant once, in the first silent period. In a period that is not over nobody is known to be
 * silent: its dormant customers are NaN, and not 0.
 *
 * @param log - what customers did; every event counts, so filter first where there are others
 * @param options - the length of the periods, time zone, and which of them
 * @returns one record a period, those without an event too; `lifecycleQuickRatio` takes each as it is
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `after-as-of`, `too-many-periods`
 * @complexity one pass over the log, plus the periods
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd', 'bob', 'cyd'],
 *   at: [day(1, 5), day(1, 9), day(2, 1), day(2, 3), day(3, 8), day(3, 9)],
 * });
 * const { periods } = customerLifecycle(log, { period: 'month', asOf: day(4, 1) });
 * periods.map((month) => [month.label, month.newCustomers, month.returningCustomers, month.resurrectedCustomers])
 * // [['2024-01', 2, 0, 0], ['2024-02', 1, 1, 0], ['2024-03', 0, 1, 1]]
 * periods.map((month) => month.dormantCustomers) // [0, 1, 1]
 */
export function customerLifecycle(log: EventLog, options: LifecycleOptions): CustomerLifecycle {
  const { tally, frames, start, definition } = readLifecycle('customerLifecycle', log, options);
  const periods = frames.map((frame, place) => {
    const isOver = frame.to <= definition.asOf;
    const newCustomers = tally.fresh[place]!;
    const returningCustomers = tally.returning[place]!;
    const resurrectedCustomers = tally.resurrected[place]!;
    return {
      ...frame,
      state: isOver ? ('observed' as const) : ('partial' as const),
      activeCustomers: newCustomers + returningCustomers + resurrectedCustomers,
      newCustomers,
      returningCustomers,
      resurrectedCustomers,
      dormantCustomers: isOver ? tally.dormant[place]! : Number.NaN,
    };
  });
  return { periods: periods.slice(start), definition };
}
