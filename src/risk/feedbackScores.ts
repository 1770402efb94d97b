import { checkFinite, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { addIssue, issueList, throwIssues } from '../core/issues.ts';
import { checkEventLog } from '../log/checkLog.ts';
import { type CustomersBefore, customersBefore } from '../log/customersBefore.ts';
import type { EventLog } from '../log/types.ts';
import type { IndicatorOptions } from './types.ts';

/** The ends of a scale of answers: 0 and 10 of NPS, 1 and 5 of CSAT, -1 and 1 of a sentiment. */
export interface FeedbackScale {
  /** The worst answer. */
  readonly lowest: number;
  /** The best answer, above the lowest. */
  readonly highest: number;
}

/** The choices that all indicators of feedback have. */
export interface FeedbackOptions extends IndicatorOptions {
  /** The scale of the scores; answers between its ends need not be whole. */
  readonly scale: FeedbackScale;
  /** How many of a customer's last answers are recent, at least 1. */
  readonly recentAnswers?: number;
}

/** Refuses what is not a log of scores. */
export function checkScoreLog(metric: string, log: EventLog): void {
  checkEventLog(metric, log);
  if (log.amount === undefined) refuse('missing-field', metric, ['log', 'amount'], 'in the log: the scores', undefined);
}

/** Refuses a scale without finite ends, or with ends that are swapped or equal, and gives a copy. */
export function readScale(metric: string, scale: FeedbackScale): FeedbackScale {
  checkOptions(metric, scale, ['lowest', 'highest'], 'scale');
  const { lowest, highest } = scale;
  checkFinite(metric, 'scale.lowest', lowest);
  checkFinite(metric, 'scale.highest', highest);
  if (highest <= lowest)
    refuse('reversed-interval', metric, ['scale', 'highest'], `above "lowest" (${lowest})`, highest);
  checkFinite(metric, 'scale.highest - scale.lowest', highest - lowest);
  return { lowest, highest };
}

/** The customers of a log with their answers before `asOf`, of which all must be on the scale. */
export function answersBefore(
  metric: string,
  log: EventLog,
  asOf: number,
  { lowest, highest }: FeedbackScale,
): CustomersBefore {
  const before = customersBefore(log, asOf);
  const { start, end } = before;
  const scores = log.amount!;
  const issues = issueList(metric);
  for (let customer = 0; customer < start.length; customer++)
    for (let row = start[customer]!; row < end[customer]!; row++) {
      const score = scores[row]!;
      if (score >= lowest && score <= highest) continue;
      addIssue(issues, 'not-on-scale', ['log', 'amount', row], `a number from ${lowest} to ${highest}`, score);
    }
  throwIssues(issues);
  return before;
}
