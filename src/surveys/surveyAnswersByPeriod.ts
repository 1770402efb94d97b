import { checkCount, checkInstant, checkOneOf } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import type { EventLog } from '../log/types.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import { layPeriods } from '../time/layPeriods.ts';
import { periodAt } from '../time/periodAt.ts';
import { periodLabels } from '../time/periodLabels.ts';
import type { Calendar, PeriodOptions } from '../time/types.ts';
import { ANSWER_RULES, type AnswerRule, checkAnswerLog, collectAnswers, suppress } from './collectAnswers.ts';
import type { SurveyAnswers, SurveyAnswersDefinition } from './surveyAnswers.ts';

/** The periods, and which answers count in each. */
export interface AnswersByPeriodOptions extends PeriodOptions {
  /** The instant up to which the log tells; answers from it on are not looked at. */
  readonly asOf: Instant;
  /** `'last'` unless told: of each customer the last answer in each period. `'all'`: every one. */
  readonly answers?: AnswerRule;
  /** A period with fewer answers than this is not shown; 1 unless told. */
  readonly minimumAnswers?: number;
}

/** The answers of one period. */
export interface PeriodAnswers extends SurveyAnswers {
  /** The period's name: `'2024-03'`. */
  readonly label: string;
  /** Its first instant, in epoch milliseconds. */
  readonly from: number;
  /** The first instant after it, in epoch milliseconds. */
  readonly to: number;
  /** `'partial'`: the period is still under way, answers may yet come. */
  readonly state: 'observed' | 'partial';
  /** Whether there were fewer answers than `minimumAnswers`: the columns are then empty and `leftOut` is NaN. */
  readonly suppressed: boolean;
  /** What the answers rest on. */
  readonly definition: SurveyAnswersDefinition &
    Calendar & {
      /** Up to when answers were looked at, in epoch milliseconds. */
      readonly asOf: number;
      /** The least number of answers that is shown. */
      readonly minimumAnswers: number;
    };
}

const METRIC = 'surveyAnswersByPeriod';

/**
 * The answers of a log to a survey, period by period: every figure of a survey over time is a map over them.
 *
 * Each customer has at most one answer a period, unless all count; who answers in two periods is in both.
 *
 * @param log - answers: customer, instant, and the score as amount
 * @param options - the calendar, `asOf`, which answers count, and how few are not shown
 * @returns one part a period from that of the first answer to that of the last instant before `asOf`, in order of time;
 * none for a log without answers before `asOf`; a day that the zone skipped has none
 * @throws InputError `not-a-log`, `missing-field` (a log without amounts), `unknown-option`, `not-an-option`,
 * `unknown-time-zone`, `not-an-instant`, `not-a-count`, `too-many-periods`
 * @complexity one pass over the log, plus the periods
 * @example
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'ada'],
 *   at: [Date.UTC(2024, 0, 5), Date.UTC(2024, 0, 9), Date.UTC(2024, 1, 1)],
 *   amount: [6, 10, 9],
 * });
 * const parts = surveyAnswersByPeriod(log, { period: 'month', asOf: Date.UTC(2024, 1, 10) });
 * parts.map((part) => [part.label, netPromoterScore(netPromoterCounts(part.scores)), part.state])
 * // [['2024-01', 0, 'observed'], ['2024-02', 100, 'partial']]
 */
export function surveyAnswersByPeriod(log: EventLog, options: AnswersByPeriodOptions): PeriodAnswers[] {
  checkAnswerLog(METRIC, log);
  const calendar = checkCalendar(METRIC, options, ['asOf', 'answers', 'minimumAnswers']);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const { answers = 'last', minimumAnswers = 1 } = options;
  checkOneOf(METRIC, 'answers', answers, ANSWER_RULES);
  checkCount(METRIC, 'minimumAnswers', minimumAnswers);
  const index = layPeriods(METRIC, { ...calendar, from: Math.min(log.earliest, asOf), to: asOf });
  const parts = collectAnswers(log, index.count, answers, (row) => {
    return log.at[row]! < asOf ? periodAt(index, log.at[row]!) : -1;
  });
  const labels = periodLabels(index);
  return parts.flatMap((columns, place) => {
    const from = index.boundaries[place]!;
    const to = index.boundaries[place + 1]!;
    if (from === to) return [];
    const definition = { from, to, answers, ...calendar, asOf, minimumAnswers };
    const state = to <= asOf ? ('observed' as const) : ('partial' as const);
    return [{ label: labels[place]!, from, to, state, ...suppress(columns, minimumAnswers), definition }];
  });
}
