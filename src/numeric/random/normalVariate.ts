import type { SeededRandom } from '../seededRandom.ts';

/**
 * A value of the standard normal law, none of them further out than 8.6.
 *
 * Of the pair that two uniform numbers give one is left: what a draw takes from the stream then depends on nothing
 * before it.
 *
 * Box and Muller (1958), A note on the generation of random normal deviates.
 */
export function normalVariate(random: SeededRandom): number {
  const radius = Math.sqrt(-2 * Math.log1p(-random.uniform()));
  return radius * Math.cos(2 * Math.PI * random.uniform());
}
