/** More steps than bisection takes between any two doubles. */
const MAX_STEPS = 2200;

/** The share of the bracket at which the inverse parabola through three points is 0, or 1/2 where it may not be trusted. */
function nextShare(a: number, b: number, c: number, atA: number, atB: number, atC: number): number {
  const place = (a - b) / (c - b);
  const height = (atA - atB) / (atC - atB);
  if (!(height * height < place && (1 - height) * (1 - height) < 1 - place)) return 0.5;
  const first = (atA / (atB - atA)) * (atC / (atB - atC));
  return first + ((c - a) / (b - a)) * (atA / (atC - atA)) * (atB / (atC - atB));
}

/**
 * A root of a continuous function between two points, to its last digits. NaN, not an error, where the function has
 * the same sign at both: the caller has to bring a change of sign, and knows what it means that there is none. NaN too
 * where the function is NaN.
 *
 * Chandrupatla (1997), A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without
 * using derivatives.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let atA = f(a);
  let atB = f(b);
  if (atA === 0) return a;
  if (atB === 0) return b;
  if (!(Math.sign(atA) * Math.sign(atB) < 0)) return Number.NaN;
  let share = 0.5;
  for (let i = 0; i < MAX_STEPS; i++) {
    const x = a + share * (b - a);
    const atX = f(x);
    if (Number.isNaN(atX)) return Number.NaN;
    const isOnSideOfA = atX > 0 === atA > 0;
    const c = isOnSideOfA ? a : b;
    const atC = isOnSideOfA ? atA : atB;
    if (!isOnSideOfA) [b, atB] = [a, atA];
    [a, atA] = [x, atX];
    const best = Math.abs(atA) < Math.abs(atB) ? a : b;
    const least = (2 * Number.EPSILON * Math.abs(best) + Number.MIN_VALUE) / Math.abs(b - a);
    if (least > 0.5 || atA === 0) return best;
    share = Math.min(Math.max(nextShare(a, b, c, atA, atB, atC), least), 1 - least);
  }
  return a;
}
