import { checkInstant } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import type { EventLog } from '../log/types.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { periodAt } from '../time/periodAt.ts';
import { periodFrames } from '../time/periodFrames.ts';
import type { Calendar, PeriodIndex, PeriodOptions } from '../time/types.ts';

/** The length of the periods, and which of them. */
export interface EngagementOptions extends PeriodOptions {
  /** An instant in the first period, at most `asOf`; the first event, unless told. */
  readonly from?: Instant;
  /** The instant up to which the log tells; events from it on are not looked at. */
  readonly asOf: Instant;
}

/** What customers did in one period. */
export interface EngagementPeriod {
  /** The period's name: `'2024-03'`. */
  readonly label: string;
  /** Its first instant, in epoch milliseconds. */
  readonly from: number;
  /** The first instant after it, in epoch milliseconds. */
  readonly to: number;
  /** `'partial'` where the log ends within the period: its counts can only rise. */
  readonly state: 'observed' | 'partial';
  /** Events in the period. */
  readonly activities: number;
  /** Customers with at least one of them. */
  readonly customers: number;
  /** Days of the calendar with at least one of them, added up over the customers. */
  readonly activeDays: number;
}

/** Activities and active customers of consecutive periods. */
export interface EngagementByPeriod {
  /** One record a period up to `asOf`, in order of time; a day that the zone skipped has none. */
  readonly periods: readonly EngagementPeriod[];
  /** What the counts rest on. */
  readonly definition: Calendar & {
    /** Customers are the active ones: those with an event in the period. */
    readonly basis: 'activeCustomers';
    /** Up to when events were looked at, in epoch milliseconds. */
    readonly asOf: number;
  };
}

const METRIC = 'engagementByPeriod';

/**
 * Activities, active customers and their active days in each period of a calendar.
 *
 * Periods are whole ones: the first holds `from`, the last the last instant before `asOf`.
 *
 * @param log - what is counted: visits, sessions, uses; every event counts, so filter first where there are others
 * @param options - the length of the periods, time zone, and which of them
 * @returns one record a period, those without an event too; `engagementFrequency` takes each as it is
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `after-as-of`, `too-many-periods` (events more than 2870 years apart)
 * @complexity one pass over the log, plus the days
 * @example
 * const hour = 3_600_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada', 'bob'], at: [0, 5 * hour, 40 * hour, 50 * hour] });
 * const { periods } = engagementByPeriod(log, { period: 'month', asOf: Date.UTC(1970, 1, 1) });
 * periods.map((month) => [month.label, month.activities, month.customers, month.activeDays]) // [['1970-01', 4, 2, 3]]
 * periods.map(engagementFrequency) // [2]
 */
export function engagementByPeriod(log: EventLog, options: EngagementOptions): EngagementByPeriod {
  checkEventLog(METRIC, log);
  const calendar = checkCalendar(METRIC, options, ['from', 'asOf']);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const from = options.from === undefined ? Math.min(log.earliest, asOf) : checkInstant(METRIC, 'from', options.from);
  if (from > asOf) refuse('after-as-of', METRIC, ['from'], `at or before "asOf" (${isoText(asOf)})`, new Date(from));
  const index = layPeriods(METRIC, { ...calendar, from, to: asOf });
  const tally = tallyEngagement(log, index, asOf);
  const periods = periodFrames(index).map(({ place, frame }) => ({
    ...frame,
    state: frame.to <= asOf ? ('observed' as const) : ('partial' as const),
    activities: tally.activities[place]!,
    customers: tally.customers[place]!,
    activeDays: tally.activeDays[place]!,
  }));
  return { periods, definition: { ...calendar, basis: 'activeCustomers', asOf } };
}

const isoText = (at: number): string => new Date(at).toISOString();

interface Tally {
  readonly activities: Float64Array;
  readonly customers: Float64Array;
  readonly activeDays: Float64Array;
}

function tallyEngagement(log: EventLog, index: PeriodIndex, asOf: number): Tally {
  const { count, boundaries, timeZone } = index;
  const column = (): Float64Array => new Float64Array(count);
  const tally = { activities: column(), customers: column(), activeDays: column() };
  if (count === 0) return tally;
  const days = layPeriods(METRIC, { period: 'day', timeZone, from: boundaries[0]!, to: asOf });
  for (let customer = 0; customer < log.customers.length; customer++) {
    let place = 0;
    let periodEnd = -Infinity;
    let dayEnd = -Infinity;
    for (let row = log.offsets[customer]!; row < log.offsets[customer + 1]!; row++) {
      const at = log.at[row]!;
      if (at < boundaries[0]! || at >= asOf) continue;
      if (at >= periodEnd) {
        place = periodAt(index, at);
        periodEnd = boundaries[place + 1]!;
        // Hours share their day with others, in each of which it counts.
        dayEnd = -Infinity;
        tally.customers[place]!++;
      }
      if (at >= dayEnd) {
        dayEnd = days.boundaries[periodAt(days, at) + 1]!;
        tally.activeDays[place]!++;
      }
      tally.activities[place]!++;
    }
  }
  return tally;
}
