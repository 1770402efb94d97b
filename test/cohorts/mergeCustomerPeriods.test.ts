import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CustomerPeriods, customerPeriods } from '../../src/cohorts/customerPeriods.ts';
import { mergeCustomerPeriods } from '../../src/cohorts/mergeCustomerPeriods.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { events } from './cohortOracle.ts';
import { anyCut, isShared, plainPeriods, rowsOf, throughJson } from './shards.ts';

const DAY = 86_400_000;
const daily = { period: 'day', asOf: 9 * DAY } as const;

/** A log by days from day 0: each customer's id with the days and cents of their events. */
function partOf(...rows: readonly (readonly [customer: string | number, day: number, cents: number])[]) {
  return eventLogFromColumns({
    customer: rows.map(([customer]) => customer),
    at: rows.map(([, day]) => day * DAY),
    amount: rows.map(([, , cents]) => cents),
  });
}

describe('mergeCustomerPeriods', () => {
  const one = customerPeriods(partOf(['ada', 0.5, 10], ['bob', 2, 20], ['ada', 3, 40]), daily);
  const other = customerPeriods(partOf(['cyd', 1, 1], ['ada', 0.25, 2], ['ada', 0.75, 4], ['ada', 1, 8]), daily);

  test('makes one row of a customer and period that both have, and keeps those that one has', () => {
    expect(mergeCustomerPeriods(one, other)).toStrictEqual({
      customers: ['ada', 'bob', 'cyd'],
      offsets: Int32Array.of(0, 3, 4, 5),
      start: Float64Array.of(0, DAY, 3 * DAY, 2 * DAY, DAY),
      firstAt: Float64Array.of(0.25 * DAY, DAY, 3 * DAY, 2 * DAY, DAY),
      lastAt: Float64Array.of(0.75 * DAY, DAY, 3 * DAY, 2 * DAY, DAY),
      events: Int32Array.of(3, 1, 1, 1, 1),
      amount: Float64Array.of(16, 8, 40, 20, 1),
      lost: new Float64Array(5),
      definition: one.definition,
    });
  });

  test('the other way round only the order of customers is another', () => {
    const swapped = mergeCustomerPeriods(other, one);
    expect(swapped.customers).toEqual(['cyd', 'ada', 'bob']);
    expect(rowsOf(swapped)).toEqual(rowsOf(mergeCustomerPeriods(one, other)));
  });

  test('ids keep their type: 1 and "1" are two customers', () => {
    const merged = mergeCustomerPeriods(
      customerPeriods(partOf([1, 0, 5]), daily),
      customerPeriods(partOf(['1', 0, 7]), daily),
    );
    expect([merged.customers, merged.amount]).toEqual([[1, '1'], Float64Array.of(5, 7)]);
  });

  test('what rounding loses is kept, whichever part comes first', () => {
    // The exact sum is 1e16 + 2; by plain sums 1 is lost, and again 1.
    const large = customerPeriods(partOf(['ada', 0, 1e16], ['ada', 0.1, 1]), daily);
    const small = customerPeriods(partOf(['ada', 0.2, 1]), daily);
    for (const merged of [mergeCustomerPeriods(large, small), mergeCustomerPeriods(small, large)])
      expect(merged.amount![0]! + merged.lost![0]!).toBe(1e16 + 2);
  });

  test('of fractions, two parts give the same bits whichever comes first', () => {
    const fraction = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(fraction, { minLength: 1 }), fc.array(fraction, { minLength: 1 }), (mine, theirs) => {
        const log = (cents: readonly number[]) => {
          const at = cents.map((_, place) => place);
          return { ...partOf(...at.map((day) => ['ada', day / DAY, 0] as const)), amount: Float64Array.from(cents) };
        };
        const [first, second] = [customerPeriods(log(mine), daily), customerPeriods(log(theirs), daily)];
        expect(mergeCustomerPeriods(first, second)).toStrictEqual(mergeCustomerPeriods(second, first));
      }),
      runs(100),
    );
  });

  test('an event that is in both parts counts twice, in events and amounts alone', () => {
    const twice = mergeCustomerPeriods(one, one);
    expect([twice.events, twice.amount]).toEqual([Int32Array.of(2, 2, 2), Float64Array.of(20, 80, 40)]);
    const { events: _, amount: __, ...presence } = twice;
    expect(presence).toStrictEqual((({ events, amount, ...rest }) => rest)(one));
  });

  test('a part without rows changes nothing, whatever money it is in', () => {
    const priced = (currency: string, asOf: number) =>
      customerPeriods(
        { ...partOf(['ada', 0, 5]), currency: { codes: Int32Array.of(0), values: [currency] } },
        { period: 'day', asOf },
      );
    const empty = { ...priced('USD', 0), definition: { ...priced('EUR', DAY).definition, currency: undefined } };
    const euros = priced('EUR', DAY);
    expect(mergeCustomerPeriods(empty, euros)).toStrictEqual(euros);
    expect(mergeCustomerPeriods(euros, empty)).toStrictEqual(euros);
    const bare = { ...empty, amount: undefined, lost: undefined };
    expect(mergeCustomerPeriods(bare, euros)).toStrictEqual(euros);
    expect(mergeCustomerPeriods(euros, bare)).toStrictEqual(euros);
    expect(mergeCustomerPeriods(bare, empty)).toStrictEqual(empty);
    expect(mergeCustomerPeriods(bare, bare)).toStrictEqual(bare);
  });

  test('of parts without amounts there are none', () => {
    const bare = customerPeriods(withoutAmounts(partOf(['ada', 0, 5])), daily);
    const merged = mergeCustomerPeriods(bare, bare);
    expect([merged.amount, merged.lost, merged.events]).toEqual([undefined, undefined, Int32Array.of(2)]);
  });

  test('reads plain arrays, as JSON has them, and what another thread was sent', () => {
    const merged = mergeCustomerPeriods(one, other);
    expect(mergeCustomerPeriods(throughJson(one), throughJson(other))).toEqual(merged);
    expect(mergeCustomerPeriods(structuredClone(one), structuredClone(other))).toStrictEqual(merged);
  });

  test('takes frozen records and shares no column with them', () => {
    const merged = mergeCustomerPeriods(deepFrozen(structuredClone(one)), deepFrozen(structuredClone(one)));
    expect(merged.events).not.toBe(one.events);
    const alone = mergeCustomerPeriods(one, { ...one, ...NOBODY });
    expect(alone).toStrictEqual(one);
    for (const field of ['customers', 'offsets', 'start', 'events', 'amount', 'definition'] as const)
      expect(alone[field]).not.toBe(one[field]);
  });
});

/** The columns of nobody. */
const NOBODY = {
  ...{ customers: [], offsets: Int32Array.of(0), start: [], firstAt: [], lastAt: [] },
  ...{ events: [], amount: undefined, lost: undefined },
};

describe('laws', () => {
  test('the parts of a log, cut in any way, give the rows of the whole', () => {
    let split = 0;
    fc.assert(
      fc.property(anyCut, (cut) => {
        const { rows, parts, calendar, asOf } = cut;
        const options = { ...calendar, asOf };
        const [first, ...others] = parts.map((part) => customerPeriods(events(part), options));
        const merged = others.reduce(mergeCustomerPeriods, first!);
        const whole = customerPeriods(events(rows), options);
        expect(rowsOf(merged)).toEqual(plainPeriods(rows, calendar, asOf));
        expect(rowsOf(merged)).toEqual(rowsOf(whole));
        expect(merged.definition).toStrictEqual(whole.definition);
        if (isShared(cut)) split++;
      }),
      runs(80),
    );
    expect(split).toBeGreaterThan(30);
  });

  test('how three parts are put together makes no difference, to the last bit', () => {
    fc.assert(
      fc.property(anyCut, ({ parts, calendar, asOf }) => {
        const [a, b, c = a] = parts.map((part) => customerPeriods(events(part), { ...calendar, asOf })) as [
          ...[CustomerPeriods, CustomerPeriods, CustomerPeriods?],
        ];
        const oneByOne = mergeCustomerPeriods(mergeCustomerPeriods(a, b), c);
        expect(mergeCustomerPeriods(a, mergeCustomerPeriods(b, c))).toStrictEqual(oneByOne);
      }),
      runs(60),
    );
  });
});

describe('mergeCustomerPeriods refuses', () => {
  const log = partOf(['ada', 0, 10], ['ada', 2, 20], ['bob', 1, 30]);
  const one = customerPeriods(log, daily);
  const refusal = (other: unknown) => {
    const { code, metric, path } = refusalOf(() => mergeCustomerPeriods(one, other as CustomerPeriods));
    expect(metric).toBe('mergeCustomerPeriods');
    return [code, ...path];
  };

  test.each([
    ['period', { period: 'week' }],
    ['timeZone', { timeZone: 'Europe/Berlin' }],
    ['weekStartsOn', { weekStartsOn: 'sunday' }],
    ['every', { every: 2, anchor: 0 }],
    ['asOf', { asOf: 8 * DAY }],
  ] as const)('rows whose "%s" is another one', (field, options) => {
    expect(refusal(customerPeriods(log, { ...daily, ...options }))).toEqual([
      ...['unlike-definitions', 'other', 'definition', field],
    ]);
  });

  test('rows of another fiscal calendar', () => {
    const fiscal = {
      pattern: '4-4-5',
      endsOn: 'friday',
      yearEnd: { month: 12, rule: 'last' },
      namedBy: 'end',
    } as const;
    const options = { period: 'fiscalMonth', asOf: 9 * DAY } as const;
    const mine = customerPeriods(log, { ...options, fiscal });
    const theirs = customerPeriods(log, { ...options, fiscal: { ...fiscal, endsOn: 'sunday' } });
    expect(refusalOf(() => mergeCustomerPeriods(mine, theirs)).path).toEqual(['other', 'definition', 'fiscal']);
    expect(mergeCustomerPeriods(mine, structuredClone(mine)).definition).toStrictEqual(mine.definition);
  });

  test('rows in another currency, and amounts that one part has not', () => {
    expect(refusal({ ...one, definition: { ...one.definition, currency: 'EUR' } })).toEqual([
      ...['unlike-definitions', 'other', 'definition', 'currency'],
    ]);
    const bare = customerPeriods(withoutAmounts(log), daily);
    expect(refusal(bare)).toEqual(['missing-field', 'other', 'amount']);
    const { code, path } = refusalOf(() => mergeCustomerPeriods(bare, one));
    expect([code, path]).toEqual(['missing-field', ['one', 'amount']]);
  });

  test('more events in a row than a column counts', () => {
    const many = { ...one, events: [2 ** 31 - 1, 1, 1] };
    expect(refusal(many)).toEqual(['above-limit', 'other', 'events', 0]);
  });

  test.each([
    ['columns that JSON made records of', { start: { 0: 0, 1: 2 * DAY, 2: DAY } }, 'not-rows', 'start'],
    ['customers that are no list', { customers: 'ada' }, 'not-rows', 'customers'],
    ['a customer without a name', { customers: ['ada', ''] }, 'not-an-id', 'customers', 1],
    ['a customer who is there twice', { customers: ['ada', 'ada'] }, 'duplicate-id', 'customers', 1],
    ['offsets that are no list', { offsets: { 0: 0 } }, 'not-rows', 'offsets'],
    ['offsets of fewer customers', { offsets: [0, 3] }, 'length-mismatch', 'offsets'],
    ['offsets that begin late', { offsets: [1, 2, 3] }, 'not-a-count', 'offsets', 0],
    ['a customer without rows', { offsets: [0, 3, 3] }, 'not-a-count', 'offsets', 2],
    ['offsets that fall', { offsets: [0, 3, 2] }, 'not-a-count', 'offsets', 2],
    ['half an offset', { offsets: [0, 1.5, 3] }, 'not-a-count', 'offsets', 1],
    ['a column that is too short', { lastAt: [0, 2 * DAY] }, 'length-mismatch', 'lastAt'],
    ['a column that is too long', { events: [1, 1, 1, 1] }, 'length-mismatch', 'events'],
    ['a start that is no instant', { start: [0, Number.NaN, DAY] }, 'not-an-instant', 'start', 1],
    ['a first event that is a text', { firstAt: [0, '5', DAY] }, 'not-an-instant', 'firstAt', 1],
    ['a period without events', { events: [1, 0, 1] }, 'not-a-count', 'events', 1],
    ['more events than are counted', { events: [1, 1, 2 ** 31] }, 'not-a-count', 'events', 2],
    ['half an event', { events: [1, 0.5, 1] }, 'not-a-count', 'events', 1],
    ['an endless amount', { amount: [1, 2, Infinity] }, 'not-a-number', 'amount', 2],
    ['an amount of which the loss is not known', { lost: [0, Number.NaN, 0] }, 'not-a-number', 'lost', 1],
    ['amounts without what was lost', { lost: undefined }, 'missing-field', 'lost'],
    ['what was lost without amounts', { amount: undefined }, 'missing-field', 'amount'],
    [
      'periods that fall',
      { start: [2 * DAY, 0, DAY], firstAt: [2 * DAY, 0, DAY], lastAt: [2 * DAY, 0, DAY] },
      'reversed-interval',
      'start',
      1,
    ],
    ['a period that is there twice', { start: [0, 0, DAY], firstAt: [0, 0, DAY] }, 'reversed-interval', 'start', 1],
    ['a period within the one before', { lastAt: [2 * DAY, 2 * DAY, DAY] }, 'reversed-interval', 'start', 1],
    ['an event before its period', { firstAt: [-1, 2 * DAY, DAY] }, 'reversed-interval', 'firstAt', 0],
    ['a last event before the first', { firstAt: [1, 2 * DAY, DAY] }, 'reversed-interval', 'lastAt', 0],
    ['an event at asOf', { lastAt: [0, 2 * DAY, 9 * DAY] }, 'after-as-of', 'lastAt', 2],
    ['no definition', { definition: null }, 'not-a-record', 'other.definition'],
  ])('%s', (_, wrong, code, ...path) => {
    const at = code === 'not-a-record' ? path : ['other', ...path];
    expect(refusal({ ...one, ...wrong })).toEqual([code, ...at]);
  });

  test.each([
    ['asOf', { asOf: 'today' }, 'not-an-instant', ['other.definition.asOf']],
    ['currency', { currency: 5 }, 'not-a-text', ['other', 'definition', 'currency']],
    ['period', { period: 'fortnight' }, 'not-an-option', ['period']],
    ['timeZone', { timeZone: 'Mars/Base' }, 'unknown-time-zone', ['timeZone']],
  ])('a definition whose "%s" is none', (_, wrong, code, path) => {
    expect(refusal({ ...one, definition: { ...one.definition, ...wrong } })).toEqual([code, ...path]);
  });

  test('says which row it is, and what it must be', () => {
    const late = { ...one, lastAt: [0, 2 * DAY, 9 * DAY] };
    expect(refusalOf(() => mergeCustomerPeriods(late, one)).message).toBe(
      'mergeCustomerPeriods: "one.lastAt[2]" must be before "asOf" (1970-01-10T00:00:00.000Z); received 1970-01-10T00:00:00.000Z',
    );
  });
});
