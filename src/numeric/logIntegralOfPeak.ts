/** Abscissae of the first level are a half apart; each further one halves that. */
const FIRST_STEP = 1 / 2;

/** How near two levels must come to each other; the finer one is nearer still to the integral. */
const TOLERANCE = 1e-12;

/** Terms whose logarithm is so far below the largest do not change the sum. */
const NEGLIGIBLE = 42;

/** So many levels are beyond any use. */
const LEVELS = 9;

/**
 * The logarithm of the integral of e^logF over the whole line for a logF that rises to one peak and falls from it, to
 * both sides at least as fast as some straight line: the trapezoidal rule after the change of variable
 * w = peak + scale sinh(s).
 *
 * Takahasi and Mori (1974), Double exponential formulas for numerical integration.
 *
 * @param logF - smooth
 * @param peak - where it is largest, or nearly so
 * @param scale - over what distance it changes there
 */
export function logIntegralOfPeak(logF: (w: number) => number, peak: number, scale: number): number {
  const top = logF(peak);
  let step = FIRST_STEP;
  let total = 1 + sumOfSides(logF, top, peak, scale, step, step);
  let before = total * step;
  for (let depth = 1; depth < LEVELS; depth++) {
    step /= 2;
    total += sumOfSides(logF, top, peak, scale, step, 2 * step);
    const change = Math.abs(total * step - before);
    before = total * step;
    if (!(change > TOLERANCE * before)) break;
  }
  return top + Math.log(before * scale);
}

/** The terms of both sides of the peak, over that at the peak, until they no longer matter. */
function sumOfSides(
  logF: (w: number) => number,
  top: number,
  peak: number,
  scale: number,
  start: number,
  step: number,
): number {
  let sum = 0;
  for (const side of [-scale, scale]) {
    for (let s = start, height = 0; height + s > -NEGLIGIBLE; s += step) {
      const power = Math.exp(s);
      height = logF(peak + (side * (power - 1 / power)) / 2) - top;
      sum += (Math.exp(height) * (power + 1 / power)) / 2;
    }
  }
  return sum;
}
