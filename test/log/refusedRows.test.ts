import { describe, expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';

const good = { who: 'ada', when: 5, paid: 1, what: 'order', coin: 'EUR', key: 1, plan: 'S' };
const FIELDS = { customer: 'who', at: 'when', amount: 'paid', name: 'what', currency: 'coin', id: 'key' } as const;

/** What each field refuses, and by which code and rule. */
const REFUSED: readonly [field: string, code: string, rule: string, values: readonly unknown[]][] = [
  [
    'who',
    'not-an-id',
    'a text that is not empty or a finite number',
    [undefined, null, '', Number.NaN, Infinity, true, {}, [], 5n, Symbol('s'), new Date(0)],
  ],
  [
    'when',
    'not-an-instant',
    'a valid Date or whole milliseconds since 1970',
    [undefined, null, '2024-01-01', '5', 1704067200.5, 8.64e15 + 1, Number.NaN, Infinity, new Date(Number.NaN), 5n, {}],
  ],
  [
    'paid',
    'not-a-quantity',
    'a finite number of at least 0',
    [undefined, null, -0.01, Number.NaN, Infinity, -Infinity, '5', 5n, Symbol('s'), true, {}, new Date(0)],
  ],
  ['what', 'not-a-text', 'a text that is not empty', [undefined, null, '', 5, true, {}, Symbol('s')]],
  ['coin', 'not-a-text', 'a text that is not empty', [undefined, null, '', 5, true, {}]],
  ['key', 'not-an-id', 'a text that is not empty or a finite number', [undefined, null, '', Number.NaN, true, {}, 5n]],
  [
    'plan',
    'not-an-attribute',
    'a text, a finite number, true, false or null',
    [undefined, Number.NaN, Infinity, {}, [], 5n, Symbol('s'), new Date(0)],
  ],
];

describe.each(REFUSED)('a row whose "%s" is wrong', (field, code, rule, values) => {
  test('is refused by index, name and value', () => {
    for (const value of values) {
      const rows = [good, { ...good, key: 2 }, { ...good, key: 3, [field]: value }];
      const error = refusalOf(() => eventLog(rows as never[], { ...FIELDS, attributes: { plan: 'plan' } } as never));
      expect(error).toMatchObject({
        code,
        metric: 'eventLog',
        path: ['rows', 2, field],
        expected: rule,
        issueCount: 1,
      });
      expect(error.message).toBe(`eventLog: "rows[2].${field}" must be ${rule}; received ${error.received}`);
    }
  });
});

describe('columns with a value that is wrong', () => {
  const columns = {
    customer: ['ada', 'bob'],
    at: [1, 2],
    amount: [5, 6],
    name: ['order', 'visit'],
    currency: ['EUR', 'EUR'],
    id: ['x', 'y'],
  };
  const names = Object.entries({
    who: 'customer',
    when: 'at',
    paid: 'amount',
    what: 'name',
    coin: 'currency',
    key: 'id',
  });

  test.each(names)('are refused by the column of "%s", its index and value', (field, column) => {
    const [, code, expected, values] = REFUSED.find(([name]) => name === field)!;
    for (const value of values) {
      const [first] = columns[column as keyof typeof columns];
      const error = refusalOf(() => eventLogFromColumns({ ...columns, [column]: [first, value] }));
      expect(error).toMatchObject({ code, metric: 'eventLogFromColumns', path: [column, 1], expected });
    }
  });

  test('are refused where a typed array holds what is no instant or no amount', () => {
    const at = (...values: number[]) =>
      refusalOf(() => eventLogFromColumns({ ...columns, at: Float64Array.from(values) }));
    expect(at(1, Number.NaN)).toMatchObject({ code: 'not-an-instant', path: ['at', 1], received: 'NaN' });
    expect(at(0.5, 1)).toMatchObject({ code: 'not-an-instant', path: ['at', 0], received: '0.5' });
    const amount = Float64Array.of(-1, Infinity);
    const error = refusalOf(() => eventLogFromColumns({ ...columns, amount }));
    expect(error.issues.map(({ code, path }) => [code, path])).toEqual([
      ['not-a-quantity', ['amount', 0]],
      ['not-a-quantity', ['amount', 1]],
    ]);
  });

  test('are refused by the attribute that is wrong', () => {
    const attributes = { plan: ['S', undefined] as never };
    expect(refusalOf(() => eventLogFromColumns({ ...columns, attributes }))).toMatchObject({
      code: 'not-an-attribute',
      path: ['plan', 1],
    });
  });

  test('say a bigint as what it is: a count of milliseconds from a database driver', () => {
    const at = BigInt64Array.of(5n, 6n) as never;
    expect(refusalOf(() => eventLogFromColumns({ ...columns, at }))).toMatchObject({
      code: 'not-an-instant',
      received: '5n',
      issueCount: 2,
    });
  });
});

describe('every bad row', () => {
  test('is counted; the first 20 are told, in order of input', () => {
    const rows = Array.from({ length: 100 }, (_, row) => ({ ...good, key: row, paid: row % 2 === 0 ? 1 : -row }));
    const error = refusalOf(() => eventLog(rows, FIELDS));
    expect(error.issueCount).toBe(50);
    expect(error.issues.map(({ path }) => path[1])).toEqual(Array.from({ length: 20 }, (_, place) => 2 * place + 1));
    expect(error.issues.map(({ received }) => received)).toEqual(error.issues.map(({ path }) => `-${path[1]}`));
    expect(error.message).toContain('(the first of 50 issues)');
  });

  test.each(['who', 'when', 'what', 'coin', 'plan'])('is told where the same bad "%s" comes again', (field) => {
    const rows = [good, good, good, good].map((row, key) => ({
      ...row,
      key,
      [field]: key === 2 ? row[field as 'who'] : undefined,
    }));
    const error = refusalOf(() => eventLog(rows as never[], { ...FIELDS, attributes: { plan: 'plan' } } as never));
    expect(error.issues.map(({ path }) => path)).toEqual([0, 1, 3].map((row) => ['rows', row, field]));
  });

  test('is told with all its bad fields', () => {
    const error = refusalOf(() => eventLog([good, {}] as (typeof good)[], FIELDS));
    expect(error.issues.map(({ path }) => path[2]).sort()).toEqual(['coin', 'key', 'paid', 'what', 'when', 'who']);
  });

  test('that is no row is told as one, and the rows after it keep their index', () => {
    const rows = [good, null, undefined, { ...good, who: '' }] as (typeof good)[];
    const error = refusalOf(() => eventLog(rows, { customer: 'who', at: 'when', name: 'what' }));
    expect(error.issues.map(({ code, path, received }) => [code, path, received])).toEqual([
      ['not-a-record', ['rows', 1], 'null'],
      ['not-a-record', ['rows', 2], 'undefined'],
      ['not-an-id', ['rows', 3, 'who'], '""'],
    ]);
    expect(refusalOf(() => eventLog(new Array(2) as (typeof good)[], FIELDS)).issueCount).toBe(2);
  });

  test('of a function is told by what the log calls the field', () => {
    const error = refusalOf(() => eventLog([good], { customer: () => '', at: () => Number.NaN }));
    expect(error.issues.map(({ path }) => path)).toEqual([
      ['rows', 0, 'customer'],
      ['rows', 0, 'at'],
    ]);
  });
});

describe('fields', () => {
  test('that are misspelt are refused by name', () => {
    expect(refusalOf(() => eventLog([good], { customer: 'who', at: 'when', amuont: 'paid' } as never))).toMatchObject({
      code: 'unknown-field',
      path: ['fields'],
      received: '"amuont"',
    });
    expect(
      refusalOf(() => eventLogFromColumns({ customer: [1], at: [1], currencies: ['EUR'] } as never)),
    ).toMatchObject({
      code: 'unknown-field',
      path: ['columns'],
      received: '"currencies"',
    });
  });

  test('that are missing are refused by name', () => {
    expect(refusalOf(() => eventLog([good], { customer: 'who' } as never))).toMatchObject({
      code: 'missing-field',
      message: 'eventLog: "fields.at" must be given; received undefined',
    });
    expect(refusalOf(() => eventLogFromColumns({ at: [1] } as never))).toMatchObject({
      code: 'missing-field',
      message: 'eventLogFromColumns: "columns.customer" must be given; received undefined',
    });
  });

  test('that name no property of the rows are refused row by row', () => {
    const error = refusalOf(() => eventLog([good, good], { customer: 'whom', at: 'when' } as never));
    expect(error).toMatchObject({ code: 'not-an-id', path: ['rows', 0, 'whom'], received: 'undefined', issueCount: 2 });
  });

  test.each(HOSTILE_VALUES)('that are %s give a log or an InputError', (_, value) => {
    for (const field of ['customer', 'at', 'amount', 'name', 'currency', 'id', 'attributes']) {
      try {
        eventLog([good], { customer: 'who', at: 'when', [field]: value } as never);
      } catch (error) {
        expect(error).toMatchObject({ name: 'InputError' });
      }
    }
  });
});

describe('columns', () => {
  const columns = { customer: ['a', 'b'], at: [1, 2] };

  test('of unequal length are refused, and both lengths are told', () => {
    for (const name of ['customer', 'amount', 'name', 'currency', 'id'])
      expect(refusalOf(() => eventLogFromColumns({ ...columns, [name]: ['x'] } as never))).toMatchObject({
        code: 'length-mismatch',
        message: `eventLogFromColumns: "${name}" must be as long as the column of instants (2); received 1`,
      });
    expect(refusalOf(() => eventLogFromColumns({ ...columns, attributes: { plan: ['S', 'S', 'S'] } })).code).toBe(
      'length-mismatch',
    );
    const customer = { codes: Int32Array.of(0), values: ['a', 'b'] };
    expect(refusalOf(() => eventLogFromColumns({ ...columns, customer }))).toMatchObject({
      code: 'length-mismatch',
      path: ['customer.codes'],
      received: '1',
    });
  });

  test('that are none are refused by name', () => {
    for (const name of ['customer', 'at', 'amount', 'name', 'currency', 'id'])
      for (const value of [
        null,
        5,
        'ab',
        {},
        { length: 2 },
        { length: -1 },
        new Map(),
        new DataView(new ArrayBuffer(2)),
      ])
        expect(refusalOf(() => eventLogFromColumns({ ...columns, [name]: value } as never))).toMatchObject({
          code: 'not-rows',
          path: [name],
        });
  });

  test('of instants, amounts and ids are no dictionaries', () => {
    const dictionary = { codes: [0, 0], values: [5] };
    for (const name of ['at', 'amount', 'id'])
      expect(refusalOf(() => eventLogFromColumns({ ...columns, [name]: dictionary } as never)).code).toBe('not-rows');
  });

  test('with holes are refused at the holes', () => {
    const customer = ['a', 'b'];
    delete customer[1];
    expect(refusalOf(() => eventLogFromColumns({ ...columns, customer }))).toMatchObject({
      code: 'not-an-id',
      path: ['customer', 1],
      received: 'undefined',
    });
  });

  test.each(HOSTILE_VALUES)('that are %s give a log or an InputError', (_, value) => {
    for (const name of ['customer', 'at', 'amount', 'name', 'currency', 'id', 'attributes'])
      for (const given of [value, { codes: value, values: ['a'] }, { codes: [0, 0], values: value }, { plan: value }])
        try {
          eventLogFromColumns({ ...columns, [name]: given } as never);
        } catch (error) {
          expect(error).toMatchObject({ name: 'InputError' });
        }
  });
});

describe('dictionaries', () => {
  const at = [1, 2, 3];

  test('that list a value twice are refused: its rows would be two customers', () => {
    const customer = { codes: [0, 1, 2], values: ['ada', 'bob', 'ada'] };
    expect(refusalOf(() => eventLogFromColumns({ customer, at }))).toMatchObject({
      code: 'duplicate-id',
      path: ['customer', 'values', 2],
      received: '"ada"',
    });
  });

  test('may list 1 and "1"', () => {
    const customer = { codes: [0, 1, 1], values: [1, '1'] };
    expect(eventLogFromColumns({ customer, at }).customers).toEqual([1, '1']);
  });

  test('with a value of the wrong kind are refused, used or not', () => {
    const customer = { codes: [0, 0, 0], values: ['ada', ''] };
    expect(refusalOf(() => eventLogFromColumns({ customer, at }))).toMatchObject({
      code: 'not-an-id',
      path: ['customer', 'values', 1],
    });
  });

  test('whose codes point nowhere are refused at each such row', () => {
    for (const code of [2, -1, 0.5, Number.NaN, Infinity, undefined, null, '1', 1n, Symbol('s')]) {
      const customer = { codes: [0, code, 1] as number[], values: ['ada', 'bob'] };
      expect(refusalOf(() => eventLogFromColumns({ customer, at }))).toMatchObject({
        code: 'above-limit',
        path: ['customer', 'codes', 1],
        expected: 'a place in "values" (0 to 1)',
        issueCount: 1,
      });
    }
    const codes = BigInt64Array.of(0n, 1n, 0n) as never;
    expect(refusalOf(() => eventLogFromColumns({ customer: { codes, values: ['a', 'b'] }, at })).issueCount).toBe(3);
  });
});

describe('rows', () => {
  test.each([
    ['a text', 'rows'],
    ['a number', 5],
    ['null', null],
    ['nothing', undefined],
    ['an object', {}],
    ['a promise', Promise.resolve([])],
    ['an iterator that is none', { [Symbol.iterator]: 5 }],
    ['asynchronous', (async function* () {})()],
  ])('that are %s are refused', (_, rows) => {
    expect(refusalOf(() => eventLog(rows as never, FIELDS as never))).toMatchObject({
      code: 'not-rows',
      path: ['rows'],
    });
  });
});

describe('options', () => {
  test('that are misspelt or unknown are refused', () => {
    const build = (options: unknown) => refusalOf(() => eventLog([good], FIELDS, options as never));
    expect(build({ refund: 'net' })).toMatchObject({ code: 'unknown-option', received: '"refund"' });
    expect(build({ refunds: 'Net' })).toMatchObject({ code: 'not-an-option', path: ['refunds'] });
    expect(build({ duplicates: 'net' })).toMatchObject({ code: 'not-an-option', path: ['duplicates'] });
    expect(build(null)).toMatchObject({ code: 'not-a-record', path: ['options'] });
  });
});
