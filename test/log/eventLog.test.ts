import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { anyEvent } from './arbitraries.ts';
import { brokenPromises, byCustomer, eventsOf, type PlainEvent } from './readBack.ts';

interface Row {
  readonly customer: string | number;
  readonly at: number;
  readonly amount: number;
  readonly name: string;
  readonly currency: string;
  readonly plan: string | number | boolean | null;
}

const FIELDS = {
  customer: 'customer',
  at: 'at',
  amount: 'amount',
  name: 'name',
  currency: 'currency',
  attributes: { plan: 'plan' },
} as const;

function plain({ plan, ...event }: Row): PlainEvent {
  return { ...event, id: undefined, attributes: { plan } };
}

describe('an event log of rows', () => {
  const orders = [
    { buyer: 'ada', placed: 30, total: 4 },
    { buyer: 'bob', placed: 20, total: 5 },
    { buyer: 'ada', placed: 10, total: 6 },
  ];

  test('lists customers as they first appear, and the events of each in order of time', () => {
    const log = eventLog(orders, { customer: 'buyer', at: 'placed', amount: 'total' });
    expect(log.customers).toEqual(['ada', 'bob']);
    expect(log.offsets).toEqual(Int32Array.of(0, 2, 3));
    expect(log.at).toEqual(Float64Array.of(10, 30, 20));
    expect(log.amount).toEqual(Float64Array.of(6, 4, 5));
  });

  test('has no column that no field was given for', () => {
    const log = eventLog(orders, { customer: 'buyer', at: 'placed' });
    expect([log.amount, log.name, log.currency, log.ids]).toEqual([undefined, undefined, undefined, undefined]);
    expect(log.attributes).toEqual([]);
  });

  test('says what it was made from, and by which rules', () => {
    expect(eventLog(orders, { customer: 'buyer', at: 'placed' }, { duplicates: 'keep' }).intake).toEqual({
      rows: 3,
      refunds: 'refuse',
      refundsDropped: 0,
      refundsNetted: 0,
      duplicates: 'keep',
      duplicatesDropped: 0,
    });
  });

  test('of no rows is a log without customers', () => {
    const log = eventLog([] as Row[], FIELDS);
    expect([log.customers, log.at.length, log.intake.rows]).toEqual([[], 0, 0]);
    expect(brokenPromises(log)).toEqual([]);
  });

  test('takes dates and milliseconds alike', () => {
    const rows = [{ at: new Date(5) }, { at: 7 }, { at: new Date(6) }];
    const log = eventLog(rows, { customer: () => 'ada', at: 'at' });
    expect(log.at).toEqual(Float64Array.of(5, 6, 7));
  });

  test('keeps the order of rows at equal instants', () => {
    const rows = ['c', 'a', 'b', 'a', 'c'].map((name, place) => ({ who: place % 2, when: 5, name }));
    const names = eventsOf(eventLog(rows, { customer: 'who', at: 'when', name: 'name' })).map(({ name }) => name);
    expect(names).toEqual(['c', 'b', 'c', 'a', 'a']);
  });

  test('reads fields by numbers where rows are arrays, the place 0 too', () => {
    const rows: (readonly [string, number, number])[] = [
      ['ada', 20, 5],
      ['ada', 10, 6],
    ];
    const log = eventLog(rows, {
      customer: (row) => row[0],
      at: (row) => row[1],
      amount: (row) => row[2],
    });
    const byNumber = eventLog(rows as never[], { customer: 0, at: 1, amount: 2 } as never);
    expect(byNumber).toEqual(log);
  });

  test('is what grouping by a map and sorting gives, for any rows', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (rows) => {
        const log = eventLog(rows, FIELDS);
        const expected = byCustomer(rows.map(plain), ({ at }) => at);
        expect(brokenPromises(log)).toEqual([]);
        expect(log.customers).toEqual([...expected.keys()]);
        expect(eventsOf(log)).toEqual([...expected.values()].flat());
      }),
      { numRuns: 200 },
    );
  });

  test('is the same for rows in any order, but for the order of customers and of equal instants', () => {
    const distinct = fc.uniqueArray(anyEvent, { selector: ({ at }) => at });
    const shuffled = distinct.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        const groups = (given: Row[]) => byCustomer(eventsOf(eventLog(given, FIELDS)), ({ at }) => at);
        expect(groups(others)).toEqual(groups(rows));
      }),
    );
  });

  test('comes out of 150,000 rows of 80,000 customers as it should', () => {
    const { uniform, below } = seededRandom(7);
    const rows = Array.from({ length: 150_000 }, (_, row) => ({
      who: `customer ${Math.floor(uniform() ** 2 * 80_000)}`,
      when: below(1000),
      paid: row,
    }));
    const log = eventLog(rows, { customer: 'who', at: 'when', amount: 'paid' });
    const groups = new Map<string, typeof rows>();
    for (const row of rows) {
      const group = groups.get(row.who);
      if (group === undefined) groups.set(row.who, [row]);
      else group.push(row);
    }
    const expected = [...groups.values()].flatMap((group) => group.sort((one, other) => one.when - other.when));
    const wrong = expected.findIndex(({ when, paid }, row) => log.at[row] !== when || log.amount![row] !== paid);
    expect([log.customers.length, log.at.length, wrong]).toEqual([groups.size, rows.length, -1]);
    expect(log.customers.every((who, place) => expected[log.offsets[place]!]!.who === who)).toBe(true);
  });
});

describe('the pass over the rows', () => {
  test('calls each function once a row, in order, with the row and its index', () => {
    const rows = [{ id: 'x' }, { id: 'y' }, { id: 'z' }];
    const calls: [string, unknown, number][] = [];
    const seen =
      <Value>(field: string, value: (index: number) => Value) =>
      (row: unknown, index: number): Value => {
        calls.push([field, row, index]);
        return value(index);
      };
    eventLog(rows, {
      customer: seen('customer', () => 'ada'),
      at: seen('at', (index) => 10 - index),
      amount: seen('amount', () => 5),
      name: seen('name', () => 'order'),
      currency: seen('currency', () => 'EUR'),
      id: seen('id', (index) => index),
      attributes: { plan: seen('plan', () => 'S') },
    });
    const fields = ['customer', 'at', 'amount', 'name', 'currency', 'id', 'plan'];
    for (const field of fields)
      expect(calls.filter(([name]) => name === field)).toEqual(rows.map((row, index) => [field, row, index]));
    expect(calls.map(([, , index]) => index)).toEqual([0, 1, 2].flatMap((index) => fields.map(() => index)));
  });

  test('reads each property once a row', () => {
    const reads: string[] = [];
    const row = new Proxy(
      { who: 'ada', when: 5 },
      {
        get: (target, key, receiver) => {
          reads.push(String(key));
          return Reflect.get(target, key, receiver);
        },
      },
    );
    eventLog([row, row], { customer: 'who', at: 'when' });
    expect(reads).toEqual(['who', 'when', 'who', 'when']);
  });

  test('takes rows from whatever can be iterated, once', () => {
    let passes = 0;
    function* generated() {
      passes++;
      for (let at = 3; at > 0; at--) yield { who: 'ada', when: at };
    }
    const fields = { customer: 'who', at: 'when' } as const;
    const expected = eventLog([...generated()], fields);
    passes = 0;
    expect(eventLog(generated(), fields)).toEqual(expected);
    expect(passes).toBe(1);
    expect(eventLog(new Set([...generated()]), fields)).toEqual(expected);
    expect(eventLog(new Map([...generated()].map((row) => [row, row])).values(), fields)).toEqual(expected);
  });

  test('takes more rows than it made room for, from an iterator and from an array that iterates in its own way', () => {
    class Doubled extends Array<{ who: number; when: number }> {
      override *[Symbol.iterator](): ArrayIterator<{ who: number; when: number }> {
        for (let at = 0; at < 5000; at++) yield { who: at % 7, when: 5000 - at };
      }
    }
    const rows = [...new Doubled()];
    const fields = { customer: 'who', at: 'when', amount: 'when' } as const;
    expect(eventLog(new Doubled(), fields)).toEqual(eventLog(rows, fields));
    expect(eventLog(rows.values(), fields)).toEqual(eventLog(rows, fields));
  });

  test('takes deep-frozen rows and leaves others as they were', () => {
    const rows = [
      { who: 'ada', when: new Date(20), paid: 5 },
      { who: 'ada', when: new Date(10), paid: 6 },
    ];
    const copy = structuredClone(rows);
    const fields = Object.freeze({ customer: 'who', at: 'when', amount: 'paid' } as const);
    const log = eventLog(rows, fields, Object.freeze({}));
    expect(rows).toEqual(copy);
    expect(eventLog(Object.freeze(rows.map((row) => Object.freeze(row))), fields)).toEqual(log);
  });
});
