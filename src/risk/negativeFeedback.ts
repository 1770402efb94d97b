import { checkLeast, checkOptions, checkPositive } from '../core/checks.ts';
import type { CustomersBefore } from '../log/customersBefore.ts';
import { DAY } from '../log/day.ts';
import type { EventLog } from '../log/types.ts';
import { answersBefore, checkScoreLog, type FeedbackOptions, type FeedbackScale, readScale } from './feedbackScores.ts';
import { INDICATOR_OPTIONS, indicatorOf, readIndicatorOptions } from './indicatorOf.ts';
import { meanBetween } from './meanBetween.ts';
import type { RiskMap } from './riskMap.ts';
import { firstRowFrom } from './rowsBefore.ts';
import type { RiskIndicator } from './types.ts';

/** The choices of `negativeFeedback`; 3 answers are recent unless told. */
export interface NegativeFeedbackOptions extends FeedbackOptions {
  /** How many days of 24 hours before `asOf` an answer counts for, above 0; for ever unless told. */
  readonly withinDays?: number;
}

/** How content customers say they are. */
export interface NegativeFeedback extends RiskIndicator {
  /** The last score; NaN where no answer counts. */
  readonly lastScore: Float64Array;
  /** Mean of the scores that count; NaN where none does. */
  readonly meanScore: Float64Array;
  /** How many answers count. */
  readonly answerCount: Int32Array;
}

const METRIC = 'negativeFeedback';
const MAP: RiskMap = { kind: 'linear', safe: 0.8, risky: 0.4 };

/**
 * Negative feedback: the mean of a customer's last scores, as a share of the scale: 0 is its lowest end, 1 its highest.
 *
 * (meanScore - lowest) / (highest - lowest)
 *
 * The scores are the amounts of the log. `observedAt` is the last answer, so that a score of risk can call it stale.
 *
 * Unless told, the risk is 0 from 0.8 of the scale on and 1 at 0.4 or less: conventions, by which an 8 of NPS counts as
 * no risk and a 6, the best answer of a detractor, as one half; and of CSAT's five answers a 4 as an eighth, a 2 as 1.
 *
 * @param log - answers: customer, instant, and the score as amount; every event counts, so filter first where a log holds
 * several surveys
 * @param options - the instant of looking, the scale, how many answers count and for how long, map, name
 * @returns columns of the customers with an answer before `asOf`
 * @undefinedWhen no answer of a customer counts any more, or no number holds the sum of those that do (NaN)
 * @throws InputError `not-a-log`, `missing-field` (a log without amounts), `unknown-option`, `not-an-instant`,
 * `not-a-text`, `reversed-interval` (the ends of the scale), `not-on-scale`, `not-a-count`, `below-limit`,
 * `not-a-quantity`; for the scale and the map `not-a-record`, `not-a-number`, `not-an-option`, `not-rows`
 * @example
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'bob'], at: [1, 5, 3], amount: [9, 4, 10] });
 * const { value, risk, lastScore, meanScore } = negativeFeedback(log, {
 *   asOf: 9,
 *   scale: { lowest: 0, highest: 10 },
 *   recentAnswers: 2,
 * });
 * lastScore // [4, 10]
 * meanScore // [6.5, 10]
 * value // [0.65, 1]
 * risk // [0.375, 0]
 */
export function negativeFeedback(log: EventLog, options: NegativeFeedbackOptions): NegativeFeedback {
  checkScoreLog(METRIC, log);
  checkOptions(METRIC, options, [...INDICATOR_OPTIONS, 'scale', 'recentAnswers', 'withinDays']);
  const read = readIndicatorOptions(METRIC, options, MAP);
  const scale = readScale(METRIC, options.scale);
  const { recentAnswers = 3, withinDays } = options;
  checkLeast(METRIC, 'recentAnswers', recentAnswers, 1);
  if (withinDays !== undefined) checkPositive(METRIC, 'withinDays', withinDays);
  const from = withinDays === undefined ? -Infinity : read.asOf - withinDays * DAY;
  const before = answersBefore(METRIC, log, read.asOf, scale);
  const { value, observedAt, ...evidence } = lastAnswers(log, before, scale, { recentAnswers, from });
  const settings = { ...scale, recentAnswers, withinDays };
  const measured = { customers: before.customers, value, observedAt };
  return { ...indicatorOf(METRIC, measured, read, settings), ...evidence };
}

type Columns = Pick<NegativeFeedback, 'value' | 'observedAt' | 'lastScore' | 'meanScore' | 'answerCount'>;

function lastAnswers(
  { at, amount }: EventLog,
  { start, end }: CustomersBefore,
  { lowest, highest }: FeedbackScale,
  { recentAnswers, from }: { readonly recentAnswers: number; readonly from: number },
): Columns {
  const scores = amount!;
  const value = new Float64Array(start.length).fill(Number.NaN);
  const observedAt = new Float64Array(start.length).fill(Number.NaN);
  const lastScore = new Float64Array(start.length).fill(Number.NaN);
  const meanScore = new Float64Array(start.length);
  const answerCount = new Int32Array(start.length);
  for (let customer = 0; customer < start.length; customer++) {
    const last = end[customer]!;
    const first = firstRowFrom(at, Math.max(start[customer]!, last - recentAnswers), last, from);
    answerCount[customer] = last - first;
    meanScore[customer] = meanBetween(scores, first, last);
    if (Number.isNaN(meanScore[customer])) continue;
    const share = (meanScore[customer]! - lowest) / (highest - lowest);
    // The mean of scores that are not whole may lie beyond all of them, by rounding.
    value[customer] = Math.max(0, Math.min(1, share));
    lastScore[customer] = scores[last - 1]!;
    observedAt[customer] = at[last - 1]!;
  }
  return { value, observedAt, lastScore, meanScore, answerCount };
}
