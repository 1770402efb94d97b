// Flat, positional checks: an object of rules walked by key would cost several times as much per call.
import { dateMilliseconds } from './dateMilliseconds.ts';
import { refuse } from './errors.ts';
import type { Instant } from './types.ts';

/** The furthest an instant may lie from 1970, in milliseconds: the reach of `Date`. */
export const MAX_INSTANT = 8.64e15;

/** Two quantities that are not whole count as equal within this many times 2^-52 of the larger. */
const ULPS = 8;

/** Refuses what is not an object to read named values from. */
export function checkRecord(metric: string, name: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) refuse('not-a-record', metric, [name], 'an object', value);
}

/** Refuses what is not a finite number. */
export function checkFinite(metric: string, name: string, value: number): void {
  if (typeof value !== 'number' || !Number.isFinite(value))
    refuse('not-a-number', metric, [name], 'a finite number', value);
}

/** Refuses what is not a finite number of at least 0. */
export function checkQuantity(metric: string, name: string, value: number): void {
  if (typeof value !== 'number' || !(value >= 0 && value < Infinity))
    refuse('not-a-quantity', metric, [name], 'a finite number of at least 0', value);
}

/** Refuses what is not a whole number of at least 0. */
export function checkCount(metric: string, name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0)
    refuse('not-a-count', metric, [name], 'a whole number of at least 0', value);
}

/** Refuses what is not a whole number of at least `least`. */
export function checkLeast(metric: string, name: string, value: number, least: number): void {
  checkCount(metric, name, value);
  if (value < least) refuse('below-limit', metric, [name], `at least ${least}`, value);
}

/** Refuses what is not a finite number above 0. */
export function checkPositive(metric: string, name: string, value: number): void {
  if (typeof value !== 'number' || !(value > 0 && value < Infinity))
    refuse('not-a-quantity', metric, [name], 'a finite number above 0', value);
}

/** Refuses what is not a number from 0 to 1. */
export function checkFraction(metric: string, name: string, value: number): void {
  checkQuantity(metric, name, value);
  if (value > 1) refuse('above-limit', metric, [name], 'a fraction from 0 to 1', value);
}

/** Refuses a confidence level that is not above 0 and below 1. */
export function checkLevel(metric: string, level: number): void {
  if (typeof level !== 'number' || !(level > 0 && level < 1))
    refuse('not-an-option', metric, ['level'], 'above 0 and below 1', level);
}

/**
 * Refuses a quantity above its limit and gives the quantity back. Quantities that are not whole may pass the limit by
 * rounding, and are then the limit itself.
 */
export function checkAtMost(metric: string, name: string, value: number, limitName: string, limit: number): number {
  if (value <= limit) return value;
  const whole = Number.isInteger(value) && Number.isInteger(limit);
  if (whole || value - limit > ULPS * Number.EPSILON * Math.abs(limit))
    refuse('above-limit', metric, [name], `at most "${limitName}" (${limit})`, value);
  return limit;
}

/** Refuses what is not one of the allowed words. */
export function checkOneOf(metric: string, name: string, value: unknown, allowed: readonly unknown[]): void {
  if (!allowed.includes(value))
    refuse('not-an-option', metric, [name], `one of ${allowed.map((word) => `'${word}'`).join(', ')}`, value);
}

/** Refuses options with a key that is not known: a misspelt option must not be ignored. */
export function checkOptions(metric: string, options: object, allowed: readonly string[], name = 'options'): void {
  checkRecord(metric, name, options);
  for (const key of Object.keys(options))
    if (!allowed.includes(key))
      refuse('unknown-option', metric, [name], `made of ${allowed.map((known) => `"${known}"`).join(', ')}`, key);
}

/** Whether a number is an instant: whole milliseconds within the reach of `Date`. */
export function isInstant(milliseconds: number): boolean {
  return Math.abs(milliseconds) <= MAX_INSTANT && Math.floor(milliseconds) === milliseconds;
}

/** The rule of an instant, as it reads after "must be". */
export const INSTANT_RULE = 'a valid Date or whole milliseconds since 1970';

/** The milliseconds of an instant, NaN where it is none. A `Date` of another realm or a subclass is a `Date`. */
export function toMilliseconds(value: unknown): number {
  if (typeof value === 'number') return isInstant(value) ? value : Number.NaN;
  if (typeof value !== 'object' || value === null) return Number.NaN;
  return dateMilliseconds(value) ?? Number.NaN;
}

/** Refuses what is not an instant and gives its milliseconds. */
export function checkInstant(metric: string, name: string, value: Instant): number {
  const milliseconds = toMilliseconds(value);
  if (Number.isNaN(milliseconds)) refuse('not-an-instant', metric, [name], INSTANT_RULE, value);
  return milliseconds;
}

/** Refuses an interval that ends before it starts; `from` and `to` are milliseconds. */
export function checkInterval(metric: string, from: number, to: number): void {
  if (to < from)
    refuse('reversed-interval', metric, ['to'], `at or after "from" (${new Date(from).toISOString()})`, new Date(to));
}

/** Refuses what is not a function. */
export function checkFunction(metric: string, name: string, value: unknown): void {
  if (typeof value !== 'function') refuse('not-a-function', metric, [name], 'a function', value);
}
