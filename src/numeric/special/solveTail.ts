/** Steps this small, relatively, are the last: the next one would be about their square. */
const LAST_STEP = 1e-11;

/** Far more steps than any argument needs. */
const MAX_STEPS = 200;

/**
 * The point above 0 where a tail has the target value, by Newton on the logarithm of the tail over the logarithm of
 * the point. There the tails of the gamma law and (over the odds) of the beta law are concave, so that from the second
 * step on the points approach the solution from one side and none is lost.
 *
 * @param target - above 0
 * @param start - a point whose tail is not 0
 * @param tail - the tail at a point
 * @param slope - the derivative of the tail by the logarithm of the point
 */
export function solveTail(
  target: number,
  start: number,
  tail: (point: number) => number,
  slope: (point: number) => number,
): number {
  let good = start;
  let point = start;
  for (let i = 0; i < MAX_STEPS; i++) {
    const value = tail(point);
    if (value === 0) {
      // The first step may fall where the tail is below every double: go half the way back.
      point = Math.sqrt(point) * Math.sqrt(good);
      continue;
    }
    const step = (Math.log(target / value) * value) / slope(point);
    good = point;
    point = Math.min(Math.max(good * Math.exp(step), 1e-300), 1e300);
    if (!(Math.abs(step) > LAST_STEP)) break;
  }
  return point;
}

/** The logarithm of a share, from whichever of it and the rest of 1 has kept its digits. */
export function logShare(share: number, rest: number): number {
  return share < 0.5 ? Math.log(share) : Math.log1p(-rest);
}
