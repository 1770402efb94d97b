import { checkCount, checkInstant, checkLeast } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Instant } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { firstBefore } from '../log/firstBefore.ts';
import type { EventLog } from '../log/types.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import type { Calendar, PeriodOptions } from '../time/types.ts';
import { activityIndex } from './activityPeriods.ts';
import { type EventsNeeded, tallyActivePeriods } from './tallyActivePeriods.ts';

/** The length of the periods, which of them, and what makes one active. */
export interface ActivePeriodOptions extends PeriodOptions {
  /** An instant in the first period, at most `to`; the first event, unless told. */
  readonly from?: Instant;
  /** The first instant after those that are of interest, at most `asOf`, which it is unless told. */
  readonly to?: Instant;
  /** The instant up to which the log tells; events from it on are not looked at. */
  readonly asOf: Instant;
  /** How many events a customer has in an active period at least, from 1; 1 unless told. */
  readonly minimumEvents?: number;
  /** How many they have in it at most, `minimumEvents` or more; any number unless told. */
  readonly maximumEvents?: number;
}

/** How many customers were active in so many of the periods. */
export interface ActivePeriodCount {
  /** Number of periods, from 1. */
  readonly activePeriods: number;
  /** Customers active in exactly that many. */
  readonly exactly: number;
  /** Customers active in that many or more. */
  readonly atLeast: number;
}

/** Customers by how many of some periods they were active in. */
export interface ActivePeriodCounts {
  /** One record for each number of periods that is possible, from 1 to all of them. */
  readonly counts: readonly ActivePeriodCount[];
  /** `'partial'` where the log ends within the last period: who is not active in it may yet be. */
  readonly state: 'observed' | 'partial';
  /** What the counts rest on. */
  readonly definition: Calendar & {
    /** The first instant of the first period, in epoch milliseconds. */
    readonly from: number;
    /** The first instant after the last period, in epoch milliseconds. */
    readonly to: number;
    /** Events that make a period an active one, at least. */
    readonly minimumEvents: number;
    /** Events that make a period an active one, at most; undefined where there may be however many. */
    readonly maximumEvents: number | undefined;
    /** Up to when events were looked at, in epoch milliseconds. */
    readonly asOf: number;
  };
}

const METRIC = 'activePeriodCounts';

/**
 * How many customers were active in exactly, and in at least, so many days, weeks or months of a time; also known as
 * stickiness.
 *
 * Periods are whole ones: the first holds `from`, the last the last instant before `to`, and there are as many numbers
 * as periods. Customers active in none of them are in no number. A day that the zone skipped is no period.
 *
 * @param log - what customers did; every event counts, so filter first where there are others
 * @param options - the length of the periods, time zone, which of them, and how many events make one active
 * @returns one record a number of periods
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-an-instant`,
 * `reversed-interval`, `after-as-of`, `not-a-count`, `below-limit`, `too-many-periods`
 * @complexity one pass over the log, plus the periods
 * @example
 * const hour = 3_600_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada', 'bob'], at: [0, 5 * hour, 40 * hour, 50 * hour] });
 * const { counts } = activePeriodCounts(log, { period: 'day', asOf: 72 * hour });
 * counts.map((count) => count.exactly) // [1, 1, 0]
 * counts.map((count) => count.atLeast) // [2, 1, 0]
 */
export function activePeriodCounts(log: EventLog, options: ActivePeriodOptions): ActivePeriodCounts {
  checkEventLog(METRIC, log);
  const calendar = checkCalendar(METRIC, options, ['from', 'to', 'asOf', 'minimumEvents', 'maximumEvents']);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  firstBefore(METRIC, log, asOf);
  const to = options.to === undefined ? asOf : checkInstant(METRIC, 'to', options.to);
  if (to > asOf)
    refuse('after-as-of', METRIC, ['to'], `at or before "asOf" (${new Date(asOf).toISOString()})`, new Date(to));
  const from = options.from === undefined ? Math.min(log.earliest, to) : checkInstant(METRIC, 'from', options.from);
  const needed = checkNeeded(options);
  const index = activityIndex(METRIC, { ...calendar, from, to });
  const end = index.boundaries[index.count]!;
  return {
    counts: countRecords(tallyActivePeriods(log, index, asOf, needed)),
    state: end <= asOf ? 'observed' : 'partial',
    definition: { ...calendar, from: index.boundaries[0]!, to: end, ...needed, asOf },
  };
}

function checkNeeded({ minimumEvents = 1, maximumEvents }: ActivePeriodOptions): EventsNeeded {
  checkLeast(METRIC, 'minimumEvents', minimumEvents, 1);
  if (maximumEvents === undefined) return { minimumEvents, maximumEvents };
  checkCount(METRIC, 'maximumEvents', maximumEvents);
  if (maximumEvents < minimumEvents)
    refuse('below-limit', METRIC, ['maximumEvents'], `at least "minimumEvents" (${minimumEvents})`, maximumEvents);
  return { minimumEvents, maximumEvents };
}

/** From customers by their number of active periods, 0 first, to the records of 1 and more. */
function countRecords(tally: Float64Array): ActivePeriodCount[] {
  let atLeast = 0;
  const falling: ActivePeriodCount[] = [];
  for (let activePeriods = tally.length - 1; activePeriods > 0; activePeriods--) {
    const exactly = tally[activePeriods]!;
    atLeast += exactly;
    falling.push({ activePeriods, exactly, atLeast });
  }
  return falling.reverse();
}
