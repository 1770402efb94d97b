import { productError } from '../exactError.ts';

/** e^(-scale x^2), with the rounding of the square made up for: far out it would cost four digits. */
export function expMinusSquare(x: number, scale: number): number {
  // Beyond this the exponential is 0, and the exact product would overflow.
  if (Math.abs(x) > 40) return 0;
  return Math.exp(-scale * x * x) * Math.exp(-scale * productError(x, x));
}
