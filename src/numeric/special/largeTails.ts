import { erfc } from './erf.ts';

/** Both sides of a distribution: what lies below a point, and above it. */
export interface Tails {
  /** The share below. */
  readonly lower: number;
  /** The share above. */
  readonly upper: number;
}

/** Arguments from which the uniform expansion is exact to double precision with its first term. */
export const LARGE_FROM = 1e8;

/**
 * u - log(1 + u), to full relative precision for small u.
 */
export function deviance(u: number): number {
  if (Math.abs(u) > 0.01) return u - Math.log1p(u);
  let series = 0;
  for (let n = 10; n >= 2; n--) series = 1 / n - u * series;
  return u * u * series;
}

/**
 * The tails of a gamma or a beta law with so many trials that the normal law with one correction is exact.
 *
 * Temme (1979), The asymptotic expansion of the incomplete gamma functions; NIST Handbook of Mathematical Functions
 * (2010), formula 8.12.3 and section 8.18(ii).
 *
 * @param trials - the argument, or the sum of the two
 * @param exponent - minus the logarithm of the density over that at its centre, at least 0
 * @param distance - from the centre, in units that give the density e^(-trials distance^2 / 2) nearby
 * @param nearCentre - the correction where the distance is too small to compute it as a difference, else NaN
 */
export function largeTails(trials: number, exponent: number, distance: number, nearCentre: number): Tails {
  const deviate = Math.sign(distance) * Math.sqrt(exponent);
  const difference = Math.sqrt(trials / 2) / deviate - 1 / distance;
  const correction = (Number.isNaN(nearCentre) ? difference : nearCentre) * Math.exp(-exponent);
  const shift = correction / Math.sqrt(2 * Math.PI * trials);
  return { lower: erfc(-deviate) / 2 + shift, upper: erfc(deviate) / 2 - shift };
}
