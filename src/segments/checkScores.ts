import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkValues, isList } from '../statistics/checkValues.ts';
import { checkBins } from './checkBins.ts';
import type { RfmScores } from './rfmScores.ts';

/** The columns of scores that segments are made from, checked. */
export interface CheckedScores {
  readonly bins: number;
  readonly recencyScore: Float64Array;
  readonly frequencyScore: Float64Array;
  readonly monetaryScore: Float64Array;
  readonly recencyDays: Float64Array;
  readonly orderCount: Float64Array;
  readonly revenue: Float64Array;
}

/** Refuses what is not the result of `rfmScores`, made by hand or not, and gives copies of its columns. */
export function checkScores(metric: string, scores: RfmScores): CheckedScores {
  checkRecord(metric, 'scores', scores);
  checkRecord(metric, 'scores.definition', scores.definition);
  const { bins } = scores.definition;
  checkBins(metric, ['scores', 'definition', 'bins'], bins);
  if (!Array.isArray(scores.customers))
    refuse('not-rows', metric, ['scores', 'customers'], 'an array of customers', scores.customers);
  const count = scores.customers.length;
  const figures = (name: 'recencyDays' | 'orderCount' | 'revenue'): Float64Array =>
    sameLength(metric, name, checkValues(metric, `scores.${name}`, scores[name]), count);
  const classes = (name: 'recencyScore' | 'frequencyScore' | 'monetaryScore'): Float64Array =>
    sameLength(metric, name, checkClasses(metric, name, scores[name], bins), count);
  return {
    bins,
    recencyScore: classes('recencyScore'),
    frequencyScore: classes('frequencyScore'),
    monetaryScore: classes('monetaryScore'),
    recencyDays: figures('recencyDays'),
    orderCount: figures('orderCount'),
    revenue: figures('revenue'),
  };
}

function sameLength(metric: string, name: string, column: Float64Array, count: number): Float64Array {
  if (column.length !== count)
    refuse('length-mismatch', metric, ['scores', name], `as long as "customers" (${count})`, column.length);
  return column;
}

function checkClasses(metric: string, name: string, scores: unknown, bins: number): Float64Array {
  if (!isList(scores)) refuse('not-rows', metric, ['scores', name], 'an array of scores', scores);
  const copy = new Float64Array(scores.length);
  for (let place = 0; place < copy.length; place++) {
    const score = scores[place];
    if (typeof score !== 'number' || !Number.isInteger(score) || score < 1 || score > bins)
      refuse('not-on-scale', metric, ['scores', name, place], `a whole score from 1 to ${bins}`, score);
    copy[place] = score;
  }
  return copy;
}
