import { checkInstant, checkInterval, checkOneOf, checkOptions } from '../core/checks.ts';
import type { CustomerId, Instant } from '../core/types.ts';
import type { EventLog } from '../log/types.ts';
import { ANSWER_RULES, type AnswerRule, checkAnswerLog, collectAnswers } from './collectAnswers.ts';

/** Which answers count. */
export interface SurveyAnswersOptions {
  /** At this instant or later; from the first unless told. */
  readonly from?: Instant;
  /** Before this instant; to the last unless told. */
  readonly to?: Instant;
  /** `'last'` unless told: of each customer the last answer in the interval. `'all'`: every one. */
  readonly answers?: AnswerRule;
}

/** What chosen answers rest on. */
export interface SurveyAnswersDefinition {
  /** Answers from this instant on, in epoch milliseconds; undefined: from the first. */
  readonly from: number | undefined;
  /** Answers before this instant, in epoch milliseconds; undefined: to the last. */
  readonly to: number | undefined;
  /** Which answers of a customer count. */
  readonly answers: AnswerRule;
}

/** Answers to a survey: columns, one entry an answer, in the order of the log. */
export interface SurveyAnswers {
  /** Who answered. */
  readonly customers: readonly CustomerId[];
  /** The scores. */
  readonly scores: Float64Array;
  /** When, in epoch milliseconds. */
  readonly at: Float64Array;
  /** How many answers of the interval are not among them, since the same customer gave a later one. */
  readonly leftOut: number;
  /** What the answers rest on. */
  readonly definition: SurveyAnswersDefinition;
}

/** An interval whose ends may be open, in epoch milliseconds. */
export interface AnswerWindow {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

const METRIC = 'surveyAnswers';

/**
 * The answers of a log to a survey: of each customer the last one in an interval, or all.
 *
 * The log's amounts are the scores, and every event counts: filter by name where a log holds several surveys. Of two
 * answers of one customer at the same instant, the one that came later in what the log was built from is the last.
 *
 * @param log - answers: customer, instant, and the score as amount
 * @param options - the interval [from, to), and which answers of a customer count
 * @returns columns, which `toRows` makes records of
 * @throws InputError `not-a-log`, `missing-field` (a log without amounts), `unknown-option`, `not-an-instant`,
 * `reversed-interval`, `not-an-option`
 * @example
 * const log = eventLogFromColumns({ customer: ['ada', 'bob', 'ada'], at: [0, 5, 9], amount: [6, 10, 9] });
 * const { customers, scores, leftOut } = surveyAnswers(log);
 * customers // ['ada', 'bob']
 * scores // [9, 10]
 * leftOut // 1
 * netPromoterScore(netPromoterCounts(scores)) // 100
 */
export function surveyAnswers(log: EventLog, options: SurveyAnswersOptions = {}): SurveyAnswers {
  checkAnswerLog(METRIC, log);
  checkOptions(METRIC, options, ['from', 'to', 'answers']);
  const window = checkWindow(METRIC, options);
  const { answers = 'last' } = options;
  checkOneOf(METRIC, 'answers', answers, ANSWER_RULES);
  const [columns] = collectAnswers(log, 1, answers, (row) => (isWithin(window, log.at[row]!) ? 0 : -1));
  return { ...columns!, definition: { ...window, answers } };
}

/** Refuses an interval that is none and gives its ends in milliseconds. */
export function checkWindow(metric: string, options: SurveyAnswersOptions): AnswerWindow {
  const from = options.from === undefined ? undefined : checkInstant(metric, 'from', options.from);
  const to = options.to === undefined ? undefined : checkInstant(metric, 'to', options.to);
  if (from !== undefined && to !== undefined) checkInterval(metric, from, to);
  return { from, to };
}

/** Whether an instant lies in an interval whose ends may be open. */
export function isWithin({ from, to }: AnswerWindow, at: number): boolean {
  return (from === undefined || at >= from) && (to === undefined || at < to);
}
