import { checkInstant, checkLevel } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant, LevelOptions } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { firstBefore } from '../log/firstBefore.ts';
import type { EventLog } from '../log/types.ts';
import { curveOf } from '../statistics/curveOf.ts';
import type { ProductLimitCurve } from '../statistics/productLimitCurve.ts';
import { survivalQuantile } from '../statistics/survivalQuantile.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { periodFrames } from '../time/periodFrames.ts';
import type { Calendar, PeriodOptions } from '../time/types.ts';
import { type SecondPurchases, secondPurchases } from './secondPurchases.ts';

/** What makes the cohorts, and when the log is looked at. */
export interface SecondPurchaseOptions extends PeriodOptions, LevelOptions {
  /** The instant up to which the log tells; purchases from it on are not looked at. */
  readonly asOf: Instant;
}

/** How long some customers took from their first purchase to their second. */
export interface SecondPurchaseTimes {
  /** Customers with a first purchase. */
  readonly customers: number;
  /** Those of them with a second one by `asOf`: more can still come. */
  readonly returned: number;
  /** Which share has not yet bought again after how many days of 24 hours. */
  readonly curve: ProductLimitCurve;
  /** Days by which half of them have bought again; NaN where the curve does not come down to a half. */
  readonly medianDays: number;
}

/** The same of those whose first purchase was in one period. */
export interface SecondPurchaseCohort extends SecondPurchaseTimes {
  /** The period's name: `'2024-03'`. */
  readonly label: string;
  /** Its first instant, in epoch milliseconds. */
  readonly from: number;
}

/** Times to the second purchase, by cohort. */
export interface TimesToSecondPurchase {
  /** One a period from the first purchase to `asOf`, those of nobody too; a day that the zone skipped has none. */
  readonly cohorts: readonly SecondPurchaseCohort[];
  /** All customers together. */
  readonly pooled: SecondPurchaseTimes;
  /** Events at the very instant of their customer's first: they are one purchase with it. */
  readonly joinedOrders: number;
  /** Events at `asOf` or later, which were not looked at. */
  readonly laterOrders: number;
  /** What the figures rest on. */
  readonly definition: Calendar & {
    /** A customer is in the cohort of the first event of all. */
    readonly entry: 'firstEvent';
    /** Up to when events were looked at, in epoch milliseconds. */
    readonly asOf: number;
    /** The unit of times: a day of 24 hours. */
    readonly unit: 'days';
    /** The level of the curves' intervals. */
    readonly level: number;
  };
}

const METRIC = 'timesToSecondPurchase';
/** More curves would not fit memory. */
const MAX_COHORTS = 65_536;

/**
 * How long customers take from their first purchase to their second, by the period of the first: of each cohort a
 * product-limit curve, in which who has not bought again yet counts for as long as they have had.
 *
 * product over days t of (1 - bought again on t / not yet bought again by t and looked at for t days)
 *
 * The share of a cohort that has bought again so far is that of those who had a year and those who had a week alike: the
 * newest cohorts always look worst. The curves can be compared, as far as they go: that of a young cohort ends early.
 *
 * Events at one instant are one purchase. Where a log tells only the day of an order, so are those of one day.
 *
 * @param log - a log of orders; every event counts, so filter first where there are others, or refunds
 * @param options - period of the cohorts, zone, `asOf`, level of the curves' intervals
 * @returns one record a cohort in order of time, and all customers together
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `after-as-of` (no event before `asOf`), `too-many-periods`
 * @complexity one pass over the log, plus sorting each cohort's times
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const orders = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd', 'dan', 'dan'],
 *   at: [day(1, 5), day(1, 9), day(1, 25), day(2, 3), day(2, 4), day(2, 9)],
 * });
 * const { cohorts, pooled } = timesToSecondPurchase(orders, { period: 'month', asOf: day(2, 13) });
 * cohorts.map((cohort) => [cohort.label, cohort.customers, cohort.returned, cohort.medianDays])
 * // [['2024-01', 2, 1, 27.5], ['2024-02', 2, 1, 7.5]]
 * 1 - survivalAt(pooled.curve, { time: 10 }) // 0.25
 * @reference Kaplan and Meier (1958), Nonparametric estimation from incomplete observations
 */
export function timesToSecondPurchase(log: EventLog, options: SecondPurchaseOptions): TimesToSecondPurchase {
  checkEventLog(METRIC, log);
  const calendar = checkCalendar(METRIC, options, ['asOf', 'level']);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const { level = 0.95 } = options;
  checkLevel(METRIC, level);
  const from = firstBefore(METRIC, log, asOf);
  const index = layPeriods(METRIC, { ...calendar, from, to: asOf });
  if (index.count > MAX_COHORTS)
    refuse('too-many-periods', METRIC, ['period'], `long enough for at most ${MAX_COHORTS} cohorts`, calendar.period);
  const purchases = secondPurchases(log, index, asOf);
  const { starts, joinedOrders, laterOrders } = purchases;
  return {
    cohorts: periodFrames(index).map(({ place, frame: { label, from } }) => ({
      ...{ label, from },
      ...timesOf(purchases, starts[place]!, starts[place + 1]!, level),
    })),
    pooled: timesOf(purchases, 0, purchases.time.length, level),
    ...{ joinedOrders, laterOrders },
    definition: { ...calendar, entry: 'firstEvent', asOf, unit: 'days', level },
  };
}

/** Those of the customers from `start` up to, not including, `end`. */
function timesOf({ time, ended }: SecondPurchases, start: number, end: number, level: number): SecondPurchaseTimes {
  const curve = curveOf({ time: time.subarray(start, end), ended: ended.subarray(start, end) }, level);
  const { count, endedCount } = curve;
  return { customers: count, returned: endedCount, curve, medianDays: survivalQuantile(curve).estimate };
}
