import { checkInstant, checkInterval, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { customerPlaces } from '../log/customerPlaces.ts';
import { isList } from '../statistics/checkValues.ts';
import { checkName } from './segmentRules.ts';

/** Who is in which segment; `rfmSegments` gives it, and any other division of customers may be written so. */
export interface CustomerSegments {
  /** The customers, each once. */
  readonly customers: readonly CustomerId[];
  /** The segment of each customer: its place in `names`. */
  readonly codes: ArrayLike<number>;
  /** The names of the segments, each once. */
  readonly names: readonly string[];
  /** What the segments rest on, where it is known: the instant of looking, in epoch milliseconds. */
  readonly definition?: {
    /** The instant of looking, in epoch milliseconds. */
    readonly asOf: number;
  };
}

/** Where the customers of each segment went from one date to another. */
export interface SegmentMigration {
  /** The segments: those of before, in their order, then those that are new. */
  readonly names: readonly string[];
  /** `counts[from][to]`: customers there at both dates, by their segments before and after. */
  readonly counts: readonly (readonly number[])[];
  /** Customers there only at the second date, by their segment. */
  readonly arrived: readonly number[];
  /** Customers there only at the first date, by their segment. */
  readonly gone: readonly number[];
  /** Customers there at both dates. */
  readonly commonCustomers: number;
  /** Those of them who are in the same segment at both. */
  readonly stableCustomers: number;
  /** What the counts rest on. */
  readonly definition: {
    /** The first date, in epoch milliseconds; undefined where the segments do not say. */
    readonly before: number | undefined;
    /** The second date, in epoch milliseconds; undefined where the segments do not say. */
    readonly after: number | undefined;
  };
}

const METRIC = 'segmentMigration';

/**
 * How customers moved between segments from one date to another, and who came and went.
 *
 * Segments are matched by name, customers by id. Scores by quantile rank customers against each other: someone may move
 * without having done anything, because others did.
 *
 * @param before - the segments at the first date
 * @param after - the segments at the second
 * @returns a matrix of counts, with who was there at only one of the dates apart
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-an-id`, `duplicate-id`, `not-a-text`,
 * `not-an-option` (a code that is no place in the names), `not-an-instant`, `reversed-interval`
 * @example
 * const names = ['active', 'asleep'];
 * const { counts, arrived, gone } = segmentMigration(
 *   { customers: ['ada', 'bob', 'cyd'], codes: [0, 0, 1], names },
 *   { customers: ['ada', 'bob', 'dan'], codes: [0, 1, 0], names },
 * );
 * counts // [[1, 1], [0, 0]]
 * arrived // [1, 0]
 * gone // [0, 1]
 */
export function segmentMigration(before: CustomerSegments, after: CustomerSegments): SegmentMigration {
  const [first, second] = [checkSegments('before', before), checkSegments('after', after)];
  if (first.asOf !== undefined && second.asOf !== undefined) checkInterval(METRIC, first.asOf, second.asOf);
  const names = [...new Set([...before.names, ...after.names])];
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const toPlace = after.names.map((name) => placeOf.get(name)!);
  const counts = names.map(() => new Array<number>(names.length).fill(0));
  const arrived = new Array<number>(names.length).fill(0);
  const gone = new Array<number>(names.length).fill(0);
  let commonCustomers = 0;
  for (const [customer, code] of second.codeOf) {
    const from = first.codeOf.get(customer);
    const to = toPlace[code]!;
    if (from === undefined) arrived[to]!++;
    else counts[from]![to]!++;
    if (from !== undefined) commonCustomers++;
  }
  for (const [customer, code] of first.codeOf) if (!second.codeOf.has(customer)) gone[code]!++;
  const stableCustomers = counts.reduce((total, row, place) => total + row[place]!, 0);
  const definition = { before: first.asOf, after: second.asOf };
  return { names, counts, arrived, gone, commonCustomers, stableCustomers, definition };
}

interface CheckedSegments {
  readonly codeOf: ReadonlyMap<CustomerId, number>;
  readonly asOf: number | undefined;
}

function checkSegments(name: 'before' | 'after', segments: CustomerSegments): CheckedSegments {
  checkRecord(METRIC, name, segments);
  const { customers, codes, names, definition } = segments;
  const codeOf = customerPlaces(METRIC, [name, 'customers'], customers);
  if (!isList(codes)) refuse('not-rows', METRIC, [name, 'codes'], 'an array of places in "names"', codes);
  if (!Array.isArray(names)) refuse('not-rows', METRIC, [name, 'names'], 'an array of names', names);
  if (codes.length !== customers.length)
    refuse('length-mismatch', METRIC, [name, 'codes'], `as long as "customers" (${customers.length})`, codes.length);
  const seen = new Set<string>();
  for (let place = 0; place < names.length; place++) checkName(METRIC, [name, 'names', place], names[place]!, seen);
  for (const [customer, place] of codeOf) {
    const code = codes[place]!;
    if (!Number.isInteger(code) || code < 0 || code >= names.length)
      refuse('not-an-option', METRIC, [name, 'codes', place], `a place in "names" (0 to ${names.length - 1})`, code);
    codeOf.set(customer, code);
  }
  return { codeOf, asOf: definition === undefined ? undefined : dateOf(name, definition) };
}

function dateOf(name: string, definition: { readonly asOf: number }): number {
  checkRecord(METRIC, `${name}.definition`, definition);
  return checkInstant(METRIC, `${name}.definition.asOf`, definition.asOf);
}
