import { checkLeast, checkOptions } from '../core/checks.ts';
import { checkAmounts, checkEventLog } from '../log/checkLog.ts';
import { customersBefore } from '../log/customersBefore.ts';
import type { EventLog } from '../log/types.ts';
import { INDICATOR_OPTIONS, indicatorOf, readIndicatorOptions } from './indicatorOf.ts';
import { recentAgainstBefore } from './recentAgainstBefore.ts';
import type { RiskMap } from './riskMap.ts';
import type { IndicatorOptions, RiskIndicator } from './types.ts';

/** The choices of `orderValueDecline`. */
export interface OrderValueDeclineOptions extends IndicatorOptions {
  /** How many of the last orders are recent, at least 1; 3 unless told. */
  readonly recentOrders?: number;
  /** How many orders before them it takes to know a customer's usual, at least 1; 3 unless told. */
  readonly minimumBaselineOrders?: number;
}

/** How much smaller customers' orders have become. */
export interface OrderValueDecline extends RiskIndicator {
  /** Mean amount of the recent orders, of all where there are no more. */
  readonly recentMean: Float64Array;
  /** Mean amount of all orders before them; NaN where there are none. */
  readonly baselineMean: Float64Array;
  /** How many orders in all. */
  readonly orderCount: Int32Array;
}

const METRIC = 'orderValueDecline';
const MAP: RiskMap = { kind: 'linear', safe: 1, risky: 0.5 };

/**
 * Falling order value: a customer's last orders as a share of their orders before.
 *
 * recentMean / baselineMean
 *
 * The recent orders are the last `recentOrders` before `asOf`, however long ago; `observedAt` is the last of them, so
 * that a score can call old news stale. Where fewer than `minimumBaselineOrders` lie before them, and where these are
 * worth 0 or less on average, nothing is said.
 *
 * Unless told, the risk is 0 from the usual value on and 1 at half of it or less (conventions).
 *
 * @param log - a log of orders with amounts of one currency; every event counts, so filter first where there are others
 * @param options - the instant of looking, how many orders are recent and how many it takes before, map, name
 * @returns columns of the customers with an order before `asOf`
 * @undefinedWhen a customer has too few orders, or orders worth nothing before the recent ones, or amounts whose sum no
 * number holds (NaN)
 * @throws InputError `not-a-log`, `missing-field` (a log without amounts), `mixed-currencies`, `unknown-option`,
 * `not-an-instant`, `not-a-text`, `not-a-count`, `below-limit`; for the map `not-a-record`, `not-an-option`,
 * `not-a-number`, `not-rows`
 * @example
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'ada', 'ada', 'ada', 'bob'],
 *   at: [1, 2, 3, 4, 1],
 *   amount: [80, 120, 90, 60, 50],
 * });
 * const found = orderValueDecline(log, { asOf: 9, recentOrders: 2, minimumBaselineOrders: 2 });
 * found.recentMean // [75, 50]
 * found.baselineMean // [100, NaN]
 * found.value // [0.75, NaN]
 * found.risk // [0.5, NaN]
 */
export function orderValueDecline(log: EventLog, options: OrderValueDeclineOptions): OrderValueDecline {
  checkEventLog(METRIC, log);
  checkAmounts(METRIC, log);
  checkOptions(METRIC, options, [...INDICATOR_OPTIONS, 'recentOrders', 'minimumBaselineOrders']);
  const read = readIndicatorOptions(METRIC, options, MAP);
  const { recentOrders = 3, minimumBaselineOrders = 3 } = options;
  checkLeast(METRIC, 'recentOrders', recentOrders, 1);
  checkLeast(METRIC, 'minimumBaselineOrders', minimumBaselineOrders, 1);
  const before = customersBefore(log, read.asOf);
  const rule = { recent: recentOrders, minimumBefore: minimumBaselineOrders };
  const { count, recentMean, baselineMean, ...measured } = recentAgainstBefore(log, before, rule, shareOfBefore);
  const { customers } = before;
  const indicator = indicatorOf(METRIC, { customers, ...measured }, read, { recentOrders, minimumBaselineOrders });
  return { ...indicator, recentMean, baselineMean, orderCount: count };
}

function shareOfBefore(recentMean: number, baselineMean: number): number {
  return baselineMean > 0 ? recentMean / baselineMean : Number.NaN;
}
