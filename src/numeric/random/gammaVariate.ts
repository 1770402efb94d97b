import type { SeededRandom } from '../seededRandom.ts';
import { exponentialVariate } from './exponentialVariate.ts';
import { normalVariate } from './normalVariate.ts';

/**
 * A value of the gamma law with a shape and a rate above 0. Where the shape is next to 0 most values are, and may be
 * too small for a number: they are then 0, and `logGammaVariate` still tells them apart.
 *
 * Marsaglia and Tsang (2000), A simple method for generating gamma variables.
 */
export function gammaVariate(random: SeededRandom, shape: number, rate: number): number {
  return (shape < 1 ? Math.exp(logGammaVariate(random, shape)) : largeShape(random, shape)) / rate;
}

/** The logarithm of a value of the gamma law with a shape above 0 and rate 1: finite however small the shape is. */
export function logGammaVariate(random: SeededRandom, shape: number): number {
  if (shape >= 1) return Math.log(largeShape(random, shape));
  // Of shape + 1, times a uniform number to the power of 1 / shape, whose logarithm is that of an exponential law.
  return Math.log(largeShape(random, shape + 1)) - exponentialVariate(random, shape);
}

/** For shapes from 1: the cube of a normal value, of which some are drawn again. */
function largeShape(random: SeededRandom, shape: number): number {
  const scale = shape - 1 / 3;
  const spread = 1 / Math.sqrt(9 * scale);
  for (;;) {
    const normal = normalVariate(random);
    const cube = (1 + spread * normal) ** 3;
    if (cube <= 0) continue;
    const exponent = 0.5 * normal * normal + scale * (1 - cube + Math.log(cube));
    // Asked this way round a shape of Infinity, whose exponent is NaN, ends the search as well.
    if (!(Math.log1p(-random.uniform()) >= exponent)) return scale * cube;
  }
}
