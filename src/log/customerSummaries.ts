import { checkOptions } from '../core/checks.ts';
import type { CustomerId } from '../core/types.ts';
import { sum } from '../numeric/sum.ts';
import { checkTimeZone } from '../time/checkTimeZone.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex, TimeZoneOptions } from '../time/types.ts';
import { checkEventLog, checkOneCurrency, currencyOf } from './checkLog.ts';
import type { EventLog } from './types.ts';

/** What a log says of each customer: columns beside `customers`, one value a customer. */
export interface CustomerSummaries {
  /** The customers, in the order of the log. */
  readonly customers: readonly CustomerId[];
  /** Instant of the first event, in epoch milliseconds. */
  readonly firstAt: Float64Array;
  /** Instant of the last event, in epoch milliseconds. */
  readonly lastAt: Float64Array;
  /** How many events. */
  readonly eventCount: Int32Array;
  /** On how many days of the calendar: two orders of one day are one purchase occasion. */
  readonly distinctDays: Int32Array;
  /** Sum of the amounts; NaN where the log has none. */
  readonly amountSum: Float64Array;
  /** Mean amount of an event; NaN where the log has none. */
  readonly amountMean: Float64Array;
  /** Sum of the amounts of the first day, beyond which purchases are repeated ones; NaN where the log has none. */
  readonly firstDayAmount: Float64Array;
  /** What the figures rest on. */
  readonly definition: {
    /** The zone whose days are counted. */
    readonly timeZone: string;
    /** The currency of the amounts; undefined where the log names none. */
    readonly currency: string | undefined;
  };
}

const METRIC = 'customerSummaries';

/**
 * Each customer's first and last event, number of events and of distinct days, sum and mean of the amounts.
 *
 * @param log - what customers did; every event counts, so filter first where only orders should
 * @param options - the zone whose days are counted, UTC unless told
 * @returns columns beside `customers`; `toRows` makes records of them
 * @throws InputError `not-a-log`, `unknown-option`, `unknown-time-zone`, `mixed-currencies`, `too-many-periods` (events
 * more than 2870 years apart)
 * @undefinedWhen the log has no amounts (sum and mean are NaN)
 * @example
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'bob'], at: [0, 5000, 9000], amount: [10, 30, 5] });
 * const summaries = customerSummaries(log);
 * summaries.eventCount // [2, 1]
 * summaries.distinctDays // [1, 1]
 * summaries.amountMean // [20, 5]
 */
export function customerSummaries(log: EventLog, options: TimeZoneOptions = {}): CustomerSummaries {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['timeZone']);
  const timeZone = checkTimeZone(METRIC, options.timeZone);
  checkOneCurrency(METRIC, log);
  const count = log.customers.length;
  const days = dayIndex(log.at, timeZone);
  const summaries = {
    customers: log.customers,
    firstAt: new Float64Array(count),
    lastAt: new Float64Array(count),
    eventCount: new Int32Array(count),
    distinctDays: new Int32Array(count),
    amountSum: new Float64Array(count).fill(Number.NaN),
    amountMean: new Float64Array(count).fill(Number.NaN),
    firstDayAmount: new Float64Array(count).fill(Number.NaN),
    definition: { timeZone, currency: currencyOf(log) },
  };
  for (let customer = 0; customer < count; customer++) {
    const start = log.offsets[customer]!;
    const end = log.offsets[customer + 1]!;
    summaries.firstAt[customer] = log.at[start]!;
    summaries.lastAt[customer] = log.at[end - 1]!;
    summaries.eventCount[customer] = end - start;
    summaries.distinctDays[customer] = countDays(log.at, days, start, end);
    if (log.amount === undefined) continue;
    const total = sum(log.amount, start, end);
    summaries.amountSum[customer] = total;
    summaries.amountMean[customer] = total / (end - start);
    const dayEnd = days.boundaries[periodAt(days, log.at[start]!) + 1]!;
    let row = start + 1;
    while (row < end && log.at[row]! < dayEnd) row++;
    summaries.firstDayAmount[customer] = sum(log.amount, start, row);
  }
  return summaries;
}

function dayIndex(at: Float64Array, timeZone: string): PeriodIndex {
  let first = Infinity;
  let last = -Infinity;
  for (let row = 0; row < at.length; row++) {
    if (at[row]! < first) first = at[row]!;
    if (at[row]! > last) last = at[row]!;
  }
  return layPeriods(METRIC, {
    period: 'day',
    timeZone,
    from: at.length > 0 ? first : 0,
    to: at.length > 0 ? last + 1 : 0,
  });
}

function countDays(at: Float64Array, days: PeriodIndex, start: number, end: number): number {
  let count = 0;
  let nextDay = -Infinity;
  for (let row = start; row < end; row++) {
    if (at[row]! < nextDay) continue;
    nextDay = days.boundaries[periodAt(days, at[row]!) + 1]!;
    count++;
  }
  return count;
}
