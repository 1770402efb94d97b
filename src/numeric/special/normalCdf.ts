import { erf } from './erf.ts';
import { erfcScaled } from './erfcScaled.ts';
import { expMinusSquare } from './expMinusSquare.ts';

/** Nearer to 0 than this (in standard deviations) neither side is a tail. */
const CENTRE_TO = Math.SQRT1_2;

/** The chance that a standard normal value is at most z, to full relative precision in the lower tail. */
export function normalCdf(z: number): number {
  if (Math.abs(z) <= CENTRE_TO) return 0.5 + 0.5 * erf(z * Math.SQRT1_2);
  // The square is taken of z itself: that of z / sqrt(2) would carry the rounding of the division.
  const tail = 0.5 * expMinusSquare(z, 0.5) * erfcScaled(Math.abs(z) * Math.SQRT1_2);
  return z < 0 ? tail : 1 - tail;
}
