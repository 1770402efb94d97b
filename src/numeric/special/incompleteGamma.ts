import { continuedFraction } from './continuedFraction.ts';
import { gammaPower } from './gammaPower.ts';
import { deviance, LARGE_FROM, largeTails, type Tails } from './largeTails.ts';
import { logGammaNext } from './logGamma.ts';

/** For a up to 1 and x up to 1, where 1 - P loses its digits as a falls: the logarithm of P is near 0 there. */
function smallTails(a: number, x: number): Tails {
  let term = 1;
  let series = 0;
  for (let n = 1; n <= 20; n++) {
    term *= -x / n;
    series += (a * term) / (a + n);
  }
  const logScale = logGammaNext(a);
  const lower = x ** a * Math.exp(-logScale) * (1 + series);
  if (lower < 0.5) return { lower, upper: 1 - lower };
  return { lower, upper: -Math.expm1(a * Math.log(x) - logScale + Math.log1p(series)) };
}

/** Below the mean: the series of P, all of whose terms are positive. */
function tailsBelow(a: number, x: number): Tails {
  let term = 1;
  let series = 1;
  for (let n = 1; term > series * Number.EPSILON * 0.01; n++) {
    term *= x / (a + n);
    series += term;
  }
  const lower = (gammaPower(a, x) / a) * series;
  return { lower, upper: 1 - lower };
}

/** Above the mean: Legendre's continued fraction of Q. */
function tailsAbove(a: number, x: number): Tails {
  const fraction = continuedFraction(
    x + 1 - a,
    (n) => n * (a - n),
    (n) => x + 1 - a + 2 * n,
  );
  const upper = gammaPower(a, x) / fraction;
  return { lower: 1 - upper, upper };
}

/** P(a, x) and Q(a, x), the shares of the gamma law of shape a (above 0) and scale 1 below and above x. */
export function gammaTails(a: number, x: number): Tails {
  if (!(a > 0 && x >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (a <= 1 && x <= 1) return smallTails(a, x);
  if (a >= LARGE_FROM) {
    const distance = (x - a) / a;
    const nearCentre = Math.abs(distance) < 1e-5 ? 1 / 3 - distance / 12 : Number.NaN;
    return largeTails(a, a * deviance(distance), distance, nearCentre);
  }
  return x < a ? tailsBelow(a, x) : tailsAbove(a, x);
}

/**
 * The regularised lower incomplete gamma function P(a, x), to full relative precision in both tails.
 *
 * NIST Handbook of Mathematical Functions (2010), formulas 8.7.1, 8.9.2 and 8.11.4.
 */
export function incompleteGamma(a: number, x: number): number {
  return gammaTails(a, x).lower;
}

/** The regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x), computed as itself. */
export function incompleteGammaComplement(a: number, x: number): number {
  return gammaTails(a, x).upper;
}
