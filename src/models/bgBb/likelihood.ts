import type { LikelihoodPoint } from '../../statistics/maximumLikelihood.ts';
import type { DistinctRows } from '../compressRows.ts';
import { newRisingSums, type RisingSums, risingSums } from '../risingSums.ts';

/** The logarithms of rising factorials that a fate is made of, for 0, 1, 2, … factors. */
interface Tables {
  readonly alpha: RisingSums;
  readonly beta: RisingSums;
  readonly either: RisingSums;
  readonly delta: RisingSums;
  readonly both: RisingSums;
}

/** A customer's fate: how many opportunities one saw, and whether one left before the next. */
interface Fate {
  readonly seen: number;
  readonly hasLeft: boolean;
}

/**
 * The log-likelihood of the BG/BB model. For x purchases at n opportunities, the last at the t-th, the sum over the
 * fates of still being there after n and of having left after m = t, …, n - 1 of
 *
 * (alpha)_x (beta)_(m - x) / (alpha + beta)_m x (delta)_m / (gamma + delta)_m x (gamma / (gamma + delta + m) if left)
 *
 * in logarithms. Fader, Hardie and Shang (2010).
 */
export function bgBbLikelihood({ columns, weight }: DistinctRows): (parameters: Float64Array) => LikelihoodPoint {
  const [frequency, recency, age] = columns as [Float64Array, Float64Array, Float64Array];
  const factors = Float64Array.from({ length: age.reduce((most, n) => Math.max(most, n), 0) + 2 }, (_, k) => k);
  const table = (): RisingSums => newRisingSums(factors.length);
  const tables: Tables = { alpha: table(), beta: table(), either: table(), delta: table(), both: table() };
  return (parameters) => {
    const [alpha, beta, gamma, delta] = parameters as unknown as [number, number, number, number];
    risingSums(factors, alpha, tables.alpha);
    risingSums(factors, beta, tables.beta);
    risingSums(factors, alpha + beta, tables.either);
    risingSums(factors, delta, tables.delta);
    risingSums(factors, gamma + delta, tables.both);
    const gradient = new Float64Array(4);
    const hessian = new Float64Array(16);
    let value = 0;
    for (let row = 0; row < weight.length; row++) {
      const fates = fatesOf(tables, gamma, frequency[row]!, recency[row]!, age[row]!);
      value += weight[row]! * fates.value;
      for (let i = 0; i < 4; i++) gradient[i]! += weight[row]! * fates.gradient[i]!;
      for (let i = 0; i < 16; i++) hessian[i]! += weight[row]! * fates.hessian[i]!;
    }
    return { value, gradient, hessian };
  };
}

/** The logarithm of the sum over all fates and its derivatives: means of those of each, and of products of slopes. */
function fatesOf(tables: Tables, gamma: number, frequency: number, recency: number, age: number): LikelihoodPoint {
  const there = { seen: age, hasLeft: false };
  // Of the fates of having left the earliest is the likeliest.
  const top = Math.max(
    logChance(tables, gamma, frequency, there),
    recency < age ? logChance(tables, gamma, frequency, { seen: recency, hasLeft: true }) : -Infinity,
  );
  const gradient = new Float64Array(4);
  const hessian = new Float64Array(16);
  let total = 0;
  for (let seen = recency; seen <= age; seen++) {
    const fate = seen === age ? there : { seen, hasLeft: true };
    const size = Math.exp(logChance(tables, gamma, frequency, fate) - top);
    const slopes = slopesOf(tables, gamma, frequency, fate);
    const bends = bendsOf(tables, gamma, frequency, fate);
    total += size;
    for (let i = 0; i < 4; i++) {
      gradient[i]! += size * slopes[i]!;
      for (let j = 0; j < 4; j++) hessian[4 * i + j]! += size * (bends[4 * i + j]! + slopes[i]! * slopes[j]!);
    }
  }
  for (let i = 0; i < 4; i++) gradient[i]! /= total;
  for (let at = 0; at < 16; at++)
    hessian[at] = hessian[at]! / total - gradient[Math.floor(at / 4)]! * gradient[at % 4]!;
  return { value: top + Math.log(total), gradient, hessian };
}

const chancesToLeave = ({ seen, hasLeft }: Fate): number => (hasLeft ? seen + 1 : seen);

function logChance(tables: Tables, gamma: number, x: number, fate: Fate): number {
  const { alpha, beta, either, delta, both } = tables;
  const buying = alpha.value[x]! + beta.value[fate.seen - x]! - either.value[fate.seen]!;
  return buying + delta.value[fate.seen]! - both.value[chancesToLeave(fate)]! + (fate.hasLeft ? Math.log(gamma) : 0);
}

function slopesOf(tables: Tables, gamma: number, x: number, fate: Fate): readonly number[] {
  const either = tables.either.first[fate.seen]!;
  const both = tables.both.first[chancesToLeave(fate)]!;
  return [
    tables.alpha.first[x]! - either,
    tables.beta.first[fate.seen - x]! - either,
    (fate.hasLeft ? 1 / gamma : 0) - both,
    tables.delta.first[fate.seen]! - both,
  ];
}

function bendsOf(tables: Tables, gamma: number, x: number, fate: Fate): readonly number[] {
  const either = tables.either.second[fate.seen]!;
  const both = tables.both.second[chancesToLeave(fate)]!;
  const byAlpha = tables.alpha.second[x]! - either;
  const byBeta = tables.beta.second[fate.seen - x]! - either;
  const byGamma = (fate.hasLeft ? -1 / (gamma * gamma) : 0) - both;
  const byDelta = tables.delta.second[fate.seen]! - both;
  return [byAlpha, -either, 0, 0, -either, byBeta, 0, 0, 0, 0, byGamma, -both, 0, 0, -both, byDelta];
}
