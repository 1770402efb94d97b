import { gaussPanels } from '../numeric/gaussPanels.ts';
import { scaledExponentialIntegral } from '../numeric/special/exponentialIntegral.ts';
import { logHypergeometric } from '../numeric/special/hypergeometric.ts';
import { logBeta } from '../numeric/special/logBeta.ts';
import type { Posterior } from './purchaseProcess.ts';

/** Coefficients up to which the series of the pace is laid out once for all points in time, and shapes it stays finite for. */
const MANY_COEFFICIENTS = 400;
const LARGEST_SHAPE = 40;

/** Steps of the logarithm of the odds of leaving. */
const WIDEST_STEP = 0.25;

/** Over a finite time the pace of purchases, discounted and added up; over all time the mean over p of the sum for each. */
export function dropoutDiscounted(customer: Posterior, time: number, rate: number): number {
  if (time === Infinity) return discountedForEver(customer, rate);
  const { buyingFirst: shape, buyingSecond } = customer;
  const pace = paceOf(customer, time);
  return gaussPanels((at) => Math.exp(-rate * at) * pace(at), time, buyingSecond, shape + 1, rate);
}

/**
 * The expected pace of purchases at each time up to one, leaving included: R / A (1 - y)^(R + 1) times the sum over k of
 * (R + 1)_k / k! (b)_k / (a + b)_k y^k, with y = t / (A + t).
 */
function paceOf(customer: Posterior, time: number): (at: number) => number {
  const { buyingFirst: shape, buyingSecond: rate, leavingFirst: a, leavingSecond: b } = customer;
  const coefficients = shape < LARGEST_SHAPE ? coefficientsOf(customer, time / (rate + time)) : undefined;
  if (coefficients === undefined)
    return (at) => {
      const sum = logHypergeometric(shape + 1, b, a + b, at / (rate + at));
      return (shape / rate) * Math.exp(sum - (shape + 1) * Math.log1p(at / rate));
    };
  return (at) => {
    const y = at / (rate + at);
    const square = y * y;
    // Terms of even and of odd power by themselves: neither sum waits for the other.
    let even = 0;
    let odd = 0;
    for (let k = coefficients.length - 2; k >= 0; k -= 2) {
      even = even * square + coefficients[k]!;
      odd = odd * square + coefficients[k + 1]!;
    }
    return (shape / rate) * (rate / (rate + at)) ** (shape + 1) * (even + y * odd);
  };
}

/** The coefficients of the series that count at this y and below, an even number; undefined where they are too many. */
function coefficientsOf(
  { buyingFirst: shape, leavingFirst: a, leavingSecond: b }: Posterior,
  y: number,
): Float64Array | undefined {
  const coefficients = new Float64Array(MANY_COEFFICIENTS);
  let coefficient = 1;
  let term = 1;
  let total = 0;
  let count = 0;
  while (count % 2 === 1 || term > 1e-17 * (1 - y) * total) {
    if (count === MANY_COEFFICIENTS) return undefined;
    coefficients[count++] = coefficient;
    total += term;
    const factor = ((shape + count) * (b + count - 1)) / (count * (a + b + count - 1));
    coefficient *= factor;
    term *= factor * y;
  }
  return coefficients.subarray(0, count);
}

/**
 * The mean over p of the sum, over all purchases of one who leaves at each with chance p, of e^(-rate x time until it):
 * R / p e^c E(c) with c = A rate / p and E the exponential integral of order R + 1. By the trapezoidal rule over the
 * logarithm of the odds of p, whose error falls with e^(-pi^2 / step) at least.
 */
function discountedForEver(customer: Posterior, discount: number): number {
  const { buyingFirst: shape, buyingSecond: rate, leavingFirst: a, leavingSecond: b } = customer;
  const scale = logBeta(a, b);
  const fade = rate * discount;
  const at = (logOdds: number): number => {
    const small = Math.exp(-Math.abs(logOdds));
    const logP = Math.min(logOdds, 0) - Math.log1p(small);
    const logRest = Math.min(-logOdds, 0) - Math.log1p(small);
    const c = fade * Math.exp(-logP);
    // For hardly any p it is what it is for none, where laws with a small first parameter have much of their weight.
    const overP = c > 1e17 ? shape / fade : shape * scaledExponentialIntegral(shape + 1, c) * Math.exp(-logP);
    return Math.exp(a * logP + b * logRest - scale) * overP;
  };
  // Where both parameters are large the law of p is narrow, about a normal one of this width.
  const step = Math.min(WIDEST_STEP, 0.5 * Math.sqrt(1 / a + 1 / b));
  const middle = Math.log(a / b);
  const right = sumOutwards(at, middle, step, b * step);
  const left = sumOutwards(at, middle, -step, a * step);
  return step * (at(middle) + right + left);
}

/**
 * The sum of a function's values from one point on. Far out it falls by a factor of e^-fall each step: once it does, what
 * is left is a geometric series, however slow.
 */
function sumOutwards(of: (x: number) => number, from: number, step: number, fall: number): number {
  const factor = Math.exp(-fall);
  let total = 0;
  let before = 0;
  for (let k = 1; ; k++) {
    const value = of(from + k * step);
    total += value;
    if (Math.abs(value - before * factor) <= 1e-15 * value) return total + (value * factor) / -Math.expm1(-fall);
    if (!(value > before) && !(value > 1e-18 * total)) return total;
    before = value;
  }
}
