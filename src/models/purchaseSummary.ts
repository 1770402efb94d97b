import { checkInstant, checkOneOf, checkOptions } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import { checkEventLog, checkOneCurrency, currencyOf } from '../log/checkLog.ts';
import type { EventLog } from '../log/types.ts';
import { checkTimeZone } from '../time/checkTimeZone.ts';
import type { TimeZoneOptions } from '../time/types.ts';
import { SPEND_RULES, TIME_UNITS } from './daysPerUnit.ts';
import { layDays } from './purchaseDays.ts';
import type { PurchaseSummary, SpendRule, TimeUnit } from './purchaseTypes.ts';
import { summarizePurchases } from './summarizePurchases.ts';

/** Up to when purchases are looked at, and how time and spend are counted. */
export interface PurchaseSummaryOptions extends TimeZoneOptions {
  /** The first instant that is not observed: orders from it on are not looked at. */
  readonly asOf: Instant;
  /**
   * The unit of recency and age, and of every horizon of a model fitted to them: a week is 7 days, a month 30.436875 and a
   * year 365.2425, as they are in the mean of the Gregorian calendar.
   */
  readonly unit: TimeUnit;
  /**
   * Which purchases the mean spend is of: `'repeat'`, unless told, leaves the first out, which is often unlike the
   * others; `'all'` takes it in.
   */
  readonly spend?: SpendRule;
}

const METRIC = 'purchaseSummary';

/**
 * Frequency, recency, age and mean spend of each customer: what the models of purchases and of spend are fitted to.
 *
 * - Same day: the orders of one day of the zone are one purchase, whose spend is their sum. Two orders of a day are most
 *   often one intention; as two they would say of the customer that purchases come minutes apart.
 * - First purchase: the day of a customer's first order is the acquisition and no repeat. Frequency counts the other days
 *   with an order, and the mean spend is of those, unless `spend: 'all'` takes in the first. `spendCount` says of how many
 *   it is in either case, and the models of spend go by it.
 * - Refunds: a negative amount before `asOf` is refused, since a refund is no purchase; build the log with refunds `'net'`
 *   or `'drop'`. An order of amount 0 is a purchase.
 * - End: time runs in whole days of the zone's calendar, from the day of the first purchase to the last day that has begun
 *   before `asOf`, over the days of the unit. Days of 23 and 25 hours are days like others, and one that the zone skipped
 *   is passed as the calendar does. As of a midnight the last day is the one that it ends.
 *
 * Customers who first order at `asOf` or later are left out and counted: nothing is known of them yet.
 *
 * @param log - a log of orders; every event counts, so filter first where there are others
 * @param options - up to when, unit of time, zone, and which purchases the mean spend is of
 * @returns columns beside `customers`, and counts of what is not in them; `toRows` makes records of the columns
 * @undefinedWhen a customer has no purchase for the mean spend, or the log has no amounts (meanSpend is NaN)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `not-an-option`, `unknown-time-zone`,
 * `mixed-currencies`, `not-a-quantity` (a negative amount), `too-many-periods` (days of more than 2870 years)
 * @complexity one pass over the log, plus the days
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'ada', 'ada', 'ada', 'bob'],
 *   at: [day(1, 1), day(1, 15), day(1, 15), day(1, 29), day(2, 5)],
 *   amount: [50, 10, 20, 60, 35],
 * });
 * const summary = purchaseSummary(log, { asOf: day(2, 13), unit: 'week' });
 * summary.frequency // [2, 0]
 * summary.recency // [4, 0]
 * summary.age // [6, 1]
 * summary.meanSpend // [45, NaN]
 * summary.joinedOrders // 1
 * @reference Fader, Hardie and Lee (2005), "Counting your customers" the easy way: an alternative to the Pareto/NBD model
 */
export function purchaseSummary(log: EventLog, options: PurchaseSummaryOptions): PurchaseSummary {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['asOf', 'unit', 'timeZone', 'spend']);
  const { unit, spend = 'repeat' } = options;
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  checkOneOf(METRIC, 'unit', unit, TIME_UNITS);
  const timeZone = checkTimeZone(METRIC, options.timeZone);
  checkOneOf(METRIC, 'spend', spend, SPEND_RULES);
  checkOneCurrency(METRIC, log);
  const days = layDays(METRIC, log, { timeZone, asOf, to: asOf });
  return summarizePurchases(METRIC, log, days, { asOf, timeUnit: unit, timeZone, spend, currency: currencyOf(log) });
}
