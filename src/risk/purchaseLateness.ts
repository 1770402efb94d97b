import { checkLeast, checkOptions } from '../core/checks.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { customersBefore } from '../log/customersBefore.ts';
import { DAY } from '../log/day.ts';
import type { EventLog } from '../log/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { INDICATOR_OPTIONS, indicatorOf, observedAtEnd, readIndicatorOptions } from './indicatorOf.ts';
import type { RiskMap } from './riskMap.ts';
import type { IndicatorOptions, RiskIndicator } from './types.ts';

/** The choices of `purchaseLateness`. */
export interface PurchaseLatenessOptions extends IndicatorOptions {
  /** How many orders it takes to know a customer's gaps, at least 2; 3 unless told. */
  readonly minimumOrders?: number;
}

/** How late customers are by their own rhythm. */
export interface PurchaseLateness extends RiskIndicator {
  /** Days of 24 hours from the last order to `asOf`. */
  readonly openGapDays: Float64Array;
  /** Days of 24 hours from order to order, on average; NaN of one order. */
  readonly meanGapDays: Float64Array;
  /** How many orders. */
  readonly orderCount: Int32Array;
}

const METRIC = 'purchaseLateness';
const MAP: RiskMap = { kind: 'linear', safe: 1, risky: 3 };

/**
 * Falling purchase frequency: the time since a customer's last order in their own usual gaps.
 *
 * openGap / meanGap
 *
 * The mean gap is the time from a customer's first order to the last, over the number of gaps between. Of fewer than
 * `minimumOrders` orders, and where all of them lie at one instant, nothing is said.
 *
 * Unless told, the risk is 0 up to one usual gap and 1 from three on.
 *
 * @param log - a log of orders; every event counts, so filter first where there are others
 * @param options - the instant of looking, how many orders it takes, map, name
 * @returns columns of the customers with an order before `asOf`
 * @undefinedWhen a customer has too few orders, or all at one instant (NaN)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `not-a-text`, `not-a-count`, `below-limit`; for the
 * map `not-a-record`, `not-an-option`, `not-a-number`, `not-rows`
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada', 'bob'], at: [0, 7 * day, 14 * day, 0] });
 * const { value, risk, openGapDays } = purchaseLateness(log, { asOf: 28 * day });
 * value // [2, NaN]
 * risk // [0.5, NaN]
 * openGapDays // [14, 28]
 */
export function purchaseLateness(log: EventLog, options: PurchaseLatenessOptions): PurchaseLateness {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, [...INDICATOR_OPTIONS, 'minimumOrders']);
  const read = readIndicatorOptions(METRIC, options, MAP);
  const { minimumOrders = 3 } = options;
  checkLeast(METRIC, 'minimumOrders', minimumOrders, 2);
  const { customers, start, end } = customersBefore(log, read.asOf);
  const value = new Float64Array(customers.length);
  const openGapDays = new Float64Array(customers.length);
  const meanGapDays = new Float64Array(customers.length);
  const orderCount = new Int32Array(customers.length);
  for (let customer = 0; customer < customers.length; customer++) {
    const last = log.at[end[customer]! - 1]!;
    const orders = end[customer]! - start[customer]!;
    const active = last - log.at[start[customer]!]!;
    const silent = read.asOf - last;
    openGapDays[customer] = silent / DAY;
    meanGapDays[customer] = ratio(active / DAY, orders - 1);
    orderCount[customer] = orders;
    // By a product: a quotient of the two gaps would be rounded more than once, and not be whole where they are multiples.
    value[customer] = orders < minimumOrders ? Number.NaN : ratio(silent * (orders - 1), active);
  }
  const observedAt = observedAtEnd(value, read.asOf);
  const indicator = indicatorOf(METRIC, { customers, value, observedAt }, read, { minimumOrders });
  return { ...indicator, openGapDays, meanGapDays, orderCount };
}
