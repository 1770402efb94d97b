import { productError } from '../exactError.ts';

/** Quotients below this have lost digits, so that their error says nothing; a power of 10 or more of them is 0. */
export const LEAST_QUOTIENT = 1e-290;

/** A number that is not rounded: `value` and what rounding took from it. */
export interface Unrounded {
  /** The double nearest to it. */
  readonly value: number;
  /** What to add to it. */
  readonly error: number;
}

/**
 * By what share of itself the double `quotient` falls short of the exact x y / divisor. A large power of the quotient
 * multiplies this share by its exponent, so that it must not be lost.
 */
export function quotientError(x: Unrounded, y: Unrounded, divisor: number, quotient: number): number {
  const product = x.value * y.value;
  const back = quotient * divisor;
  const errors = productError(x.value, y.value) - productError(quotient, divisor);
  return (product - back + (errors + x.error * y.value + x.value * y.error)) / back;
}
