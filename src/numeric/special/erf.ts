import { erfcScaled } from './erfcScaled.ts';
import { expMinusSquare } from './expMinusSquare.ts';

/** 2 / sqrt(pi). */
const SLOPE_AT_ZERO = 1.1283791670955126;

/** Up to here erf comes from its own series, beyond it from erfc. */
const SERIES_TO = 1;

/** The Taylor series of erf, for |x| of at most 1. */
function erfSeries(x: number): number {
  const square = x * x;
  let power = 1;
  let series = 0;
  for (let n = 1; n <= 20; n++) {
    power *= -square / n;
    series += power / (2 * n + 1);
  }
  return SLOPE_AT_ZERO * (x + x * series);
}

/** The error function, 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x. */
export function erf(x: number): number {
  if (Math.abs(x) <= SERIES_TO) return erfSeries(x);
  return x > 0 ? 1 - erfc(x) : erfc(-x) - 1;
}

/** 1 - erf(x), to full relative precision however small it is. */
export function erfc(x: number): number {
  if (x < -SERIES_TO) return 2 - erfc(-x);
  if (x < 0.5) return 1 - erfSeries(x);
  return expMinusSquare(x, 1) * erfcScaled(x);
}
