import { dateMilliseconds } from '../core/dateMilliseconds.ts';
import { refuse } from '../core/errors.ts';

/** What goes through JSON and back. */
export type Plain = string | number | boolean | null | readonly Plain[] | PlainRecord;

/** A record of it. */
export interface PlainRecord {
  readonly [field: string]: Plain;
}

/** Data that go deeper go in circles. */
const DEEPEST = 32;

const RULE = 'plain data: texts, finite numbers or NaN, dates, true, false, null, and arrays and records of them';

function plainCopy(metric: string, path: readonly (string | number)[], value: unknown): Plain {
  if (typeof value === 'number' && Math.abs(value) !== Infinity) return value + 0;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'object' || path.length > DEEPEST) refuse('not-an-attribute', metric, path, RULE, value);
  if (Array.isArray(value)) return Array.from(value, (inner, place) => plainCopy(metric, [...path, place], inner));
  const milliseconds = dateMilliseconds(value);
  if (milliseconds !== undefined && !Number.isNaN(milliseconds)) return milliseconds;
  if (!isPlainRecord(value)) refuse('not-an-attribute', metric, path, RULE, value);
  return plainFields(metric, path, value);
}

/**
 * A copy of a record of plain data: dates as milliseconds, since that is how definitions have them, and without the fields
 * that are undefined, since JSON leaves them out.
 */
export function plainFields(metric: string, path: readonly (string | number)[], record: object): PlainRecord {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([, inner]) => inner !== undefined)
      .map(([field, inner]) => [field, plainCopy(metric, [...path, field], inner)]),
  );
}

/** A record of any realm: maps, sets and objects of a class hold what their fields do not show. */
function isPlainRecord(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
