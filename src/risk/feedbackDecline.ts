import { checkLeast, checkOptions } from '../core/checks.ts';
import type { EventLog } from '../log/types.ts';
import { answersBefore, checkScoreLog, type FeedbackOptions, readScale } from './feedbackScores.ts';
import { INDICATOR_OPTIONS, indicatorOf, readIndicatorOptions } from './indicatorOf.ts';
import { recentAgainstBefore } from './recentAgainstBefore.ts';
import type { RiskMap } from './riskMap.ts';
import type { RiskIndicator } from './types.ts';

/** The choices of `feedbackDecline`; 1 answer is recent unless told. */
export interface FeedbackDeclineOptions extends FeedbackOptions {
  /** How many answers before the recent ones it takes to know a customer's usual, at least 1; 2 unless told. */
  readonly minimumBaselineAnswers?: number;
}

/** How much less content customers say they are than before. */
export interface FeedbackDecline extends RiskIndicator {
  /** Mean score of the recent answers, of all where there are no more. */
  readonly recentMean: Float64Array;
  /** Mean score of all answers before them; NaN where there are none. */
  readonly baselineMean: Float64Array;
  /** How many answers in all. */
  readonly answerCount: Int32Array;
}

const METRIC = 'feedbackDecline';
const MAP: RiskMap = { kind: 'linear', safe: 0, risky: -0.5 };

/**
 * Falling feedback: how far a customer's last scores lie above those before, in lengths of the scale; below 0 they fell.
 *
 * (recentMean - baselineMean) / (highest - lowest)
 *
 * The scores are the amounts of the log. It says nothing of the level: an answer of 9 after two of 10 is a fall, one of
 * 2 after two of 2 is none, so that it goes together with `negativeFeedback`. `observedAt` is the last answer.
 *
 * Unless told, the risk is 0 where scores did not fall and 1 where they fell by half the scale or more (conventions).
 *
 * @param log - answers: customer, instant, and the score as amount; every event counts, so filter first where a log holds
 * several surveys
 * @param options - the instant of looking, the scale, how many answers are recent and how many it takes before, map, name
 * @returns columns of the customers with an answer before `asOf`
 * @undefinedWhen a customer has too few answers, or no number holds the sum of their scores (NaN)
 * @throws InputError `not-a-log`, `missing-field` (a log without amounts), `unknown-option`, `not-an-instant`,
 * `not-a-text`, `reversed-interval` (the ends of the scale), `not-on-scale`, `not-a-count`, `below-limit`; for the scale
 * and the map `not-a-record`, `not-a-number`, `not-an-option`, `not-rows`
 * @example
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada', 'bob'], at: [1, 5, 8, 3], amount: [9, 7, 4, 10] });
 * const { value, risk, recentMean, baselineMean } = feedbackDecline(log, {
 *   asOf: 9,
 *   scale: { lowest: 0, highest: 10 },
 * });
 * recentMean // [4, 10]
 * baselineMean // [8, NaN]
 * value // [-0.4, NaN]
 * risk // [0.8, NaN]
 */
export function feedbackDecline(log: EventLog, options: FeedbackDeclineOptions): FeedbackDecline {
  checkScoreLog(METRIC, log);
  checkOptions(METRIC, options, [...INDICATOR_OPTIONS, 'scale', 'recentAnswers', 'minimumBaselineAnswers']);
  const read = readIndicatorOptions(METRIC, options, MAP);
  const scale = readScale(METRIC, options.scale);
  const { recentAnswers = 1, minimumBaselineAnswers = 2 } = options;
  checkLeast(METRIC, 'recentAnswers', recentAnswers, 1);
  checkLeast(METRIC, 'minimumBaselineAnswers', minimumBaselineAnswers, 1);
  const before = answersBefore(METRIC, log, read.asOf, scale);
  const rule = { recent: recentAnswers, minimumBefore: minimumBaselineAnswers };
  const width = scale.highest - scale.lowest;
  const inWidths = (recentMean: number, baselineMean: number): number => (recentMean - baselineMean) / width;
  const { count, recentMean, baselineMean, ...measured } = recentAgainstBefore(log, before, rule, inWidths);
  const { customers } = before;
  const settings = { ...scale, recentAnswers, minimumBaselineAnswers };
  const indicator = indicatorOf(METRIC, { customers, ...measured }, read, settings);
  return { ...indicator, recentMean, baselineMean, answerCount: count };
}
