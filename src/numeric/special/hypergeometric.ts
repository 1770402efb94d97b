import { logIntegralOfPeak } from '../logIntegralOfPeak.ts';
import { logSumExp } from '../logSumExp.ts';
import { logBeta } from './logBeta.ts';

/** Sums beyond this are scaled down … */
const LARGE = 2 ** 800;

/** … by it, which is this logarithm. */
const LOG_LARGE = 800 * Math.LN2;

/** The series may take so many terms for each integral that would do instead. */
const TERMS_PER_INTEGRAL = 5000;

/** More integrals than that would take minutes; the third parameter would have to be as far below both others. */
const MOST_INTEGRALS = 10_000;

/** The integral is wide where the third parameter is next to the second: it is to be this much beyond it. */
const LEAST_DISTANCE = 0.5;

/** About how many terms the series takes: up to where they fall like a power of z, and from there on. */
function termsNeeded(a: number, b: number, c: number, z: number, rest: number): number {
  const linear = (a + b) * z - c - 1;
  const discriminant = linear * linear + 4 * rest * (a * b * z - c);
  const largest = discriminant > 0 ? Math.max(0, (linear + Math.sqrt(discriminant)) / (2 * rest)) : 0;
  return largest + 40 / rest;
}

/**
 * The logarithm of the defining series, all of whose terms are positive: nothing cancels. The first term, 1, is kept
 * apart, so that a function next to 1 has a logarithm with all its digits.
 */
function logSeries(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let beyond = 0;
  let logScale = 0;
  for (let n = 0; ; n++) {
    const factor = (((a + n) * (b + n)) / ((c + n) * (1 + n))) * z;
    term *= factor;
    beyond += term;
    // The factors may yet rise, but not beyond z.
    const largest = Math.max(factor, z);
    if (largest < 1 && term * largest <= beyond * 1e-17 * (1 - largest)) {
      return logScale === 0 ? Math.log1p(beyond) : logScale + Math.log(beyond);
    }
    if (beyond > LARGE) {
      term /= LARGE;
      beyond /= LARGE;
      logScale += LOG_LARGE;
    }
  }
}

/** Where Euler's integrand, over the logarithm of the odds t / (1 - t), is largest: the odds. */
function oddsOfPeak(a: number, b: number, c: number, z: number, rest: number): number {
  const linear = b * (1 + rest) - c + a * z;
  const root = Math.sqrt(linear * linear + 4 * (c - b) * b * rest);
  return linear > 0 ? (linear + root) / (2 * (c - b) * rest) : (2 * b) / (root - linear);
}

/** The logarithm of the function by Euler's integral, for c above b; over the logarithm of the odds it has one peak. */
function logEulerIntegral(a: number, b: number, c: number, z: number, rest: number): number {
  const odds = oddsOfPeak(a, b, c, z, rest);
  const curvature = ((c - a) * odds) / (1 + odds) ** 2 + (a * rest * odds) / (1 + rest * odds) ** 2;
  const logIntegrand = (w: number): number => {
    const fraction = Math.exp(-Math.abs(w));
    const beyond = Math.log1p(fraction);
    if (w <= 0) return b * (w - beyond) - (c - b) * beyond + a * Math.log((1 + fraction) / (1 + rest * fraction));
    return a * Math.log((1 + fraction) / (rest + fraction)) - (c - b) * (w + beyond) - b * beyond;
  };
  const scale = curvature > 1 ? 1 / Math.sqrt(curvature) : 1;
  return logIntegralOfPeak(logIntegrand, Math.log(odds), scale) - logBeta(b, c - b);
}

/**
 * The same for any c above 0: with (c)_n for the rising factorial, F(a, b; c) is the sum over j = 0, …, m of
 * binomial(m, j) (a)_j (b)_j z^j / ((c)_j (c + m)_j) F(a + j, b + j; c + m + j), since (c + n)_m / (c)_m is a sum of
 * falling factorials of n (Vandermonde). All terms are positive.
 */
function logOfIntegrals(a: number, b: number, c: number, z: number, rest: number, shift: number): number {
  const terms: number[] = [];
  let logFactor = 0;
  for (let j = 0; j <= shift; j++) {
    terms.push(logFactor + logEulerIntegral(a + j, b + j, c + shift + j, z, rest));
    logFactor += Math.log((((shift - j) / (j + 1)) * (((a + j) / (c + j)) * (b + j) * z)) / (c + shift + j));
  }
  return logSumExp(terms);
}

/**
 * The logarithm of Gauss's hypergeometric function 2F1(a, b; c; z) for a, b, c above 0 and z from 0 to below 1, where
 * neither it nor anything on the way to it can overflow or cancel. NaN outside.
 *
 * By the series where that is short, else by Euler's integral, for the lesser of a and b and, where c is not beyond
 * that, for larger values of c. NaN too where that would take very many of them: c below both by 10,000, z near 1.
 *
 * NIST Handbook of Mathematical Functions (2010), formulas 15.2.1 and 15.6.1.
 *
 * @param rest - 1 - z, where the caller has it with more digits
 */
export function logHypergeometric(a: number, b: number, c: number, z: number, rest: number = 1 - z): number {
  if (!(a > 0 && b > 0 && c > 0 && z >= 0 && rest > 0)) return Number.NaN;
  const large = Math.max(a, b);
  const small = Math.min(a, b);
  const shift = Math.max(0, Math.ceil(small + LEAST_DISTANCE - c));
  const terms = termsNeeded(a, b, c, z, rest);
  if (terms <= TERMS_PER_INTEGRAL * (shift + 1)) return logSeries(large, small, c, z);
  if (!(shift < MOST_INTEGRALS)) return Number.NaN;
  return logOfIntegrals(large, small, c, z, rest, shift);
}

/** Gauss's hypergeometric function 2F1(a, b; c; z), as `logHypergeometric`; Infinity beyond the largest double. */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  return Math.exp(logHypergeometric(a, b, c, z));
}
