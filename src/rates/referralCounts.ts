import { checkInstant, checkInterval, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { AttributeValue, CustomerId, Instant } from '../core/types.ts';
import { checkEventLog } from '../log/checkLog.ts';
import type { AttributeColumn, EventLog } from '../log/types.ts';

/** Which column tells who referred a customer, and which customers are new. */
export interface ReferralOptions {
  /** One of the log's own columns, with the id of the referring customer; null or an empty text where there is none. */
  readonly attribute: string;
  /** Customers whose first event lies at this instant or later are new; all, unless told. */
  readonly from?: Instant;
  /** Customers whose first event lies at this instant or later are left out; none, unless told. */
  readonly to?: Instant;
}

/** Who referred, and who was referred. */
export interface ReferralCounts {
  /** Customers whose first event lies before `to`. */
  readonly customers: number;
  /** Those among them who referred at least one of the new customers. */
  readonly referrers: number;
  /** Customers whose first event lies in [from, to). */
  readonly newCustomers: number;
  /** Those among the new whom somebody else referred, a customer or not. */
  readonly referredCustomers: number;
  /** Those among the referred whose referrer is not among `customers`. */
  readonly referredByOthers: number;
  /** New customers who gave themselves as their referrer; not counted as referred. */
  readonly selfReferred: number;
  /** What the counts rest on. */
  readonly definition: {
    /** The column with the referrer; that of a customer's first event counts. */
    readonly attribute: string;
    /** New customers came at this instant or later, in epoch milliseconds; undefined: whenever. */
    readonly from: number | undefined;
    /** Customers came before this instant, in epoch milliseconds; undefined: whenever. */
    readonly to: number | undefined;
  };
}

const METRIC = 'referralCounts';

/**
 * Customers who brought others and new customers who were brought, from a column that names the referrer.
 *
 * The value of a customer's first event counts. Ids are compared as they are: `'1'` and `1` are two customers.
 *
 * @param log - what customers did, with the id of the referrer as an attribute
 * @param options - the column, and when the new customers came
 * @returns the counts; `referralRate` and `referredShare` take them as they are
 * @throws InputError `not-a-log`, `unknown-option`, `unknown-field`, `not-an-instant`, `reversed-interval`, `not-an-id`
 * (a referrer is true or false)
 * @example
 * const log = eventLogFromColumns({
 *   customer: ['ada', 'bob', 'cyd', 'dan'],
 *   at: [10, 20, 30, 40],
 *   attributes: { referredBy: [null, 'ada', 'ada', 'a blog'] },
 * });
 * const counts = referralCounts(log, { attribute: 'referredBy', from: 20 });
 * referralRate(counts) // 0.25
 * referredShare(counts) // 1
 */
export function referralCounts(log: EventLog, options: ReferralOptions): ReferralCounts {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['attribute', 'from', 'to']);
  const from = options.from === undefined ? undefined : checkInstant(METRIC, 'from', options.from);
  const to = options.to === undefined ? undefined : checkInstant(METRIC, 'to', options.to);
  if (from !== undefined && to !== undefined) checkInterval(METRIC, from, to);
  const column = log.attributes.find(({ name }) => name === options.attribute);
  if (column === undefined)
    refuse('unknown-field', METRIC, ['attribute'], 'one of the log\'s "attributes"', options.attribute);
  const counts = tallyReferrals(log, column, from ?? -Infinity, to ?? Infinity);
  return { ...counts, definition: { attribute: column.name, from, to } };
}

function tallyReferrals(
  log: EventLog,
  column: AttributeColumn,
  from: number,
  to: number,
): Omit<ReferralCounts, 'definition'> {
  const counts = { newCustomers: 0, referredCustomers: 0, referredByOthers: 0, selfReferred: 0 };
  const known = new Set(log.customers.filter((_, place) => log.at[log.offsets[place]!]! < to));
  const referrers = new Set<CustomerId>();
  log.customers.forEach((customer, place) => {
    const row = log.offsets[place]!;
    if (log.at[row]! < from || log.at[row]! >= to) return;
    counts.newCustomers++;
    const referrer = referrerOf(column.values[column.codes[row]!]!);
    if (referrer === customer) counts.selfReferred++;
    if (referrer === undefined || referrer === customer) return;
    counts.referredCustomers++;
    if (known.has(referrer)) referrers.add(referrer);
    else counts.referredByOthers++;
  });
  return { customers: known.size, referrers: referrers.size, ...counts };
}

/** The referrer's id; undefined where nobody referred. No customer's id is empty, so an empty text is nobody too. */
function referrerOf(value: AttributeValue): CustomerId | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'boolean')
    refuse('not-an-id', METRIC, ['log', 'attributes'], 'ids of customers, or null where nobody referred', value);
  return value;
}
