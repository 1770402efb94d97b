import { logIntegralOfPeak } from '../logIntegralOfPeak.ts';
import { continuedFraction } from './continuedFraction.ts';

/** From here on the continued fraction is short. */
const FRACTION_FROM = 0.1;

/** The peak of the integrand over the logarithm of t - 1. */
function peakOf(order: number, x: number): number {
  const linear = 1 - x - order;
  const root = Math.sqrt(linear * linear + 4 * x);
  return linear > 0 ? (linear + root) / (2 * x) : 2 / (root - linear);
}

function byIntegral(order: number, x: number): number {
  const excess = peakOf(order, x);
  const curvature = x * excess + (order * excess) / (1 + excess) ** 2;
  const scale = curvature > 1 ? 1 / Math.sqrt(curvature) : 1;
  const logIntegrand = (w: number): number => {
    const u = Math.exp(w);
    return w - x * u - order * Math.log1p(u);
  };
  return Math.exp(logIntegralOfPeak(logIntegrand, Math.log(excess), scale));
}

/**
 * e^x E_order(x), the integral of e^(-x (t - 1)) t^-order over t from 1 to infinity, for any order and x above 0. No
 * order is special: nothing cancels, neither at whole ones nor beside 1.
 *
 * NIST Handbook of Mathematical Functions (2010), section 8.19, of which 8.19.17 is the continued fraction.
 */
export function scaledExponentialIntegral(order: number, x: number): number {
  if (!(order > 0 && x > 0)) return Number.NaN;
  if (x < FRACTION_FROM) return byIntegral(order, x);
  const fraction = continuedFraction(
    x + order,
    (n) => -n * (order + n - 1),
    (n) => x + order + 2 * n,
  );
  return 1 / fraction;
}
