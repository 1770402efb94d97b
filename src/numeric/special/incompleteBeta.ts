import { productError, sumError } from '../exactError.ts';
import { betaPower } from './betaPower.ts';
import { continuedFraction } from './continuedFraction.ts';
import { deviance, LARGE_FROM, largeTails, type Tails } from './largeTails.ts';
import { logGammaNext } from './logGamma.ts';
import { logGammaRatio } from './logGammaRatio.ts';

/** Whether the series in x serves: it does not cancel, and a is so small that I may be next to 1. */
function isSmall(a: number, b: number, x: number): boolean {
  return a <= 1 && x <= 0.5 && b * x <= 1;
}

/** By the series in x; where I is next to 1, by its logarithm, since 1 - I would lose its digits as a falls. */
function smallTails(a: number, b: number, x: number): Tails {
  let term = 1;
  let series = 0;
  for (let n = 1; Math.abs(term) > Number.EPSILON * 0.01; n++) {
    term *= (x * (n - b)) / n;
    series += (a * term) / (a + n);
  }
  const logScale = logGammaNext(a) - logGammaRatio(b, a);
  const lower = x ** a * Math.exp(-logScale) * (1 + series);
  if (lower < 0.5) return { lower, upper: 1 - lower };
  return { lower, upper: -Math.expm1(a * Math.log(x) - logScale + Math.log1p(series)) };
}

/** Below the mean: the continued fraction of DiDonato and Morris (1992), Algorithm 708. */
function tailsBelow(a: number, b: number, x: number, y: number, belowMean: number): Tails {
  const fraction = continuedFraction(
    (a * (belowMean + 1)) / (a + 1),
    (n) => ((a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x) / (a + 2 * n - 1) ** 2,
    (n) => n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) * (belowMean + 1 + n * (1 + y))) / (a + 2 * n + 1),
  );
  const lower = betaPower(a, b, x, y) / fraction;
  return { lower, upper: 1 - lower };
}

function tailsOfLarge(a: number, b: number, belowMean: number): Tails {
  const trials = a + b;
  const spread = Math.sqrt(a / trials) * Math.sqrt(b / trials);
  const skew = (b - a) / trials / spread;
  const distance = -belowMean / trials / spread;
  const exponent = a * deviance(-belowMean / a) + b * deviance(belowMean / b);
  const near = Math.abs(distance) * Math.max(1, Math.abs(skew)) < 1e-5;
  const nearCentre = near ? skew / 3 - (distance * (3 + skew * skew)) / 12 : Number.NaN;
  return largeTails(trials, exponent, distance, nearCentre);
}

/** a - (a + b) x without rounding: next to the mean its digits decide how far out x lies. */
function belowMeanBy(a: number, b: number, x: number): number {
  const total = a + b;
  return a - total * x - (productError(total, x) + sumError(a, b) * x);
}

const swap = ({ lower, upper }: Tails): Tails => ({ lower: upper, upper: lower });

/**
 * The shares of the beta law with parameters a and b (above 0) below and above x, given y = 1 - x beside x so that
 * neither end loses its digits.
 */
export function betaTails(a: number, b: number, x: number, y: number): Tails {
  if (!(a > 0 && b > 0 && x >= 0 && y >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  if (isSmall(a, b, x)) return smallTails(a, b, x);
  if (isSmall(b, a, y)) return swap(smallTails(b, a, y));
  // Of x and y the smaller alone is exact.
  const belowMean = x < y ? belowMeanBy(a, b, x) : -belowMeanBy(b, a, y);
  if (belowMean < 0) return swap(betaTails(b, a, y, x));
  if (Math.min(a, b) >= LARGE_FROM) return tailsOfLarge(a, b, belowMean);
  return tailsBelow(a, b, x, y, belowMean);
}

/**
 * The regularised incomplete beta function I_x(a, b), to full relative precision in both tails.
 *
 * NIST Handbook of Mathematical Functions (2010), section 8.17.
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  return betaTails(a, b, x, 1 - x).lower;
}

/** 1 - I_x(a, b), computed as itself. */
export function incompleteBetaComplement(a: number, b: number, x: number): number {
  return betaTails(a, b, x, 1 - x).upper;
}
