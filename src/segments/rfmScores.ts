import { checkInstant, checkOneOf, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId, Instant } from '../core/types.ts';
import { checkAmounts, checkEventLog, currencyOf } from '../log/checkLog.ts';
import type { EventLog } from '../log/types.ts';
import { checkBins } from './checkBins.ts';
import { checkThresholds, type Thresholds } from './checkThresholds.ts';
import { recencyFrequencyMoney } from './recencyFrequencyMoney.ts';
import { scoreByNtile } from './scoreByNtile.ts';
import { scoreByQuantile, scoreByThresholds } from './scoreByQuantile.ts';
import type { Column, ScoredColumn } from './scoredColumn.ts';

/** How customers are put into classes. */
export type RfmMethod = 'quantile' | 'ntile';

/** The choices of `rfmScores`. */
export interface RfmOptions {
  /** The instant of looking: orders at or after it do not count. */
  readonly asOf: Instant;
  /** How many classes, 2 to 100; 5 unless told. */
  readonly bins?: number;
  /**
   * `'quantile'` unless told: classes lie between quantiles, customers of equal value share one, and a class may be
   * empty. `'ntile'`: classes of equal size, ties by the customer's id.
   */
  readonly method?: RfmMethod;
  /**
   * Borders of your own, or those of an earlier result, in place of `bins` and `method`: then the scores of two dates or
   * two markets mean the same.
   */
  readonly thresholds?: RfmLists;
}

/** What RFM scores rest on. */
export interface RfmDefinition {
  /** The instant of looking, in epoch milliseconds. */
  readonly asOf: number;
  /** How many classes. */
  readonly bins: number;
  /** How customers were put into them; `'thresholds'`: by those that were given. */
  readonly method: RfmMethod | 'thresholds';
  /** The currency of the amounts; undefined where the log names none. */
  readonly currency: string | undefined;
}

/** One list for each of the three figures. */
export interface RfmLists {
  /** Of the days since the last order. */
  readonly recencyDays: readonly number[];
  /** Of the number of orders. */
  readonly orderCount: readonly number[];
  /** Of the revenue. */
  readonly revenue: readonly number[];
}

/** Recency, frequency and money of each customer, as figures and as scores: columns beside `customers`. */
export interface RfmScores {
  /** The customers with an order before `asOf`, in the order of the log. */
  readonly customers: readonly CustomerId[];
  /** Days of 24 hours from the last order to `asOf`. */
  readonly recencyDays: Float64Array;
  /** How many orders. */
  readonly orderCount: Int32Array;
  /** Sum of the amounts. */
  readonly revenue: Float64Array;
  /** 1 (long ago) to `bins` (just now). */
  readonly recencyScore: Int32Array;
  /** 1 (few orders) to `bins` (many). */
  readonly frequencyScore: Int32Array;
  /** 1 (little revenue) to `bins` (much). */
  readonly monetaryScore: Int32Array;
  /**
   * The `bins - 1` values between the classes, ascending: those given, or quantiles, or by `'ntile'` the largest value of
   * the classes below, NaN where there is none below.
   */
  readonly thresholds: RfmLists;
  /** How many customers have each score, score 1 first. */
  readonly classSizes: RfmLists;
  /** What the scores rest on. */
  readonly definition: RfmDefinition;
}

const METRIC = 'rfmScores';

/**
 * Scores customers by how lately, how often and for how much they bought: 1 to 5 each, 5 the best.
 *
 * By quantile a score is 1 + the number of thresholds below the value, the thresholds being the quantiles 1/5, 2/5, 3/5
 * and 4/5; for the days since the last order it counts down from 5. Where many customers have the same value, as
 * with one order each, thresholds fall together and the classes between them are empty: see `classSizes`.
 *
 * By ntile customers are lined up by value, then by id (numbers, ascending, before texts by code unit), and cut into
 * classes whose sizes differ by at most 1, the larger ones first, as SQL's NTILE does. Customers of equal value may then
 * have different scores.
 *
 * Both rank customers against each other. With `thresholds` a score says what a customer did, whoever else there is: a
 * value that equals a threshold is in the class below it by value.
 *
 * @param log - a log of orders with amounts; every event counts, so filter first where there are others
 * @param options - the instant of looking, number of classes, method
 * @returns columns beside `customers`, with thresholds and class sizes; `toRows` makes records of the columns
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant`, `not-an-option`, `missing-field` (a log without
 * amounts), `mixed-currencies`; for thresholds `not-a-record`, `not-rows`, `not-a-number`, `length-mismatch`,
 * `reversed-interval`
 * @complexity by quantile a sort of each of the three columns; by ntile some passes over each and a sort of the values
 * around the borders of classes
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'ada', 'bob', 'cyd'],
 *   at: [0, 90 * day, 40 * day, 95 * day],
 *   amount: [30, 50, 20, 10],
 * });
 * const scores = rfmScores(log, { asOf: 100 * day, bins: 2 });
 * scores.recencyDays // [10, 60, 5]
 * scores.recencyScore // [2, 1, 2]
 * scores.thresholds.recencyDays // [10]
 * scores.classSizes.orderCount // [2, 1]
 * @reference Hughes (1994), Strategic database marketing
 * @reference Hyndman and Fan (1996), Sample quantiles in statistical packages, definition 7
 */
export function rfmScores(log: EventLog, options: RfmOptions): RfmScores {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['asOf', 'bins', 'method', 'thresholds']);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const { bins, method, thresholds } = checkClasses(options);
  const figures = recencyFrequencyMoney(log, checkAmounts(METRIC, log), asOf);
  const scored = (name: keyof RfmLists, smallIsGood: boolean): ScoredColumn => {
    const column: Column = figures[name];
    if (thresholds !== undefined) return scoreByThresholds(column, thresholds[name], smallIsGood);
    if (method === 'ntile') return scoreByNtile(column, bins, smallIsGood, figures.customers);
    return scoreByQuantile(column, bins, smallIsGood);
  };
  const recency = scored('recencyDays', true);
  const frequency = scored('orderCount', false);
  const money = scored('revenue', false);
  return {
    ...figures,
    recencyScore: recency.scores,
    frequencyScore: frequency.scores,
    monetaryScore: money.scores,
    thresholds: listsOf('thresholds', recency, frequency, money),
    classSizes: listsOf('classSizes', recency, frequency, money),
    definition: { asOf, bins, method, currency: currencyOf(log) },
  };
}

/** What makes the classes: thresholds that were given, or a number of classes and a method. */
interface Classes {
  readonly bins: number;
  readonly method: RfmDefinition['method'];
  readonly thresholds: Thresholds | undefined;
}

function checkClasses(options: RfmOptions): Classes {
  const thresholds = options.thresholds === undefined ? undefined : checkThresholds(METRIC, options.thresholds);
  const { bins = 5, method = 'quantile' } = options;
  checkBins(METRIC, ['bins'], bins);
  checkOneOf(METRIC, 'method', method, ['quantile', 'ntile']);
  if (thresholds === undefined) return { bins, method, thresholds };
  for (const name of ['bins', 'method'] as const)
    if (options[name] !== undefined)
      refuse('not-an-option', METRIC, [name], 'left out where "thresholds" are given', options[name]);
  return { bins: thresholds.recencyDays.length + 1, method: 'thresholds', thresholds };
}

function listsOf(
  name: 'thresholds' | 'classSizes',
  recency: ScoredColumn,
  frequency: ScoredColumn,
  money: ScoredColumn,
): RfmLists {
  return { recencyDays: recency[name], orderCount: frequency[name], revenue: money[name] };
}
