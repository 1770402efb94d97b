import { checkInstant, checkOneOf, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant } from '../core/types.ts';
import { checkEventLog, checkOneCurrency, currencyOf } from '../log/checkLog.ts';
import { customersBefore } from '../log/customersBefore.ts';
import type { EventLog } from '../log/types.ts';
import { sum } from '../numeric/sum.ts';
import { checkTimeZone } from '../time/checkTimeZone.ts';
import type { PeriodIndex } from '../time/types.ts';
import { checkSpend } from './checkSpend.ts';
import { DAYS_PER_UNIT, SPEND_RULES, TIME_UNITS } from './daysPerUnit.ts';
import { countDays, dayBefore, layDays, rowAfterDay } from './purchaseDays.ts';
import type { PurchaseSummaryOptions } from './purchaseSummary.ts';
import type { PurchaseSummary, PurchaseSummaryDefinition } from './purchaseTypes.ts';
import { summarizePurchases } from './summarizePurchases.ts';

/** Where the time that a model is fitted to ends, and the time that it is tried on. */
export interface CalibrationHoldoutOptions extends Omit<PurchaseSummaryOptions, 'asOf'> {
  /** The first instant after the calibration, and of the holdout. */
  readonly calibrationEnd: Instant;
  /** The first instant after the holdout, on a later day. */
  readonly holdoutEnd: Instant;
}

/** A summary as of the end of the calibration, and what the same customers did in the holdout. */
export interface CalibrationHoldoutSummary extends PurchaseSummary {
  /** Purchases of each customer in the holdout: days with an order. */
  readonly holdoutFrequency: Int32Array;
  /** Sum of the amounts of each customer's orders in the holdout; NaN where the log has none. */
  readonly holdoutSpend: Float64Array;
  /** How long the holdout is, in the unit of the summary. */
  readonly holdoutLength: number;
  /** Those of `laterCustomers` whose first order lies in the holdout. */
  readonly holdoutCustomers: number;
  /** Their orders in the holdout: they are in no column. */
  readonly holdoutCustomersOrders: number;
  /** Orders at the end of the holdout or later: they are left out. */
  readonly ordersAfterHoldout: number;
  /** What the figures rest on; `asOf` is the end of the calibration. */
  readonly definition: PurchaseSummaryDefinition & {
    /** The first instant after the holdout, in epoch milliseconds. */
    readonly holdoutEnd: number;
  };
}

const METRIC = 'calibrationHoldoutSummary';

/**
 * Splits time in two to try a model on what it has not seen: the summary of purchases as of the end of the calibration,
 * and what the same customers bought in the holdout after it.
 *
 * The columns of the calibration are those of `purchaseSummary` as of `calibrationEnd`, by the same rules, so that a
 * model is fitted to the result as it is. Whatever the split, frequency and holdout frequency add up to the frequency as
 * of `holdoutEnd`, and age and holdout length to the age: a split at another hour than midnight gives the whole day to
 * the calibration, and an order later on that day is a purchase of the holdout only where the customer had not ordered on
 * that day before. Split at midnight, and no day is cut.
 *
 * Customers who first order in the holdout are no test of predictions for known customers: they are counted apart.
 *
 * @param log - a log of orders; every event counts, so filter first where there are others
 * @param options - the ends of calibration and holdout, unit of time, zone, and which purchases the mean spend is of
 * @returns columns beside `customers`, and counts of what is not in them
 * @undefinedWhen a customer has no purchase for the mean spend (meanSpend is NaN), or the log has no amounts
 * (meanSpend and holdoutSpend are NaN)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `not-an-option`, `unknown-time-zone`,
 * `reversed-interval` (a holdout without a day), `mixed-currencies`, `not-a-quantity` (a negative amount),
 * `too-many-periods` (days of more than 2870 years)
 * @complexity one pass over the log, plus the days
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'ada', 'ada', 'bob', 'cyd'],
 *   at: [day(1, 1), day(1, 15), day(2, 20), day(1, 22), day(2, 14)],
 *   amount: [50, 30, 60, 35, 20],
 * });
 * const split = calibrationHoldoutSummary(log, { calibrationEnd: day(2, 6), holdoutEnd: day(2, 27), unit: 'week' });
 * split.customers // ['ada', 'bob']
 * split.frequency // [1, 0]
 * split.holdoutFrequency // [1, 0]
 * split.holdoutSpend // [60, 0]
 * split.holdoutLength // 3
 * split.holdoutCustomers // 1
 */
export function calibrationHoldoutSummary(
  log: EventLog,
  options: CalibrationHoldoutOptions,
): CalibrationHoldoutSummary {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['calibrationEnd', 'holdoutEnd', 'unit', 'timeZone', 'spend']);
  const { unit, spend = 'repeat' } = options;
  const asOf = checkInstant(METRIC, 'calibrationEnd', options.calibrationEnd);
  const holdoutEnd = checkInstant(METRIC, 'holdoutEnd', options.holdoutEnd);
  checkOneOf(METRIC, 'unit', unit, TIME_UNITS);
  const timeZone = checkTimeZone(METRIC, options.timeZone);
  checkOneOf(METRIC, 'spend', spend, SPEND_RULES);
  checkOneCurrency(METRIC, log);
  if (holdoutEnd <= asOf) refuseEnd(asOf, holdoutEnd);
  const days = layDays(METRIC, log, { timeZone, asOf, to: holdoutEnd });
  const length = dayBefore(days, holdoutEnd) - dayBefore(days, asOf);
  if (length === 0) refuseEnd(asOf, holdoutEnd);
  const definition = { asOf, timeUnit: unit, timeZone, spend, currency: currencyOf(log) };
  const summary = summarizePurchases(METRIC, log, days, definition);
  return {
    ...summary,
    ...tallyHoldout(log, days, { asOf, holdoutEnd, count: summary.customers.length }),
    holdoutLength: length / DAYS_PER_UNIT[unit],
    definition: { ...definition, holdoutEnd },
  };
}

function refuseEnd(calibrationEnd: number, holdoutEnd: number): never {
  const rule = `on a day after the last before "calibrationEnd" (${new Date(calibrationEnd).toISOString()})`;
  refuse('reversed-interval', METRIC, ['holdoutEnd'], rule, new Date(holdoutEnd));
}

/** The holdout, and how many customers the columns are of. */
interface Holdout {
  readonly asOf: number;
  readonly holdoutEnd: number;
  readonly count: number;
}

type HoldoutColumn = 'holdoutFrequency' | 'holdoutSpend';
type HoldoutCount = 'holdoutCustomers' | 'holdoutCustomersOrders' | 'ordersAfterHoldout';

function tallyHoldout(
  { customers, offsets, at, amount }: EventLog,
  days: PeriodIndex,
  { asOf, holdoutEnd, count }: Holdout,
): Pick<CalibrationHoldoutSummary, HoldoutColumn | HoldoutCount> {
  const { start, end } = customersBefore({ customers, offsets, at }, holdoutEnd);
  const holdoutFrequency = new Int32Array(count);
  const holdoutSpend = new Float64Array(count).fill(Number.NaN);
  const counts = { holdoutCustomers: 0, holdoutCustomersOrders: 0, ordersAfterHoldout: at.length };
  let place = 0;
  for (let customer = 0; customer < start.length; customer++) {
    const next = end[customer]!;
    let row = next;
    while (row > start[customer]! && at[row - 1]! >= asOf) row--;
    counts.ordersAfterHoldout -= next - start[customer]!;
    if (row === start[customer]) {
      counts.holdoutCustomers++;
      counts.holdoutCustomersOrders += next - row;
      continue;
    }
    const newDay = rowAfterDay(at, days, { of: row - 1, row, end: next });
    holdoutFrequency[place] = countDays(at, days, newDay, next);
    if (amount !== undefined) {
      checkSpend(METRIC, amount, row, next);
      holdoutSpend[place] = sum(amount, row, next);
    }
    place++;
  }
  return { holdoutFrequency, holdoutSpend, ...counts };
}
