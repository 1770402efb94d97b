import { checkLevel, checkPositive } from '../core/checks.ts';
import type { Interval, LevelOptions } from '../core/types.ts';
import { checkTenureLog } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import { firstInstant } from '../log/firstInstant.ts';
import type { TenureLog } from '../log/types.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { periodAt } from '../time/periodAt.ts';
import { periodFrames } from '../time/periodFrames.ts';
import type { Calendar, PeriodIndex, PeriodOptions } from '../time/types.ts';
import { addOutcome, noOutcomes, type Outcomes, rateOutcomes } from './outcomes.ts';

/** The periods of losses, and the time to come back. */
export interface WinBackOptions extends PeriodOptions, LevelOptions {
  /** Days of 24 hours after the loss, in which the customer must be back. */
  readonly within: number;
}

/** The losses of one period, and how many of them were won back in time. */
export interface WinBackPeriod {
  /** The period's name: `'2024-03'`. */
  readonly label: string;
  /** Its first instant, in epoch milliseconds. */
  readonly from: number;
  /** The first instant after it, in epoch milliseconds. */
  readonly to: number;
  /** `'observed'` where the period is over and all of its losses have had the time; the figures stay as they are. */
  readonly state: 'observed' | 'partial';
  /** Losses in the period: `lostCustomers`, `pending` and `wonBackEarly`. Who is lost twice in it counts twice. */
  readonly losses: number;
  /** Losses whose time to come back was over by the log's `asOf`. */
  readonly lostCustomers: number;
  /** Those among `lostCustomers` after which the customer was back in time. */
  readonly wonBackCustomers: number;
  /** Losses whose time is not over and after which the customer is not back. */
  readonly pending: number;
  /** Losses whose time is not over and after which the customer is back already. */
  readonly wonBackEarly: number;
  /** wonBackCustomers / lostCustomers; NaN where no loss has had the time. */
  readonly rate: number;
  /** Wilson interval of the rate; NaN where no loss has had the time. */
  readonly interval: Interval;
}

/** Win-back rates by the period of the loss. */
export interface WinBackRates {
  /** One record a period from the first tenure to `asOf`, in order of time; a day that the zone skipped has none. */
  readonly periods: readonly WinBackPeriod[];
  /** What the rates rest on. */
  readonly definition: Calendar & {
    /** Counted from tenures, each loss by itself. */
    readonly basis: 'losses';
    /** Days of 24 hours that every loss had. */
    readonly within: number;
    /** Up to when the log tells, in epoch milliseconds. */
    readonly asOf: number;
    /** The level of the intervals. */
    readonly level: number;
    /** How the intervals are made. */
    readonly method: 'wilson';
  };
}

const METRIC = 'winBackRates';

/**
 * Who came back in a given time after they were lost, by the period of the loss.
 *
 * A loss is the end of a tenure at which no other tenure of the customer is open or begins; it belongs to the period
 * that holds its instant. It is won back where the customer's next tenure begins less than `within` days later. Rates
 * are of the losses whose time was over by the log's `asOf`.
 *
 * @param log - tenures of customers
 * @param options - the length of the periods, time zone, and the time to come back
 * @returns one record a period; `winBackRate` takes each as it is
 * @undefinedWhen no loss of a period has had the time (its rate and interval are NaN)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-option`, `unknown-time-zone`, `not-a-quantity`,
 * `too-many-periods`
 * @complexity one pass over the log, plus the periods
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const log = tenureLogFromColumns(
 *   {
 *     customer: ['ada', 'ada', 'bob', 'cyd'],
 *     from: [day(1, 1), day(2, 20), day(1, 1), day(1, 1)],
 *     to: [day(2, 5), Infinity, day(2, 9), day(3, 25)],
 *   },
 *   { asOf: day(4, 1) },
 * );
 * const { periods } = winBackRates(log, { period: 'month', within: 30 });
 * periods.map((month) => [month.label, month.lostCustomers, month.wonBackCustomers, month.pending]) // [['2024-01', 0, 0, 0], ['2024-02', 2, 1, 0], ['2024-03', 0, 0, 1]]
 */
export function winBackRates(log: TenureLog, options: WinBackOptions): WinBackRates {
  checkTenureLog(METRIC, log);
  const calendar = checkCalendar(METRIC, options, ['within', 'level']);
  const { within, level = 0.95 } = options;
  checkPositive(METRIC, 'within', within);
  checkLevel(METRIC, level);
  const { asOf } = log;
  const index = layPeriods(METRIC, {
    ...calendar,
    from: Math.min(firstInstant(log.offsets, log.from), asOf),
    to: asOf,
  });
  const outcomes = tallyLosses(log, index, within * DAY);
  const z = levelDeviate(level);
  const periods = periodFrames(index).map(({ place, frame }) => {
    const { mature, met, pending, early } = outcomes[place]!;
    const { state, rate, interval } = rateOutcomes(outcomes[place]!, frame.to, asOf, z);
    const counts = { losses: mature + pending + early, lostCustomers: mature, wonBackCustomers: met, pending };
    return { ...frame, state, ...counts, wonBackEarly: early, rate, interval };
  });
  return { periods, definition: { ...calendar, basis: 'losses', within, asOf, level, method: 'wilson' } };
}

function tallyLosses({ customers, offsets, from, to, asOf }: TenureLog, index: PeriodIndex, time: number): Outcomes[] {
  const outcomes = Array.from({ length: index.count }, noOutcomes);
  for (let customer = 0; customer < customers.length; customer++) {
    const end = offsets[customer + 1]!;
    // Tenures ascend by their start and may overlap: a customer is one up to the latest end so far.
    let reach = -Infinity;
    for (let row = offsets[customer]!; row < end; row++) {
      reach = Math.max(reach, to[row]!);
      if (reach >= asOf) break;
      const next = row + 1 < end ? from[row + 1]! : Infinity;
      if (next > reach) addOutcome(outcomes[periodAt(index, reach)]!, reach, next, { time, asOf });
    }
  }
  return outcomes;
}
