import { ratio } from '../numeric/ratio.ts';

// The ends of Wilson's score interval from plain numbers, for tables of many cells: nothing is checked, nothing is
// allocated, and the deviate (levelDeviate) is found once. Only + - x / and the square root.

/** What the square root of both ends is taken of, as sqrt(p q n + z^2 / 4). */
function spread(successes: number, trials: number, z: number): number {
  return Math.sqrt(ratio(successes, trials) * (trials - successes) + (z * z) / 4);
}

/** The lower end: exactly 0 where there is no success, NaN where there is no trial. */
export function wilsonLower(successes: number, trials: number, z: number): number {
  const estimate = ratio(successes, trials);
  if (successes === 0) return estimate;
  // The product of the two ends is known, so that the small one need not be a difference of large ones.
  return estimate * (successes / (successes + z * (z / 2 + spread(successes, trials, z))));
}

/** The upper end: exactly 1 where every trial is a success, NaN where there is no trial. */
export function wilsonUpper(successes: number, trials: number, z: number): number {
  const estimate = ratio(successes, trials);
  const above = z * (z * (0.5 - estimate) + spread(successes, trials, z));
  return estimate + above / (trials + z * z);
}
