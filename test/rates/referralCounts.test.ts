import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import type { AttributeValue, CustomerId } from '../../src/core/types.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import type { EventLog } from '../../src/log/types.ts';
import { type ReferralCounts, type ReferralOptions, referralCounts } from '../../src/rates/referralCounts.ts';
import { referralRate } from '../../src/rates/referralRate.ts';
import { referredShare } from '../../src/rates/referredShare.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';

interface Order {
  readonly customer: CustomerId;
  readonly at: number;
  readonly referredBy: AttributeValue;
}

const logOf = (rows: readonly Order[]): EventLog =>
  eventLog(rows, { customer: 'customer', at: 'at', attributes: { referredBy: 'referredBy' } });
/** Orders at instants 0, 10, 20, … */
const orders = (...rows: readonly (readonly [customer: CustomerId, referredBy: AttributeValue])[]): EventLog =>
  logOf(rows.map(([customer, referredBy], place) => ({ customer, at: 10 * place, referredBy })));

const told = ({ customers, referrers, newCustomers, referredCustomers, ...others }: ReferralCounts) => [
  ...[customers, referrers, newCustomers, referredCustomers],
  ...[others.referredByOthers, others.selfReferred],
];
const of = (log: EventLog, options: Omit<ReferralOptions, 'attribute'> = {}) =>
  told(referralCounts(log, { attribute: 'referredBy', ...options }));

describe('referralCounts', () => {
  test('counts who referred and who was referred, for both rates, and says what it rests on', () => {
    const counts = referralCounts(orders(['ada', null], ['bob', 'ada'], ['cyd', 'ada'], ['dan', 'a blog']), {
      attribute: 'referredBy',
    });
    expect(counts).toStrictEqual({
      ...{ customers: 4, referrers: 1, newCustomers: 4, referredCustomers: 3, referredByOthers: 1, selfReferred: 0 },
      definition: { attribute: 'referredBy', from: undefined, to: undefined },
    });
    expect([referralRate(counts), referredShare(counts)]).toEqual([0.25, 0.75]);
  });

  test('nobody is null or an empty text', () => {
    expect(of(orders(['ada', null], ['bob', '']))).toEqual([2, 0, 2, 0, 0, 0]);
  });

  test('the value of the first event counts', () => {
    expect(of(orders(['ada', null], ['bob', null], ['bob', 'ada']))).toEqual([2, 0, 2, 0, 0, 0]);
    expect(of(orders(['ada', null], ['bob', 'ada'], ['bob', null]))).toEqual([2, 1, 2, 1, 0, 0]);
  });

  test('whoever names themselves is not referred, and counted apart', () => {
    expect(of(orders(['ada', 'ada'], ['bob', 'ada']))).toEqual([2, 1, 2, 1, 0, 1]);
  });

  test('ids keep their type: a referrer of 1 is not the customer "1"', () => {
    expect(of(orders(['1', null], ['bob', 1]))).toEqual([2, 0, 2, 1, 1, 0]);
    expect(of(orders([1, null], ['bob', 1]))).toEqual([2, 1, 2, 1, 0, 0]);
    expect(of(orders(['__proto__', 'constructor'], ['bob', '__proto__']))).toEqual([2, 1, 2, 2, 1, 0]);
  });

  test('new customers came in [from, to), customers before to; a referrer of former ones only is none', () => {
    const log = orders(['ada', null], ['bob', 'ada'], ['cyd', 'bob'], ['dan', 'cyd']);
    expect(of(log, { from: 20 })).toEqual([4, 2, 2, 2, 0, 0]);
    expect(of(log, { from: 20, to: 30 })).toEqual([3, 1, 1, 1, 0, 0]);
    expect(of(log, { from: 21, to: 30 })).toEqual([3, 0, 0, 0, 0, 0]);
    expect(of(log, { to: 0 })).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('a referrer who is no customer before to is another', () => {
    const log = orders(['ada', 'bob'], ['bob', null]);
    expect(of(log)).toEqual([2, 1, 2, 1, 0, 0]);
    expect(of(log, { to: 10 })).toEqual([1, 0, 1, 1, 1, 0]);
  });

  test('a Date will do for an instant, and the definition has its milliseconds', () => {
    const { definition } = referralCounts(orders(['ada', null]), { attribute: 'referredBy', from: new Date(5), to: 9 });
    expect(definition).toEqual({ attribute: 'referredBy', from: 5, to: 9 });
  });
});

describe('referralCounts refuses', () => {
  const log = orders(['ada', null], ['bob', 'ada']);
  const refuse = (options: unknown) => refusalOf(() => referralCounts(log, options as never));

  test('a column that is not there, by name and value', () => {
    const error = refuse({ attribute: 'referrer' });
    expect(error.message).toBe(
      'referralCounts: "attribute" must be one of the log\'s "attributes"; received "referrer"',
    );
    expect([error.code, refuse({}).code]).toEqual(['unknown-field', 'unknown-field']);
  });

  test('a referrer that is true or false: that says whether, not who', () => {
    const flags = orders(['ada', true]);
    expect(refusalOf(() => referralCounts(flags, { attribute: 'referredBy' }))).toMatchObject({
      ...{ code: 'not-an-id', metric: 'referralCounts', received: 'true' },
    });
  });

  test('what is no log, instants that are none or reversed, and unknown options', () => {
    const attribute = 'referredBy';
    expect(refusalOf(() => referralCounts({} as never, { attribute })).code).toBe('not-a-log');
    expect(refuse({ attribute, from: '2024' })).toMatchObject({ code: 'not-an-instant', path: ['from'] });
    expect(refuse({ attribute, to: Number.NaN })).toMatchObject({ code: 'not-an-instant', path: ['to'] });
    expect(refuse({ attribute, from: 5, to: 4 }).code).toBe('reversed-interval');
    expect(refuse({ attribute, value: 'last' }).code).toBe('unknown-option');
    for (const options of [undefined, null, 'referredBy']) expect(refuse(options).code).toBe('not-a-record');
  });
});

/** The counts by looking, for every customer, through all rows. */
function plainCounts(rows: readonly Order[], from: number, to: number): number[] {
  const firsts = rows.filter((row, place) => {
    const isEarlier = (other: Order, at: number): boolean => other.at < row.at || (other.at === row.at && at < place);
    return !rows.some((other, at) => other.customer === row.customer && isEarlier(other, at));
  });
  const customers = firsts.filter(({ at }) => at < to);
  const fresh = customers.filter(({ at }) => at >= from);
  const referred = fresh.filter(({ customer, referredBy }) => referredBy !== null && referredBy !== customer);
  const isReferrer = ({ customer }: Order): boolean => referred.some(({ referredBy }) => referredBy === customer);
  const isOther = ({ referredBy }: Order): boolean => !customers.some(({ customer }) => customer === referredBy);
  return [
    customers.length,
    customers.filter(isReferrer).length,
    fresh.length,
    referred.length,
    referred.filter(isOther).length,
    fresh.filter(({ customer, referredBy }) => customer === referredBy).length,
  ];
}

test('referralCounts of any log is what looking through all rows gives', () => {
  const anyPerson = fc.constantFrom<CustomerId[]>('ada', 'bob', '1', 1, 'cyd', 'dan', 'eve');
  const anyOrder = fc.record<Order>({
    customer: anyPerson,
    at: fc.nat(30),
    referredBy: fc.oneof(anyPerson, fc.constantFrom(null, 'a blog')),
  });
  fc.assert(
    fc.property(fc.array(anyOrder, { maxLength: 30 }), fc.nat(30), fc.nat(30), (rows, from, length) => {
      const to = from + length;
      expect(of(logOf(rows), { from, to })).toEqual(plainCounts(rows, from, to));
    }),
    runs(500),
  );
});

test('the shop: of 1,440 who joined in 2025, 205 were referred, as looking through all rows gives', () => {
  const rows = generateShop().customers.map((customer) => ({
    ...{ customer: customer.customer_id, at: Date.parse(customer.joined_at), referredBy: customer.referred_by },
  }));
  const [from, to] = [Date.UTC(2025, 0), Date.UTC(2026, 0)];
  const plainRows = rows.map((row) => ({ ...row, referredBy: row.referredBy === '' ? null : row.referredBy }));
  const counts = of(logOf(rows), { from, to });
  expect(counts).toEqual(plainCounts(plainRows, from, to));
  expect([counts[0], counts[2], counts[3]]).toEqual([2500, 1440, 205]);
});
