import type { SeededRandom } from '../seededRandom.ts';
import { logGammaVariate } from './gammaVariate.ts';

/** A value of the beta law with parameters a and b above 0; 0 or 1 only where it is nearer to it than numbers tell. */
export function betaVariate(random: SeededRandom, a: number, b: number): number {
  // Of logarithms: where a and b are next to 0 both gamma values may be too small for numbers.
  const one = logGammaVariate(random, a);
  const other = logGammaVariate(random, b);
  return 1 / (1 + Math.exp(other - one));
}
