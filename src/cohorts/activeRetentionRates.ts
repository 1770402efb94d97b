import { checkLevel } from '../core/checks.ts';
import type { Interval, LevelOptions } from '../core/types.ts';
import type { EventLog } from '../log/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { wilsonLower, wilsonUpper } from '../statistics/wilson.ts';
import type { ActivityPeriod } from './activityPeriods.ts';
import { type LifecycleDefinition, type LifecycleOptions, readLifecycle } from './readLifecycle.ts';

/** The length of the periods, which of them, and how sure the intervals are to be. */
export interface ActiveRetentionOptions extends LifecycleOptions, LevelOptions {}

/** The active customers of one period, and who of them was active in the next. */
export interface ActiveRetentionPeriod extends ActivityPeriod {
  /** `'partial'` where the log ends within the next period: retained customers can still come. */
  readonly state: 'observed' | 'partial';
  /** Customers with an event in the period. */
  readonly activeCustomers: number;
  /** Those of them with an event in the next period. */
  readonly retainedCustomers: number;
  /** retainedCustomers / activeCustomers; NaN where nobody was active. */
  readonly rate: number;
  /** Wilson interval of the rate; NaN where nobody was active. */
  readonly interval: Interval;
}

/** Retention of active customers from each period to the next. */
export interface ActiveRetentionRates {
  /** One record a period whose next one has begun by `asOf`, in order of time; a day that the zone skipped has none. */
  readonly periods: readonly ActiveRetentionPeriod[];
  /** What the rates rest on. */
  readonly definition: LifecycleDefinition & {
    /** The level of the intervals. */
    readonly level: number;
    /** How the intervals are made. */
    readonly method: 'wilson';
  };
}

const METRIC = 'activeRetentionRates';

/**
 * Share of each period's active customers, new and old alike, who were active in the next period too.
 *
 * retainedCustomers / activeCustomers
 *
 * The period that `asOf` ends in, or with, has no record: its next one has not begun, and nobody can be told to have
 * stayed away. The one before is partial while its next is under way.
 *
 * @param log - what customers did; every event counts, so filter first where there are others
 * @param options - the length of the periods, time zone, which of them, and the level of the intervals
 * @returns one record a period, those without an event too
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `after-as-of`, `too-many-periods`
 * @complexity one pass over the log, plus the periods
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd', 'cyd'],
 *   at: [day(1, 5), day(1, 9), day(2, 1), day(2, 3), day(3, 2)],
 * });
 * const { periods } = activeRetentionRates(log, { period: 'month', asOf: day(3, 10) });
 * periods.map((month) => [month.label, month.rate, month.state])
 * // [['2024-01', 0.5, 'observed'], ['2024-02', 0.5, 'partial']]
 */
export function activeRetentionRates(log: EventLog, options: ActiveRetentionOptions): ActiveRetentionRates {
  const { tally, frames, start, definition } = readLifecycle(METRIC, log, options, ['level']);
  const { level = 0.95 } = options;
  checkLevel(METRIC, level);
  const z = levelDeviate(level);
  const periods = frames.slice(0, -1).map((frame, place) => {
    const activeCustomers = tally.fresh[place]! + tally.returning[place]! + tally.resurrected[place]!;
    const retainedCustomers = tally.returning[place + 1]!;
    return {
      ...frame,
      state: frames[place + 1]!.to <= definition.asOf ? ('observed' as const) : ('partial' as const),
      activeCustomers,
      retainedCustomers,
      rate: ratio(retainedCustomers, activeCustomers),
      interval: {
        lower: wilsonLower(retainedCustomers, activeCustomers, z),
        upper: wilsonUpper(retainedCustomers, activeCustomers, z),
      },
    };
  });
  return { periods: periods.slice(start), definition: { ...definition, level, method: 'wilson' } };
}
