import { checkInstant, checkLevel, checkPositive } from '../core/checks.ts';
import type { Instant, Interval, LevelOptions } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import type { EventLog } from '../log/types.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { periodAt } from '../time/periodAt.ts';
import { periodFrames } from '../time/periodFrames.ts';
import type { Calendar, PeriodIndex, PeriodOptions } from '../time/types.ts';
import { addOutcome, noOutcomes, type Outcomes, rateOutcomes, type Waiting } from './outcomes.ts';

/** The periods of first orders, and the time for a second. */
export interface RepeatPurchaseOptions extends PeriodOptions, LevelOptions {
  /** Days of 24 hours after the first order, in which another must come. */
  readonly within: number;
  /** The instant up to which the log tells; orders from it on are not looked at. */
  readonly asOf: Instant;
}

/** Those who bought first in one period, and who of them bought again in time. */
export interface RepeatPurchasePeriod {
  /** The period's name: `'2024-03'`. */
  readonly label: string;
  /** Its first instant, in epoch milliseconds. */
  readonly from: number;
  /** The first instant after it, in epoch milliseconds. */
  readonly to: number;
  /** `'observed'` where the period is over and all of its new buyers have had the time; the figures stay as they are. */
  readonly state: 'observed' | 'partial';
  /** Customers whose first order lies in the period: `buyers`, `pending` and `repeatedEarly`. */
  readonly newBuyers: number;
  /** Those whose time for a second order was over by `asOf`. */
  readonly buyers: number;
  /** Those among `buyers` who bought again in time. */
  readonly repeatBuyers: number;
  /** Those whose time is not over and who have not bought again. */
  readonly pending: number;
  /** Those whose time is not over and who have bought again already. */
  readonly repeatedEarly: number;
  /** repeatBuyers / buyers; NaN where nobody has had the time. */
  readonly rate: number;
  /** Wilson interval of the rate; NaN where nobody has had the time. */
  readonly interval: Interval;
}

/** Repeat purchase rates by the period of the first order. */
export interface RepeatPurchaseRates {
  /** One record a period from the first order to `asOf`, in order of time; a day that the zone skipped has none. */
  readonly periods: readonly RepeatPurchasePeriod[];
  /** What the rates rest on. */
  readonly definition: Calendar & {
    /** Customers belong to the period of their first order of all. */
    readonly entry: 'firstEvent';
    /** Days of 24 hours that every buyer had. */
    readonly within: number;
    /** Up to when orders were looked at, in epoch milliseconds. */
    readonly asOf: number;
    /** The level of the intervals. */
    readonly level: number;
    /** How the intervals are made. */
    readonly method: 'wilson';
  };
}

const METRIC = 'repeatPurchaseRates';

/**
 * Who bought again in a given time after the first order, by the period of that first order.
 *
 * Rates are of those whose time was over by `asOf`, so that the latest buyers do not pull them down. The second order
 * is one later than the first, if only by a millisecond, and less than `within` days later.
 *
 * @param log - a log of orders; every event counts, so filter first where there are others
 * @param options - the length of the periods, time zone, the time for a second order, and the instant of looking
 * @returns one record a period; `repeatPurchaseRate` takes each as it is
 * @undefinedWhen no buyer of a period has had the time (its rate and interval are NaN)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-a-quantity`,
 * `not-an-instant`, `too-many-periods`
 * @complexity one pass over the log, plus the periods
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada', 'cyd'],
 *   at: [day(1, 5), day(1, 9), day(1, 25), day(2, 20)],
 * });
 * const { periods } = repeatPurchaseRates(log, { period: 'month', within: 30, asOf: day(3, 1) });
 * periods.map((month) => [month.label, month.buyers, month.repeatBuyers, month.pending]) // [['2024-01', 2, 1, 0], ['2024-02', 0, 0, 1]]
 */
export function repeatPurchaseRates(log: EventLog, options: RepeatPurchaseOptions): RepeatPurchaseRates {
  checkEventLog(METRIC, log);
  const calendar = checkCalendar(METRIC, options, ['within', 'asOf', 'level']);
  const { within, level = 0.95 } = options;
  checkPositive(METRIC, 'within', within);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  checkLevel(METRIC, level);
  const index = layPeriods(METRIC, { ...calendar, from: Math.min(log.earliest, asOf), to: asOf });
  const outcomes = tallyBuyers(log, index, { time: within * DAY, asOf });
  const z = levelDeviate(level);
  const periods = periodFrames(index).map(({ place, frame }) => {
    const { mature, met, pending, early } = outcomes[place]!;
    const { state, rate, interval } = rateOutcomes(outcomes[place]!, frame.to, asOf, z);
    const counts = { newBuyers: mature + pending + early, buyers: mature, repeatBuyers: met, pending };
    return { ...frame, state, ...counts, repeatedEarly: early, rate, interval };
  });
  return { periods, definition: { ...calendar, entry: 'firstEvent', within, asOf, level, method: 'wilson' } };
}

function tallyBuyers({ customers, offsets, at }: EventLog, index: PeriodIndex, waiting: Waiting): Outcomes[] {
  const outcomes = Array.from({ length: index.count }, noOutcomes);
  for (let customer = 0; customer < customers.length; customer++) {
    let row = offsets[customer]!;
    const end = offsets[customer + 1]!;
    const first = at[row]!;
    if (first >= waiting.asOf) continue;
    // Several rows of one instant are one order in parts.
    while (row < end && at[row] === first) row++;
    addOutcome(outcomes[periodAt(index, first)]!, first, row < end ? at[row]! : Infinity, waiting);
  }
  return outcomes;
}
