/** Where two columns differ first, -1 where nowhere: over long columns much quicker than a matcher, above all to fail. */
export function firstDifference(one: ArrayLike<unknown>, other: ArrayLike<unknown>): number {
  if (one.length !== other.length) return Math.min(one.length, other.length);
  for (let row = 0; row < one.length; row++) if (!Object.is(one[row], other[row])) return row;
  return -1;
}
