import { checkLeast, checkOneOf, checkOptions, checkPositive } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { type CustomersBefore, customersBefore } from '../log/customersBefore.ts';
import { DAY } from '../log/day.ts';
import type { EventLog } from '../log/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { INDICATOR_OPTIONS, indicatorOf, observedAtEnd, readIndicatorOptions } from './indicatorOf.ts';
import type { RiskMap } from './riskMap.ts';
import { firstRowFrom } from './rowsBefore.ts';
import type { IndicatorOptions, RiskIndicator } from './types.ts';

/** The choices of `engagementDecline`. */
export interface EngagementDeclineOptions extends IndicatorOptions {
  /** How many days of 24 hours before `asOf` are recent, above 0; 30 unless told. */
  readonly recentDays?: number;
  /** How many days before those are the baseline, at least as many; 180 unless told. */
  readonly baselineDays?: number;
  /** How many events of a baseline it takes to know a customer's usual, at least 1; 5 unless told. */
  readonly minimumBaselineEvents?: number;
  /** `'removed'`: each customer is measured against how all of them changed together; `'ignored'` unless told. */
  readonly seasonality?: 'ignored' | 'removed';
}

/** How much less customers do than they used to. */
export interface EngagementDecline extends RiskIndicator {
  /** Events in the recent days. */
  readonly recentEvents: Int32Array;
  /** Events in the customer's own baseline. */
  readonly baselineEvents: Int32Array;
  /** Days of 24 hours that the customer's own baseline has; 0 of a customer who began after it. */
  readonly baselineDays: Float64Array;
  /** Recent events in 7 days. */
  readonly recentPerWeek: Float64Array;
  /** Events of the baseline in 7 days; NaN where it has no days. */
  readonly baselinePerWeek: Float64Array;
  /**
   * The recent events of all customers who have a value, over those that their baselines would have led to; NaN of
   * nobody. With `seasonality: 'removed'` the values were divided by it.
   */
  readonly overallChange: number;
}

type Choices = Required<Omit<EngagementDeclineOptions, keyof IndicatorOptions>>;
type Counts = Pick<EngagementDecline, 'recentEvents' | 'baselineEvents' | 'baselineDays'>;
type PerWeek = Pick<EngagementDecline, 'recentPerWeek' | 'baselinePerWeek'>;

const METRIC = 'engagementDecline';
const MAP: RiskMap = { kind: 'linear', safe: 1, risky: 0.25 };
const WEEK = 7;

/**
 * Falling engagement: what a customer does a day of late, as a share of what they used to do.
 *
 * (recentEvents / recentDays) / (baselineEvents / baselineDays)
 *
 * The recent days are [asOf - recentDays, asOf), the baseline the days before. Where a customer's first event lies within
 * the baseline, their own begins with it, and that event itself is not counted: it is there because the baseline begins
 * with it, and would make newcomers look busier than they were. A baseline shorter than the recent days, or of fewer than
 * `minimumBaselineEvents` events, says nothing; so does one without any, of somebody silent for long, whom
 * `daysSinceActivity` finds.
 *
 * With `seasonality: 'removed'` each value is divided by `overallChange`: a summer in which everybody is away is then no
 * sign of leaving. It also hides whatever drives everybody away, which `overallChange` itself shows.
 *
 * Unless told, the risk is 0 from the usual on and 1 at a quarter of it or less (conventions).
 *
 * @param log - visits, logins, uses: every event counts, so filter first; `sessionsFromEvents` makes sessions of clicks
 * @param options - the instant of looking, both lengths, how many events it takes, seasonality, map, name
 * @returns columns of the customers with an event before `asOf`
 * @undefinedWhen a customer's baseline is too short or too empty, or with seasonality removed nobody did anything of late
 * (NaN)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `not-a-text`, `not-a-quantity`, `not-a-count`,
 * `below-limit`, `not-an-option`; for the map `not-a-record`, `not-an-option`, `not-a-number`, `not-rows`
 * @example
 * const day = 86_400_000;
 * // Every fifth day up to day 100, then once more.
 * const at = [...Array.from({ length: 20 }, (_, visit) => 5 * visit * day), 115 * day];
 * const log = eventLogFromColumns({ customer: at.map(() => 'ada'), at });
 * const found = engagementDecline(log, { asOf: 120 * day, recentDays: 20, baselineDays: 50 });
 * [found.recentEvents[0], found.baselineEvents[0]] // [1, 10]
 * found.value // [0.25]
 * found.risk // [1]
 */
export function engagementDecline(log: EventLog, options: EngagementDeclineOptions): EngagementDecline {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, [
    ...INDICATOR_OPTIONS,
    ...['recentDays', 'baselineDays', 'minimumBaselineEvents', 'seasonality'],
  ]);
  const read = readIndicatorOptions(METRIC, options, MAP);
  const choices = readChoices(options);
  const before = customersBefore(log, read.asOf);
  const counts = countEvents(log.at, before, read.asOf, choices);
  const { value, overallChange } = compare(counts, choices);
  const measured = { customers: before.customers, value, observedAt: observedAtEnd(value, read.asOf) };
  return {
    ...indicatorOf(METRIC, measured, read, { ...choices }),
    ...counts,
    ...perWeek(counts, choices.recentDays),
    overallChange,
  };
}

function readChoices(options: EngagementDeclineOptions): Choices {
  const { recentDays = 30, baselineDays = 180, minimumBaselineEvents = 5, seasonality = 'ignored' } = options;
  checkPositive(METRIC, 'recentDays', recentDays);
  checkPositive(METRIC, 'baselineDays', baselineDays);
  if (baselineDays < recentDays)
    refuse('below-limit', METRIC, ['baselineDays'], `at least "recentDays" (${recentDays})`, baselineDays);
  checkLeast(METRIC, 'minimumBaselineEvents', minimumBaselineEvents, 1);
  checkOneOf(METRIC, 'seasonality', seasonality, ['ignored', 'removed']);
  return { recentDays, baselineDays, minimumBaselineEvents, seasonality };
}

function countEvents(at: Float64Array, { start, end }: CustomersBefore, asOf: number, choices: Choices): Counts {
  const recentFrom = asOf - choices.recentDays * DAY;
  const baselineFrom = recentFrom - choices.baselineDays * DAY;
  const recentEvents = new Int32Array(start.length);
  const baselineEvents = new Int32Array(start.length);
  const baselineDays = new Float64Array(start.length);
  for (let customer = 0; customer < start.length; customer++) {
    const first = start[customer]!;
    const recent = firstRowFrom(at, first, end[customer]!, recentFrom);
    const baseline = firstRowFrom(at, first, recent, baselineFrom);
    recentEvents[customer] = end[customer]! - recent;
    if (recent === first) continue;
    const isShortened = at[first]! > baselineFrom;
    baselineEvents[customer] = recent - baseline - (isShortened ? 1 : 0);
    baselineDays[customer] = (recentFrom - (isShortened ? at[first]! : baselineFrom)) / DAY;
  }
  return { recentEvents, baselineEvents, baselineDays };
}

function perWeek({ recentEvents, baselineEvents, baselineDays }: Counts, recentDays: number): PerWeek {
  const recentPerWeek = new Float64Array(recentEvents.length);
  const baselinePerWeek = new Float64Array(recentEvents.length);
  for (let customer = 0; customer < recentEvents.length; customer++) {
    recentPerWeek[customer] = (WEEK * recentEvents[customer]!) / recentDays;
    baselinePerWeek[customer] = ratio(WEEK * baselineEvents[customer]!, baselineDays[customer]!);
  }
  return { recentPerWeek, baselinePerWeek };
}

function compare(
  { recentEvents, baselineEvents, baselineDays }: Counts,
  { recentDays, minimumBaselineEvents, seasonality }: Choices,
): { value: Float64Array; overallChange: number } {
  const value = new Float64Array(recentEvents.length).fill(Number.NaN);
  const expected = new Float64Array(recentEvents.length);
  let recentTotal = 0;
  for (let customer = 0; customer < value.length; customer++) {
    const [recent, usual, days] = [recentEvents[customer]!, baselineEvents[customer]!, baselineDays[customer]!];
    if (usual < minimumBaselineEvents || days < recentDays) continue;
    value[customer] = (recent * days) / (recentDays * usual);
    expected[customer] = (usual * recentDays) / days;
    recentTotal += recent;
  }
  const overallChange = ratio(recentTotal, sum(expected));
  if (seasonality === 'ignored') return { value, overallChange };
  return { value: value.map((own) => ratio(own, overallChange)), overallChange };
}
