import { checkOptions } from '../core/checks.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { customersBefore } from '../log/customersBefore.ts';
import { DAY } from '../log/day.ts';
import type { EventLog } from '../log/types.ts';
import { INDICATOR_OPTIONS, indicatorOf, observedAtEnd, readIndicatorOptions } from './indicatorOf.ts';
import type { RiskMap } from './riskMap.ts';
import type { IndicatorOptions, RiskIndicator } from './types.ts';

/** The choices of `daysSinceActivity`. */
export interface DaysSinceActivityOptions extends IndicatorOptions {
  /** How days become risks. */
  readonly map: RiskMap;
}

/** For how long customers have been silent. */
export interface DaysSinceActivity extends RiskIndicator {
  /** How many events before `asOf`. */
  readonly eventCount: Int32Array;
}

const METRIC = 'daysSinceActivity';

/**
 * Days since a customer last did anything.
 *
 * (asOf - last event) / 24 hours
 *
 * The map must be given: a fortnight of silence means much in a daily app and nothing in a yearly policy. Where customers
 * have rhythms of their own, `purchaseLateness` measures silence in these.
 *
 * @param log - what customers did; every event counts, so filter first where some are no sign of life
 * @param options - the instant of looking, map, name
 * @returns columns of the customers with an event before `asOf`
 * @undefinedWhen never
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `not-a-text`; for the map `not-a-record`,
 * `not-an-option`, `not-a-number`, `not-rows`
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'bob'], at: [0, 98 * day, 40 * day] });
 * const { value, risk } = daysSinceActivity(log, { asOf: 100 * day, map: { kind: 'linear', safe: 0, risky: 80 } });
 * value // [2, 60]
 * risk // [0.025, 0.75]
 */
export function daysSinceActivity(log: EventLog, options: DaysSinceActivityOptions): DaysSinceActivity {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, INDICATOR_OPTIONS);
  const read = readIndicatorOptions(METRIC, options, options.map);
  const { customers, start, end } = customersBefore(log, read.asOf);
  const value = new Float64Array(customers.length);
  const eventCount = new Int32Array(customers.length);
  for (let customer = 0; customer < customers.length; customer++) {
    value[customer] = (read.asOf - log.at[end[customer]! - 1]!) / DAY;
    eventCount[customer] = end[customer]! - start[customer]!;
  }
  const observedAt = observedAtEnd(value, read.asOf);
  return { ...indicatorOf(METRIC, { customers, value, observedAt }, read, {}), eventCount };
}
