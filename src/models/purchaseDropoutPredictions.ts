import { logIntegralOfPeak } from '../numeric/logIntegralOfPeak.ts';
import { logHypergeometric } from '../numeric/special/hypergeometric.ts';
import { incompleteBeta } from '../numeric/special/incompleteBeta.ts';
import { logBeta } from '../numeric/special/logBeta.ts';
import { logGamma } from '../numeric/special/logGamma.ts';
import { logGammaRatio } from '../numeric/special/logGammaRatio.ts';
import type { Posterior } from './purchaseProcess.ts';

/** Terms up to which the sum over possible numbers of purchases is quicker than an integral. */
const MANY_TERMS = 4000;

/**
 * The BG/NBD and the MBG/NBD model past the likelihood. A living customer buys at a rate of the gamma law (R, A) and
 * leaves at each purchase with a chance p of the beta law (a, b). A customer who never left would make a number of
 * purchases within t of the negative binomial law with shape R and y = t / (A + t); every figure is a sum over that
 * number, of positive terms, and so without the cancellation of the published closed forms, and without their poles
 * at a = 1 and where a + b + x = 1.
 */
export function purchaseDropoutPosterior(
  parameters: Readonly<Record<'r' | 'alpha' | 'a' | 'b', number>>,
  frequency: number,
  recency: number,
  age: number,
  firstChances: 0 | 1,
): Posterior {
  const { r, alpha, a, b } = parameters;
  const chances = frequency + firstChances;
  const silence = Math.log((alpha + age) / (alpha + recency));
  const odds = chances > 0 ? (a / (b + chances - 1)) * Math.exp((r + frequency) * silence) : 0;
  return {
    alive: Math.max(1 / (1 + odds), Number.MIN_VALUE),
    buyingFirst: r + frequency,
    buyingSecond: alpha + age,
    leavingFirst: a,
    leavingSecond: b + chances,
  };
}

/** Sum over k of P(k purchases) (b)_k / (a + b)_k: none of k chances to leave was taken. */
export function dropoutSurvival(customer: Posterior, time: number): number {
  const { buyingFirst: shape, buyingSecond: rate, leavingFirst: a, leavingSecond: b } = customer;
  if (time === Infinity) return 0;
  return Math.exp(logHypergeometric(shape, b, a + b, time / (rate + time)) - shape * Math.log1p(time / rate));
}

/** Sum over k of P(k purchases) times the sum over j < k of (b)_j / (a + b)_j: those made before leaving. */
export function dropoutExpected(customer: Posterior, time: number): number {
  const { buyingFirst: shape, buyingSecond: rate, leavingFirst: a, leavingSecond: b } = customer;
  // The mean of 1 / p over the beta law.
  if (time === Infinity) return a > 1 ? (a + b - 1) / (a - 1) : Infinity;
  const y = time / (rate + time);
  if (shape * y + 40 > MANY_TERMS * (1 - y)) return expectedByIntegral(customer, time);
  let term = 1;
  let terms = 1;
  let made = 0;
  let stayed = 1;
  let total = 0;
  for (let k = 1; ; k++) {
    term *= (y * (shape + k - 1)) / k;
    made += stayed;
    stayed *= (b + k - 1) / (a + b + k - 1);
    terms += term;
    total += term * made;
    if (terms > 1e200) {
      term *= 1e-200;
      terms *= 1e-200;
      total *= 1e-200;
    }
    // Past the mode the terms fall at least by this factor, and what is left is below the last digit.
    const fall = (y * (shape + k)) / (k + 1);
    if (fall < 1 && term * made * fall < (1 - fall) * 1e-17 * total) return total / terms;
    if (term === 0) return total / terms;
  }
}

/** The mean over p of (1 - (A / (A + p t))^R) / p. */
function expectedByIntegral(customer: Posterior, time: number): number {
  const { buyingFirst: shape, buyingSecond: rate } = customer;
  const most = (shape * time) / rate;
  return overLeaving(customer, 1 / most, (p) =>
    p * most < NEGLIGIBLE ? most : -Math.expm1(-shape * Math.log1p((p * time) / rate)) / p,
  );
}

/** Below this share of where it turns a function of p is what it is at p = 0. */
const NEGLIGIBLE = 1e-17;

/**
 * The mean over the beta law of leaving of a function of p that is level below some p and falls like 1 / p beyond: over
 * the logarithm of the odds of p, so that laws that are nearly all at the ends lose nothing there.
 *
 * @param turn - where the function begins to fall
 */
function overLeaving(
  { leavingFirst: a, leavingSecond: b }: Posterior,
  turn: number,
  of: (p: number) => number,
): number {
  // Where p^a (1 - p)^b / (p + turn) is largest: the root from 0 to 1 of a quadratic.
  const linear = 1 - a + (a + b) * turn;
  const root = Math.sqrt(linear * linear + 4 * (a + b - 1) * a * turn);
  const peak = linear > 0 ? (2 * a * turn) / (linear + root) : (root - linear) / (2 * (a + b - 1));
  const rest = Math.max(1 - peak, Number.EPSILON);
  const curvature = (a + b) * peak * rest;
  const logIntegrand = (w: number): number => {
    const beyond = Math.log1p(Math.exp(-Math.abs(w)));
    const logP = Math.min(w, 0) - beyond;
    return a * logP - b * (Math.max(w, 0) + beyond) + Math.log(of(Math.exp(logP)));
  };
  const scale = curvature > 1 ? 1 / Math.sqrt(curvature) : 1;
  return Math.exp(logIntegralOfPeak(logIntegrand, Math.log(peak / rest), scale) - logBeta(a, b));
}

/** Just n purchases without leaving, or leaving at the n-th of n or more. */
export function dropoutProbability(customer: Posterior, count: number, time: number): number {
  const { buyingFirst: shape, buyingSecond: rate, leavingFirst: a, leavingSecond: b } = customer;
  const y = time / (rate + time);
  if (y === 0) return count === 0 ? 1 : 0;
  const stayed = (chances: number): number => Math.exp(logGammaRatio(b, chances) - logGammaRatio(a + b, chances));
  const ways = logGammaRatio(shape, count) - logGamma(count + 1);
  const just = Math.exp(ways + count * Math.log(y) - shape * Math.log1p(time / rate));
  if (count === 0) return just;
  const leftAtLast = (stayed(count - 1) * a) / (a + b + count - 1);
  return just * stayed(count) + leftAtLast * incompleteBeta(count, shape, y);
}
