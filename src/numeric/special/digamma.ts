import { polynomial } from './polynomial.ts';
import { STIRLING_FROM } from './stirling.ts';

/** 1 - Euler's constant: digamma at 2. */
const AT_TWO = 0.42278433509846713;

/** zeta(k) - 1 with Riemann's zeta function, for k = 2, 3, …, 28. */
const ZETAS = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.0020083928260822143, 0.0009945751278180853, 0.0004941886041194645,
  0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8,
  7.45071178983543e-9, 3.725334024788457e-9,
];

/** B(2k) / (2k) with Bernoulli's numbers, k = 1, 2, …: minus the coefficients of 1/x^2, 1/x^4, … */
export const DIGAMMA_SERIES: readonly number[] = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];

/** digamma(2 + z) for z from -1/2 to 1/2. */
function digammaNearTwo(z: number): number {
  return AT_TWO + z * polynomial(ZETAS, -z);
}

/**
 * The derivative of log Gamma(x) for x above 0; beside its root 1.4616… the last digits that 1 has are right, so that
 * the value has fewer.
 *
 * NIST Handbook of Mathematical Functions (2010), formulas 5.5.2, 5.7.4 and 5.11.2.
 */
export function digamma(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x < 0.5) return digammaNearTwo(x) - 1 / (1 + x) - 1 / x;
  if (x < 1.5) return digammaNearTwo(x - 1) - 1 / x;
  if (x >= STIRLING_FROM) {
    const square = 1 / (x * x);
    return Math.log(x) - (0.5 / x + square * polynomial(DIGAMMA_SERIES, square));
  }
  let rest = x;
  let climbed = 0;
  while (rest >= 2.5) {
    rest -= 1;
    climbed += 1 / rest;
  }
  return digammaNearTwo(rest - 2) + climbed;
}
