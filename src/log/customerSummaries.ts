import { checkOptions } from '../core/checks.ts';
import type { CustomerId } from '../core/types.ts';
import { sum } from '../numeric/sum.ts';
import { checkTimeZone } from '../time/checkTimeZone.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex, TimeZoneOptions } from '../time/types.ts';
import { checkEventLog, checkOneCurrency, currencyOf } from './checkLog.ts';
import { DAY } from './day.ts';
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
  const amounts = (): Float64Array => new Float64Array(count).fill(Number.NaN);
  const times = summarizeTimes(log);
  const days = dayIndex(times, timeZone);
  const summaries = {
    customers: log.customers,
    ...times,
    distinctDays: new Int32Array(count),
    amountSum: amounts(),
    amountMean: amounts(),
    firstDayAmount: amounts(),
    definition: { timeZone, currency: currencyOf(log) },
  };
  countDays(log, days, summaries.distinctDays);
  if (log.amount !== undefined) sumAmounts(log, log.amount, days, summaries);
  return summaries;
}

type Times = Pick<CustomerSummaries, 'firstAt' | 'lastAt' | 'eventCount'>;

function summarizeTimes({ customers, offsets, at }: EventLog): Times {
  const count = customers.length;
  const times = {
    firstAt: new Float64Array(count),
    lastAt: new Float64Array(count),
    eventCount: new Int32Array(count),
  };
  for (let customer = 0; customer < count; customer++) {
    const start = offsets[customer]!;
    const end = offsets[customer + 1]!;
    times.firstAt[customer] = at[start]!;
    times.lastAt[customer] = at[end - 1]!;
    times.eventCount[customer] = end - start;
  }
  return times;
}

function dayIndex({ firstAt, lastAt }: Times, timeZone: string): PeriodIndex {
  let first = Infinity;
  let last = -Infinity;
  for (let customer = 0; customer < firstAt.length; customer++) {
    first = Math.min(first, firstAt[customer]!);
    last = Math.max(last, lastAt[customer]!);
  }
  const isEmpty = firstAt.length === 0;
  return layPeriods(METRIC, { period: 'day', timeZone, from: isEmpty ? 0 : first, to: isEmpty ? 0 : last + 1 });
}

function countDays({ offsets, at }: EventLog, days: PeriodIndex, distinctDays: Int32Array): void {
  const isUtc = days.timeZone === 'UTC';
  for (let customer = 0; customer < distinctDays.length; customer++) {
    const start = offsets[customer]!;
    const end = offsets[customer + 1]!;
    distinctDays[customer] = isUtc
      ? countUtcDays(at, days.boundaries[0]!, start, end)
      : countZonedDays(at, days, start, end);
  }
}

/** Days that all have 24 hours can be told by division; `origin` is the start of any day before the rows. */
function countUtcDays(at: Float64Array, origin: number, start: number, end: number): number {
  let count = 0;
  let last = -1;
  for (let row = start; row < end; row++) {
    const day = ((at[row]! - origin) / DAY) | 0;
    // Days never descend: 1 for a new one, 0 for the same. A branch would be guessed wrong for many of the events.
    count += (last - day) >>> 31;
    last = day;
  }
  return count;
}

function countZonedDays(at: Float64Array, days: PeriodIndex, start: number, end: number): number {
  let count = 0;
  let nextDay = -Infinity;
  for (let row = start; row < end; row++) {
    if (at[row]! < nextDay) continue;
    nextDay = days.boundaries[periodAt(days, at[row]!) + 1]!;
    count++;
  }
  return count;
}

type Sums = Pick<CustomerSummaries, 'amountSum' | 'amountMean' | 'firstDayAmount'>;

function sumAmounts({ offsets, at }: EventLog, amount: Float64Array, days: PeriodIndex, sums: Sums): void {
  for (let customer = 0; customer < sums.amountSum.length; customer++) {
    const start = offsets[customer]!;
    const end = offsets[customer + 1]!;
    const total = sum(amount, start, end);
    sums.amountSum[customer] = total;
    sums.amountMean[customer] = total / (end - start);
    const dayEnd = days.boundaries[periodAt(days, at[start]!) + 1]!;
    let row = start + 1;
    while (row < end && at[row]! < dayEnd) row++;
    sums.firstDayAmount[customer] = sum(amount, start, row);
  }
}
