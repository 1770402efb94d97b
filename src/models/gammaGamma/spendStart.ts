import { digamma } from '../../numeric/special/digamma.ts';
import type { DistinctRows } from '../compressRows.ts';

/** The least share of the variance that either of its two parts starts with. */
const LEAST_SHARE = 0.02;

/** The least variance of a logarithm to start with: all of them may be equal. */
const LEAST_VARIANCE = 1e-4;

/** Where a search for the parameters begins, and their sizes. */
export interface SpendStart {
  readonly start: readonly [number, number, number];
  readonly scales: readonly [number, number, number];
}

/**
 * A first guess by moments. The logarithm of a mean spend varies by trigamma(p x) + trigamma(q), of which the first
 * falls about as 1 / (p x): a line through the squared deviations over 1 / x has a slope that tells p, and a height
 * that tells q.
 */
export function spendStart({ columns, weight }: DistinctRows): SpendStart {
  const frequency = columns[0]!;
  const logs = columns[1]!.map(Math.log);
  const { mean, inverse, variance, slope } = lineOf(frequency, logs, weight);
  const total = Math.max(variance, LEAST_VARIANCE);
  // What falls with the purchases, for one purchase, within what both parts have to have.
  const within = Math.min(Math.max(slope, LEAST_SHARE * total), ((1 - LEAST_SHARE) * total) / inverse);
  const p = shapeOf(within);
  const q = shapeOf(total - within * inverse);
  // The mean logarithm is digamma(p x) - log x + log v - digamma(q), about.
  const v = Math.exp(mean - Math.log(p) + inverse / (2 * p) + digamma(q));
  return { start: [p, q, v], scales: [1, 1, Math.exp(mean)] };
}

/** The shape whose trigamma is a variance, by 1 / shape + 1 / (2 shape^2). */
function shapeOf(variance: number): number {
  return (1 + Math.sqrt(1 + 2 * variance)) / (2 * variance);
}

interface Line {
  /** Mean of the logarithms. */
  readonly mean: number;
  /** Mean of 1 / x. */
  readonly inverse: number;
  /** Their variance. */
  readonly variance: number;
  /** By how much the squared deviations rise with 1 / x; 0 where all x are one. */
  readonly slope: number;
}

function lineOf(frequency: Float64Array, logs: Float64Array, weight: Float64Array): Line {
  let customers = 0;
  let mean = 0;
  let inverse = 0;
  for (let row = 0; row < logs.length; row++) {
    customers += weight[row]!;
    mean += weight[row]! * logs[row]!;
    inverse += weight[row]! / frequency[row]!;
  }
  mean /= customers;
  inverse /= customers;
  let squares = 0;
  let products = 0;
  let spread = 0;
  for (let row = 0; row < logs.length; row++) {
    const square = (logs[row]! - mean) ** 2;
    const distance = 1 / frequency[row]! - inverse;
    squares += weight[row]! * square;
    products += weight[row]! * distance * square;
    spread += weight[row]! * distance * distance;
  }
  return { mean, inverse, variance: squares / customers, slope: spread > 0 ? products / spread : 0 };
}
