import type { Interval } from '../core/types.ts';
import type { Goal } from './types.ts';

/** Which way is better. */
export type Direction = Goal['direction'];

/** The words for it. */
export const DIRECTIONS: readonly Direction[] = ['higher', 'lower'];

/** Values that are not whole count as equal within this share of the size of the numbers they were made from. */
const ROUNDING = 8 * Number.EPSILON;

/** Whether two values are equal but for rounding; `size` is that of the largest number behind them. */
export function isEqual(one: number, other: number, size: number): boolean {
  if (Number.isInteger(one) && Number.isInteger(other)) return one === other;
  return Math.abs(one - other) <= ROUNDING * size;
}

/** Whether a value is at least as good as a mark. */
export function isAsGood(value: number, mark: number, direction: Direction, size: number): boolean {
  if (isEqual(value, mark, size)) return true;
  return direction === 'higher' ? value > mark : value < mark;
}

/** Whether a mark lies between the ends of an interval, so that the figure may as well be above it as below. */
export function isWithin(mark: number, interval: Interval | undefined): boolean {
  // Written so that an end that is NaN bounds nothing.
  return interval !== undefined && !(mark <= interval.lower) && !(mark >= interval.upper);
}

/** What is too large for a number is undefined, never Infinity; and 0 has no sign. */
export function finite(value: number): number {
  return Number.isFinite(value) ? value + 0 : Number.NaN;
}
