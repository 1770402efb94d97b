import { checkOneOf, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { AttributeValue } from '../core/types.ts';
import type { AttributeChoice, EventLog } from '../log/types.ts';
import { checkScores } from './checkScores.ts';
import { ANSWER_RULES, type AnswerRule, checkAnswerLog, collectAnswers } from './collectAnswers.ts';
import {
  countScores,
  type NetPromoterDefinition,
  type NetPromoterTally,
  netPromoterDefinition,
} from './netPromoterCounts.ts';
import {
  type AnswerWindow,
  checkWindow,
  isWithin,
  type SurveyAnswersDefinition,
  type SurveyAnswersOptions,
} from './surveyAnswers.ts';
import { checkAttribute, collectSegments } from './surveyAnswersBySegment.ts';
import { NET_PROMOTER_SCALE } from './surveyScale.ts';

/** What an account is, and which answers count. */
export interface CountsByAccountOptions extends SurveyAnswersOptions {
  /** One of the log's own columns: customers who share its value answer for one account. Unless told, each customer is one. */
  readonly attribute?: string;
  /** A customer answers for the account of the `'first'` or the `'last'` answer in the interval; `'last'` unless told. */
  readonly value?: 'first' | 'last';
  /** Unless told, `'last'` with an attribute and `'all'` without: then nobody knows who answered for the account. */
  readonly answers?: AnswerRule;
}

/** The answers of one account by category. */
export interface AccountCounts extends NetPromoterTally {
  /** The attribute's value, or the customer. */
  readonly account: AttributeValue;
  /** What the counts rest on. */
  readonly definition: NetPromoterDefinition &
    SurveyAnswersDefinition & {
      /** The attribute that makes accounts and which of its values counts; undefined where customers are accounts. */
      readonly attribute: AttributeChoice | undefined;
    };
}

const METRIC = 'netPromoterCountsByAccount';

/**
 * How many of each account's answers are promoters', passives' and detractors', where several people answer for one
 * account.
 *
 * @param log - answers: customer, instant, and the score as amount, a whole number from 0 to 10
 * @param options - what an account is, the interval, and which answers count
 * @returns one record an account with an answer, in the order of the log, or of the attribute's first appearance
 * @throws InputError `not-a-log`, `missing-field` (a log without amounts), `unknown-field`, `unknown-option`,
 * `not-an-option`, `not-an-instant`, `reversed-interval`, `not-on-scale`
 * @complexity two passes over the log
 * @example
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'cyd', 'dan'],
 *   at: [0, 5, 9, 9],
 *   amount: [9, 10, 9, 2],
 *   attributes: { account: ['large', 'large', 'large', 'small'] },
 * });
 * const accounts = netPromoterCountsByAccount(log, { attribute: 'account' });
 * accounts.map(({ account, promoters, detractors }) => [account, promoters, detractors])
 * // [['large', 3, 0], ['small', 0, 1]]
 * accountNetPromoterScore(accounts) // 0
 */
export function netPromoterCountsByAccount(log: EventLog, options: CountsByAccountOptions = {}): AccountCounts[] {
  checkAnswerLog(METRIC, log);
  checkOptions(METRIC, options, ['attribute', 'value', 'from', 'to', 'answers']);
  const { attribute: name, value = 'last', answers = name === undefined ? 'all' : 'last' } = options;
  checkOneOf(METRIC, 'value', value, ['first', 'last']);
  if (name === undefined && options.value !== undefined)
    refuse('not-an-option', METRIC, ['value'], 'left out where no "attribute" is given', value);
  checkOneOf(METRIC, 'answers', answers, ANSWER_RULES);
  const window = checkWindow(METRIC, options);
  const parts =
    name === undefined
      ? customersOf(log, window, answers)
      : collectSegments(log, checkAttribute(METRIC, log, name), value, window, answers);
  const attribute = name === undefined ? undefined : { name, value };
  return parts.map((part) => {
    checkScores(METRIC, part.scores, NET_PROMOTER_SCALE, ['log', 'amount']);
    const definition = { ...netPromoterDefinition(), ...window, answers, attribute };
    return { account: part.value, ...countScores(part.scores), definition };
  });
}

/** The scores of each customer who has an answer in the interval. */
function customersOf(
  log: EventLog,
  window: AnswerWindow,
  rule: AnswerRule,
): { readonly value: AttributeValue; readonly scores: Float64Array }[] {
  return collectAnswers(log, log.customers.length, rule, (row, customer) =>
    isWithin(window, log.at[row]!) ? customer : -1,
  )
    .map(({ scores }, customer) => ({ value: log.customers[customer]!, scores }))
    .filter(({ scores }) => scores.length > 0);
}
