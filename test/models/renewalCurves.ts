// Customers still there after 0, 1, 2, … years, of 1,000 who joined: Fader and Hardie (2007), How to project customer
// retention, table 1, after Berry and Linoff (2004), Data mining techniques.
export const REGULAR: readonly number[] = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173];
export const HIGH_END: readonly number[] = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394];

/** The first renewals of a curve, as one cohort. */
export function seenFor(curve: readonly number[], renewals: number): { cohorts: { survivors: number[] }[] } {
  return { cohorts: [{ survivors: curve.slice(0, renewals + 1) }] };
}

/** Three cohorts of unlike lengths, of which one was first seen after its second renewal. */
export const THREE_COHORTS = {
  cohorts: [
    { survivors: [1000, 631, 468, 382, 326] },
    { survivors: [500, 320, 240] },
    { survivors: [300, 250, 221, 200], renewalsBefore: 2 },
  ],
};

/** By how much of itself a value is off. */
export function relativeError(value: number, exact: number): number {
  return Math.abs(value / exact - 1);
}
