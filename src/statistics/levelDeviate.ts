import { normalQuantile } from '../numeric/special/normalQuantile.ts';

/** How many standard deviations to either side of its mean a normal value stays with the chance `level`: 1.96 at 0.95. */
export function levelDeviate(level: number): number {
  return -normalQuantile((1 - level) / 2);
}
