import fc from 'fast-check';
import { type Fraction, ulpsOff } from '../rates/exact.ts';

/** One thing that lasted. */
export interface Lasted {
  readonly time: number;
  /** 1 where its end was seen. */
  readonly ended: 0 | 1;
}

/** Times on a coarse grid, so that many of them fall together. */
export const anyThings = (longest: number, maxLength = 30): fc.Arbitrary<Lasted[]> =>
  fc.array(fc.record({ time: fc.nat(longest), ended: fc.constantFrom<0 | 1>(0, 1) }), { maxLength });

/** The columns of some things. */
export function columnsOf(things: readonly Lasted[]): { readonly time: number[]; readonly ended: number[] } {
  return { time: things.map(({ time }) => time), ended: things.map(({ ended }) => ended) };
}

/** The times at which something ended, ascending. */
export function endTimes(things: readonly Lasted[]): number[] {
  return [...new Set(things.filter(({ ended }) => ended === 1).map(({ time }) => time))].sort((a, b) => a - b);
}

/**
 * The exact share that lasts longer than a time: for every end by then a look through all things for who was at risk.
 * No sorting of things, no running counts, no rounding.
 */
export function exactSurvival(things: readonly Lasted[], at: number): Fraction {
  let [numerator, denominator] = [1n, 1n];
  for (const end of endTimes(things)) {
    if (end > at) continue;
    numerator *= BigInt(things.filter(({ time, ended }) => time > end || (time === end && ended === 0)).length);
    denominator *= BigInt(things.filter(({ time }) => time >= end).length);
  }
  return { numerator, denominator };
}

/** `ulpsOff`, and infinitely many where there is no finite number: it would look for the fraction of NaN for ever. */
export function ulpsFrom(value: number, exact: Fraction): number {
  return Number.isFinite(value) ? ulpsOff(value, exact) : Infinity;
}
