/** Stands in for a 0 that would be divided by. */
const TINY = 1e-300;

/** More terms than any argument within the promised domains needs; a bound, so that no argument can hang a caller. */
const MAX_TERMS = 1_000_000;

/**
 * first + over(1) / (under(1) + over(2) / (under(2) + …)) by the method of Lentz, until a term changes nothing.
 *
 * Thompson and Barnett (1986), Coulomb and Bessel functions of complex arguments and order.
 */
export function continuedFraction(first: number, over: (n: number) => number, under: (n: number) => number): number {
  let value = first || TINY;
  let c = value;
  let d = 0;
  for (let n = 1; n < MAX_TERMS; n++) {
    const numerator = over(n);
    const denominator = under(n);
    d = 1 / (denominator + numerator * d || TINY);
    c = denominator + numerator / c || TINY;
    value *= c * d;
    if (!(Math.abs(c * d - 1) > Number.EPSILON)) break;
  }
  return value;
}
