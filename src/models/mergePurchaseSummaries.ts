import { describe, refuse } from '../core/errors.ts';
import type { PurchaseSummary, PurchaseSummaryDefinition } from './purchaseTypes.ts';
import { type ReadSummary, readPurchaseSummary } from './readPurchaseSummary.ts';

/** What `purchaseSummary` gives, with columns of any kind: plain arrays too, as they come out of JSON or a database. */
export type PurchaseSummaryInput = {
  readonly [Name in keyof PurchaseSummary]: PurchaseSummary[Name] extends ArrayLike<number>
    ? ArrayLike<number>
    : PurchaseSummary[Name];
};

const METRIC = 'mergePurchaseSummaries';

/**
 * One summary of purchases of two, of logs that share no customer: a large log can be summarised in shards, each with
 * all orders of its customers.
 *
 * A customer in both is refused, since which of two days are one purchase the summaries no longer tell: put such logs
 * together by `mergeEventLogs` first. Of a split into calibration and holdout the calibration alone is merged.
 *
 * @param one - what `purchaseSummary` gave for one part, or a merge did; columns may be plain arrays
 * @param other - the same of another part, with the same options
 * @returns the customers of `one`, then those of `other`, as `purchaseSummary` gives them; counts add up
 * @undefinedWhen it was so in its part (meanSpend is NaN)
 * @throws InputError `not-a-record`, `not-rows`, `not-an-id`, `duplicate-id` (a customer of both, too),
 * `length-mismatch`, `not-an-instant`, `not-a-count`, `not-a-quantity`, `above-limit`, `below-limit`, `after-as-of`, `not-an-option`,
 * `unknown-time-zone`, `not-a-text`, `missing-field` (amounts that one part has not), `unlike-definitions`
 * @complexity linear in the customers of both
 * @example
 * const day = (month: number, date: number): number => Date.UTC(2024, month - 1, date);
 * const options = { asOf: day(2, 13), unit: 'week' } as const;
 * const north = eventLogFromColumns({ customer: ['ada', 'ada'], at: [day(1, 1), day(1, 29)], amount: [50, 60] });
 * const south = eventLogFromColumns({ customer: ['bob'], at: [day(2, 5)], amount: [35] });
 * const both = mergePurchaseSummaries(purchaseSummary(north, options), purchaseSummary(south, options));
 * both.customers // ['ada', 'bob']
 * both.recency // [4, 0]
 */
export function mergePurchaseSummaries(one: PurchaseSummaryInput, other: PurchaseSummaryInput): PurchaseSummary {
  const first = readPurchaseSummary(METRIC, 'one', one);
  const second = readPurchaseSummary(METRIC, 'other', other);
  const definition = sharedDefinition(first, second);
  checkAmounts(first, second);
  second.customers.forEach((customer, place) => {
    if (!first.places.has(customer)) return;
    refuse('duplicate-id', METRIC, ['other', 'customers', place], 'no customer of "one"', customer);
  });
  const floats = (name: 'firstAt' | 'recency' | 'age' | 'meanSpend'): Float64Array =>
    joined(first[name], second[name], new Float64Array(first.places.size + second.places.size));
  const counts = (name: 'frequency' | 'spendCount'): Int32Array =>
    joined(first[name], second[name], new Int32Array(first.places.size + second.places.size));
  return {
    customers: [...first.customers, ...second.customers],
    ...{ firstAt: floats('firstAt'), frequency: counts('frequency'), recency: floats('recency'), age: floats('age') },
    ...{ meanSpend: floats('meanSpend'), spendCount: counts('spendCount') },
    joinedOrders: first.joinedOrders + second.joinedOrders,
    laterCustomers: first.laterCustomers + second.laterCustomers,
    laterOrders: first.laterOrders + second.laterOrders,
    definition,
  };
}

function joined<Column extends Float64Array | Int32Array>(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  column: Column,
): Column {
  column.set(one);
  column.set(other, one.length);
  return column;
}

/** A part without customers may have come from a log without currency: that of the other counts. */
function sharedDefinition(one: ReadSummary, other: ReadSummary): PurchaseSummaryDefinition {
  const isSilent = ({ places, definition }: ReadSummary): boolean =>
    places.size === 0 && definition.currency === undefined;
  for (const field of ['asOf', 'timeUnit', 'timeZone', 'spend', 'currency'] as const) {
    const [expected, found] = [one.definition[field], other.definition[field]];
    if (expected === found || (field === 'currency' && (isSilent(one) || isSilent(other)))) continue;
    const rule = `as in "one.definition" (${describe(expected)})`;
    refuse('unlike-definitions', METRIC, ['other', 'definition', field], rule, found);
  }
  return { ...one.definition, currency: one.definition.currency ?? other.definition.currency };
}

function checkAmounts(one: ReadSummary, other: ReadSummary): void {
  if (one.hasAmounts === undefined || other.hasAmounts === undefined || one.hasAmounts === other.hasAmounts) return;
  const name = one.hasAmounts ? 'other' : 'one';
  refuse('missing-field', METRIC, [name, 'meanSpend'], 'in both or in none', Number.NaN);
}
