import { checkInstant, checkLeast, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import { firstBefore } from '../log/firstBefore.ts';
import type { EventLog } from '../log/types.ts';
import { checkTimeZone } from '../time/checkTimeZone.ts';
import { periodAt } from '../time/periodAt.ts';
import type { PeriodIndex, TimeZoneOptions } from '../time/types.ts';
import { activityIndex } from './activityPeriods.ts';

/** Which days are looked at. */
export interface ActiveDayOptions extends TimeZoneOptions {
  /** The instant up to which the log tells; the last day is the last one that is over by then. */
  readonly asOf: Instant;
  /** How many days of the calendar, from 1; 28 unless told, which hold each day of the week equally often. */
  readonly days?: number;
}

/** The tally that a stickiness ratio is made from. */
export interface ActiveDayTotals {
  /** Days of the calendar on which a customer had an event, added up over the customers. */
  readonly activeDays: number;
  /** How many days were looked at. */
  readonly days: number;
  /** Customers with an event on any of these days. */
  readonly activeCustomers: number;
  /** `'partial'` where the log has no event before the second of these days: it may not tell of all of them. */
  readonly state: 'observed' | 'partial';
  /** What the figures rest on. */
  readonly definition: {
    /** The zone whose days are counted. */
    readonly timeZone: string;
    /** The first instant of the first day, in epoch milliseconds. */
    readonly from: number;
    /** The first instant after the last day, in epoch milliseconds. */
    readonly to: number;
    /** Up to when events were looked at, in epoch milliseconds. */
    readonly asOf: number;
  };
}

const METRIC = 'activeDayTotals';
/** A hundred years: more than any log tells of, and soon laid out. */
const MAX_DAYS = 36_525;
/** Days may be longer than 24 hours, all together by a day at most: Alaska had one of 48 when it went back by a date. */
const SPARE_DAYS = 1;

/**
 * Active days and active customers of the last whole days before an instant.
 *
 * The day of `asOf` is not over and not looked at: a morning would be held against days. A day that the zone skipped is
 * none of the days.
 *
 * @param log - what customers did; every event counts, so filter first where there are others
 * @param options - how many days, up to when, and the time zone
 * @returns the tally; `stickinessRatio` takes it as it is
 * @throws InputError `not-a-log`, `unknown-option`, `unknown-time-zone`, `not-an-instant`, `after-as-of`, `not-a-count`,
 * `below-limit`, `too-many-periods`
 * @complexity customers, plus the events of these days and later ones
 * @example
 * const hour = 3_600_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada', 'bob'], at: [0, 5 * hour, 40 * hour, 50 * hour] });
 * const { activeDays, days, activeCustomers } = activeDayTotals(log, { days: 3, asOf: 80 * hour });
 * [activeDays, days, activeCustomers] // [3, 3, 2]
 */
export function activeDayTotals(log: EventLog, options: ActiveDayOptions): ActiveDayTotals {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['asOf', 'days', 'timeZone']);
  const timeZone = checkTimeZone(METRIC, options.timeZone);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const { days = 28 } = options;
  checkLeast(METRIC, 'days', days, 1);
  if (days > MAX_DAYS) refuse('too-many-periods', METRIC, ['days'], `at most ${MAX_DAYS}`, days);
  const window = lastDays(asOf, days, timeZone);
  firstBefore(METRIC, log, asOf);
  const { from, to, secondDay } = window;
  return {
    ...tallyDays(log, window),
    days,
    state: log.earliest < secondDay ? 'observed' : 'partial',
    definition: { timeZone, from, to, asOf },
  };
}

/** Some days of an index. */
interface DayWindow {
  readonly index: PeriodIndex;
  readonly from: number;
  readonly to: number;
  /** The first instant of the second day, or the end of the only one. */
  readonly secondDay: number;
}

/** The last whole days before an instant. */
function lastDays(asOf: number, days: number, timeZone: string): DayWindow {
  const from = asOf - (days + SPARE_DAYS) * DAY;
  const index = activityIndex(METRIC, { period: 'day', timeZone, from, to: asOf });
  const { boundaries, count } = index;
  const end = boundaries[count]! <= asOf ? count : count - 1;
  return { index, from: boundaries[end - days]!, to: boundaries[end]!, secondDay: boundaries[end - days + 1]! };
}

type DayCounts = Pick<ActiveDayTotals, 'activeDays' | 'activeCustomers'>;

/** From each customer's last event back, so that only the rows of these days and later ones are read. */
function tallyDays({ offsets, at }: EventLog, { index, from, to }: DayWindow): DayCounts {
  const { boundaries } = index;
  let activeDays = 0;
  let activeCustomers = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const start = offsets[customer]!;
    let row = offsets[customer + 1]! - 1;
    while (row >= start && at[row]! >= to) row--;
    if (row >= start && at[row]! >= from) activeCustomers++;
    let dayStart = Infinity;
    for (; row >= start && at[row]! >= from; row--) {
      if (at[row]! >= dayStart) continue;
      dayStart = boundaries[periodAt(index, at[row]!)]!;
      activeDays++;
    }
  }
  return { activeDays, activeCustomers };
}
