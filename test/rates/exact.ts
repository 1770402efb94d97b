// Doubles as exact fractions of whole numbers: an oracle that does not round.

/** An exact fraction; the denominator is above 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fraction that a finite double is. */
export function fractionOf(value: number): Fraction {
  // Doubling would never end.
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no fraction`);
  let scaled = value;
  let denominator = 1n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    denominator *= 2n;
  }
  return { numerator: BigInt(scaled), denominator };
}

/** a / b of two whole or fractional doubles, exactly. */
export function quotientOf(a: number, b: number): Fraction {
  const over = fractionOf(a);
  const under = fractionOf(b);
  return { numerator: over.numerator * under.denominator, denominator: over.denominator * under.numerator };
}

/** The power of two that one unit in the last place is worth for doubles around a fraction above 0. */
function lastPlace({ numerator, denominator }: Fraction): number {
  const about = numerator.toString(2).length - denominator.toString(2).length;
  const below = about > 0 ? numerator < denominator << BigInt(about) : numerator << BigInt(-about) < denominator;
  return Math.max((below ? about - 1 : about) - 52, -1074);
}

function inUnits({ numerator, denominator }: Fraction, power: number): Fraction {
  if (power >= 0) return { numerator, denominator: denominator << BigInt(power) };
  return { numerator: numerator << BigInt(-power), denominator };
}

/** The double nearest to a fraction, the even one of two that are equally near. */
export function nearestDouble(fraction: Fraction): number {
  if (fraction.numerator < 0n) return -nearestDouble({ ...fraction, numerator: -fraction.numerator });
  if (fraction.numerator === 0n) return 0;
  const power = lastPlace(fraction);
  const { numerator, denominator } = inUnits(fraction, power);
  const whole = numerator / denominator;
  const twiceRest = 2n * (numerator % denominator);
  const up = twiceRest > denominator || (twiceRest === denominator && whole % 2n === 1n);
  const units = Number(up ? whole + 1n : whole);
  // In two steps, since 2 ** -1074 times a large number is exact and 2 ** -1080 is 0.
  return power < -1000 ? units * 2 ** -74 * 2 ** (power + 74) : units * 2 ** power;
}

/** How many units in the last place of the exact value a double is away from it. */
export function ulpsOff(value: number, exact: Fraction): number {
  const own = fractionOf(value);
  const numerator = own.numerator * exact.denominator - exact.numerator * own.denominator;
  const size = { ...exact, numerator: exact.numerator < 0n ? -exact.numerator : exact.numerator };
  const gap = inUnits(
    { numerator: numerator < 0n ? -numerator : numerator, denominator: own.denominator * exact.denominator },
    lastPlace(size),
  );
  return Number((gap.numerator * 1_000_000n) / gap.denominator) / 1_000_000;
}

/** How many doubles lie between two of the same sign. */
export function ulpsApart(a: number, b: number): number {
  if (a === b) return 0;
  return ulpsOff(a, fractionOf(b));
}

/** The sum of doubles, rounded once. */
export function exactSum(values: readonly number[]): number {
  const sum = values.map(fractionOf).reduce(
    (one, other) => ({
      numerator: one.numerator * other.denominator + other.numerator * one.denominator,
      denominator: one.denominator * other.denominator,
    }),
    { numerator: 0n, denominator: 1n },
  );
  return nearestDouble(sum);
}
