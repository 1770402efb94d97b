// Concentration of whole values in exact fractions, by definitions that are slow and round nothing.
import fc from 'fast-check';
import type { Fraction } from '../rates/exact.ts';

/** Whole values, many of them equal, some below 0 where told. */
export function anyValues(least: number): fc.Arbitrary<number[]> {
  return fc.array(fc.oneof(fc.integer({ min: least, max: 20 }), fc.integer({ min: least, max: 1e6 })), {
    minLength: 1,
    maxLength: 40,
  });
}

export const totalOf = (values: readonly number[]): bigint => values.reduce((sum, value) => sum + BigInt(value), 0n);

/** The mean difference of all pairs, both ways, over twice the mean. */
export function exactGini(values: readonly number[]): Fraction {
  let differences = 0n;
  for (const one of values) for (const other of values) if (one > other) differences += 2n * BigInt(one - other);
  return { numerator: differences, denominator: 2n * BigInt(values.length) * totalOf(values) };
}

/**
 * What the top `part` of `of` customers hold: every customer is cut into `of` equal slices, and the slices of highest
 * value are counted off.
 */
export function exactTopShare(values: readonly number[], part: number, of: number): Fraction {
  const slices = values.flatMap((value) => new Array<number>(of).fill(value)).sort((one, other) => other - one);
  return { numerator: totalOf(slices.slice(0, part * values.length)), denominator: BigInt(of) * totalOf(values) };
}

/** The smallest number of the highest values, the last in part, that hold `part / of` of all, over their number. */
export function exactShareHolding(values: readonly number[], part: number, of: number): Fraction {
  const falling = [...values].sort((one, other) => other - one);
  const target = BigInt(part) * totalOf(values);
  let held = 0n;
  for (let place = 0; place < falling.length; place++) {
    const more = BigInt(of) * BigInt(falling[place]!);
    if (held + more >= target)
      return target === 0n
        ? { numerator: 0n, denominator: 1n }
        : { numerator: BigInt(place) * more + target - held, denominator: more * BigInt(values.length) };
    held += more;
  }
  throw new Error('the values do not add up to their sum');
}
