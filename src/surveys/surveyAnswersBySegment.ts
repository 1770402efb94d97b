import { checkCount, checkOneOf, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { AttributeValue } from '../core/types.ts';
import type { AttributeChoice, AttributeColumn, EventLog } from '../log/types.ts';
import {
  ANSWER_RULES,
  type AnswerColumns,
  type AnswerRule,
  checkAnswerLog,
  collectAnswers,
  suppress,
} from './collectAnswers.ts';
import {
  type AnswerWindow,
  checkWindow,
  isWithin,
  type SurveyAnswers,
  type SurveyAnswersDefinition,
  type SurveyAnswersOptions,
} from './surveyAnswers.ts';

/** The segments, and which answers count in each. */
export interface AnswersBySegmentOptions extends SurveyAnswersOptions {
  /** One of the log's own columns: market, plan, account. */
  readonly attribute: string;
  /** A customer belongs, with all answers, to the value of the `'first'` or the `'last'` answer in the interval. */
  readonly value: 'first' | 'last';
  /** A segment with fewer answers than this is not shown; 1 unless told. */
  readonly minimumAnswers?: number;
}

/** The answers of one segment. */
export interface SegmentAnswers extends SurveyAnswers {
  /** The attribute's value, which the customers share. */
  readonly value: AttributeValue;
  /** Whether there were fewer answers than `minimumAnswers`: the columns are then empty and `leftOut` is NaN. */
  readonly suppressed: boolean;
  /** What the answers rest on. */
  readonly definition: SurveyAnswersDefinition & {
    /** The attribute, and which of its values counts. */
    readonly attribute: AttributeChoice;
    /** The least number of answers that is shown. */
    readonly minimumAnswers: number;
  };
}

const METRIC = 'surveyAnswersBySegment';

/**
 * The answers of a log to a survey, segment by segment: every figure of a survey by market or plan is a map over them.
 *
 * @param log - answers: customer, instant, the score as amount, and the attribute
 * @param options - the attribute, the interval, which answers count, and how few are not shown
 * @returns one part a value that has answers, in order of the attribute's first appearance in what the log was built
 * from, or of its dictionary where it came coded
 * @throws InputError `not-a-log`, `missing-field` (a log without amounts), `unknown-field`, `unknown-option`,
 * `not-an-option`, `not-an-instant`, `reversed-interval`, `not-a-count`
 * @complexity two passes over the log, plus the values of the attribute
 * @example
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'cyd'],
 *   at: [0, 5, 9],
 *   amount: [6, 10, 9],
 *   attributes: { market: ['north', 'south', 'south'] },
 * });
 * const parts = surveyAnswersBySegment(log, { attribute: 'market', value: 'last' });
 * parts.map((part) => [part.value, netPromoterScore(netPromoterCounts(part.scores))])
 * // [['north', -100], ['south', 100]]
 */
export function surveyAnswersBySegment(log: EventLog, options: AnswersBySegmentOptions): SegmentAnswers[] {
  checkAnswerLog(METRIC, log);
  checkOptions(METRIC, options, ['attribute', 'value', 'from', 'to', 'answers', 'minimumAnswers']);
  const { attribute: name, value, answers = 'last', minimumAnswers = 1 } = options;
  checkOneOf(METRIC, 'value', value, ['first', 'last']);
  checkOneOf(METRIC, 'answers', answers, ANSWER_RULES);
  checkCount(METRIC, 'minimumAnswers', minimumAnswers);
  const column = checkAttribute(METRIC, log, name);
  const window = checkWindow(METRIC, options);
  const definition = { ...window, answers, attribute: { name, value }, minimumAnswers };
  const parts = collectSegments(log, column, value, window, answers);
  return parts.map((part) => ({ value: part.value, ...suppress(part, minimumAnswers), definition }));
}

/** Refuses what is not one of a log's own columns and gives it. */
export function checkAttribute(metric: string, log: EventLog, name: string): AttributeColumn {
  const column = log.attributes.find((attribute) => attribute.name === name);
  if (column === undefined) refuse('unknown-field', metric, ['attribute'], 'one of the log\'s "attributes"', name);
  return column;
}

/** The answers of each value of a column that has some. */
export function collectSegments(
  log: EventLog,
  column: AttributeColumn,
  which: 'first' | 'last',
  window: AnswerWindow,
  rule: AnswerRule,
): (AnswerColumns & { readonly value: AttributeValue })[] {
  const codes = new Int32Array(log.customers.length);
  for (let customer = 0; customer < codes.length; customer++)
    codes[customer] = codeOf(log, column, which, window, customer);
  return collectAnswers(log, column.values.length, rule, (row, customer) =>
    isWithin(window, log.at[row]!) ? codes[customer]! : -1,
  )
    .map((columns, code) => ({ ...columns, value: column.values[code]! }))
    .filter((part) => part.scores.length > 0);
}

/** The code of a customer's first or last answer in the interval, -1 where there is none. */
function codeOf(
  log: EventLog,
  { codes }: AttributeColumn,
  which: 'first' | 'last',
  window: AnswerWindow,
  customer: number,
): number {
  let code = -1;
  for (let row = log.offsets[customer]!; row < log.offsets[customer + 1]!; row++) {
    if (!isWithin(window, log.at[row]!)) continue;
    code = codes[row]!;
    if (which === 'first') break;
  }
  return code;
}
