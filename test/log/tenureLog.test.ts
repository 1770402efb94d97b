import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BillingInput } from '../../src/log/billing.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyTenure } from './arbitraries.ts';
import { brokenPromises, byCustomer, type PlainTenure, tenuresOf } from './readBack.ts';

const asOf = 100;
const good = {
  who: 'ada',
  start: 10,
  end: 20 as unknown,
  paid: 5,
  bill: 'month',
  coin: 'EUR',
  state: 'active',
  why: null,
};
const FIELDS = {
  customer: 'who',
  from: 'start',
  to: 'end',
  amount: 'paid',
  billing: 'bill',
  currency: 'coin',
  status: 'state',
  reason: 'why',
} as never;

const build = (rows: readonly object[], fields = FIELDS) => tenureLog(rows, fields, { asOf });
const ends = (...to: unknown[]) => build(to.map((end) => ({ ...good, end }))).to;

describe('a tenure log', () => {
  test('lists customers as they first appear, and the tenures of each in order of start', () => {
    const rows = [
      { who: 'ada', start: 30, end: 40 },
      { who: 'bob', start: 5, end: 50 },
      { who: 'ada', start: 10, end: 20 },
    ];
    const log = tenureLog(rows, { customer: 'who', from: 'start', to: 'end' }, { asOf });
    expect(log).toMatchObject({ kind: 'tenures', asOf: 100, customers: ['ada', 'bob'] });
    expect([log.offsets, log.from, log.to]).toEqual([
      Int32Array.of(0, 2, 3),
      Float64Array.of(10, 30, 5),
      Float64Array.of(20, 40, 50),
    ]);
    expect([log.amount, log.billing, log.currency, log.status, log.reason, log.ids]).toEqual(
      new Array(6).fill(undefined),
    );
  });

  test('of no rows is a log without customers', () => {
    expect(brokenPromises(build([]))).toEqual([]);
    expect(tenureLogFromColumns({ customer: [], from: [], to: [] }, { asOf })).toMatchObject({ customers: [], asOf });
  });

  test('keeps the order of rows that start at one instant', () => {
    expect(ends(50, 20, 30, 20)).toEqual(Float64Array.of(50, 20, 30, 20));
  });

  test('is the same of rows and of columns, and what grouping by a map and sorting gives', () => {
    fc.assert(
      fc.property(fc.array(anyTenure), (tenures) => {
        const rows = tenures.map((tenure, id) => ({ ...tenure, id }));
        const log = tenureLog(
          rows,
          {
            ...{ customer: 'customer', from: 'from', to: 'to', amount: 'amount', billing: 'billing' },
            ...{ currency: 'currency', status: 'status', reason: 'reason', id: 'id', attributes: { plan: 'plan' } },
          } as never,
          { asOf },
        );
        const expected = rows.map(
          ({ plan, billing, ...row }): PlainTenure => ({
            ...row,
            billing: typeof billing === 'string' ? `1 ${billing}` : '3 month',
            attributes: { plan },
          }),
        );
        expect(brokenPromises(log)).toEqual([]);
        expect(tenuresOf(log)).toEqual([...byCustomer(expected, ({ from }) => from).values()].flat());
        const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
        const columns = {
          ...{ customer: column('customer'), from: column('from'), to: column('to'), amount: column('amount') },
          ...{ billing: column('billing') as BillingInput[], currency: column('currency'), status: column('status') },
          ...{ reason: column('reason'), id: column('id'), attributes: { plan: column('plan') } },
        };
        expect(tenureLogFromColumns(columns, { asOf })).toEqual(log);
      }),
      { numRuns: 200 },
    );
  });

  test('of columns neither changes them nor shares them', () => {
    const columns = { customer: Int32Array.of(2, 1), from: Float64Array.of(1, 2), to: Float64Array.of(5, 6) };
    const copy = structuredClone(columns);
    const log = tenureLogFromColumns(columns, { asOf });
    const asBuilt = structuredClone(log);
    expect(columns).toEqual(copy);
    for (const column of Object.values(columns)) column.fill(77);
    expect(log).toEqual(asBuilt);
  });

  test('reads each field once a row, in order', () => {
    const calls: [string, number][] = [];
    const seen =
      <Value>(field: string, value: Value) =>
      (_: unknown, index: number): Value => {
        calls.push([field, index]);
        return value;
      };
    tenureLog(
      [{}, {}],
      {
        customer: seen('customer', 'ada'),
        from: seen('from', 5),
        to: seen('to', null),
        billing: seen('billing', 'month'),
      },
      { asOf },
    );
    for (const field of ['customer', 'from', 'to', 'billing'])
      expect(calls.filter(([name]) => name === field)).toEqual([
        [field, 0],
        [field, 1],
      ]);
  });
});

describe('the end of a tenure', () => {
  test('is a misspelt name where no row has the property; a row that lacks it beside others is open', () => {
    const error = refusalOf(() => build([good, good], { customer: 'who', from: 'start', to: 'edn' } as never));
    expect([error.code, error.path, error.received]).toEqual(['unknown-field', ['fields', 'to'], '"edn"']);
    const { end: _, ...open } = good;
    expect([...build([good, open]).to]).toEqual([20, Infinity]);
    expect([...build([{ ...open, end: undefined }]).to]).toEqual([Infinity]);
  });

  test('is open where it is null, undefined or Infinity', () => {
    expect(ends(null, undefined, Infinity, 20, new Date(30))).toEqual(
      Float64Array.of(Infinity, Infinity, Infinity, 20, 30),
    );
    const columns = { customer: [1, 1, 1], from: [0, 1, 2], to: [null, undefined, Infinity] };
    expect(tenureLogFromColumns(columns, { asOf }).to).toEqual(Float64Array.of(Infinity, Infinity, Infinity));
  });

  test('is refused where it is no instant: NaN, an invalid date, an empty text, minus infinity', () => {
    for (const end of [Number.NaN, new Date(Number.NaN), '', '2024-01-01', -Infinity, 0.5, 5n, false, {}]) {
      const rule = 'a valid Date or whole milliseconds since 1970, or null where the tenure is open';
      expect(refusalOf(() => ends(20, end))).toMatchObject({
        code: 'not-an-instant',
        path: ['rows', 1, 'end'],
        expected: rule,
      });
      const columns = { customer: [1, 1], from: [0, 0], to: [20, end] as number[] };
      expect(refusalOf(() => tenureLogFromColumns(columns, { asOf }))).toMatchObject({
        path: ['to', 1],
        expected: rule,
      });
    }
  });

  test('may be its start: a tenure of no length', () => {
    expect(ends(10)).toEqual(Float64Array.of(10));
  });

  test('is refused before its start, and both are told', () => {
    expect(refusalOf(() => ends(20, 9))).toMatchObject({
      code: 'reversed-interval',
      message:
        'tenureLog: "rows[1].to" must be at or after its start (1970-01-01T00:00:00.010Z); received 1970-01-01T00:00:00.009Z',
    });
    const columns = { customer: [1], from: [10], to: [9] };
    expect(refusalOf(() => tenureLogFromColumns(columns, { asOf })).path).toEqual(['to', 0]);
  });

  test('is compared with its own start, also after a row that is none', () => {
    const rows = [null, { ...good, start: 20, end: 25 }, { ...good, start: 10, end: 15 }] as object[];
    const error = refusalOf(() => build(rows));
    expect(error.issues.map(({ code, path }) => [code, path])).toEqual([['not-a-record', ['rows', 0]]]);
  });
});

describe('the id of a tenure', () => {
  const rows = [good, { ...good, who: 'bob' }, good].map((row) => ({ ...row, key: row.who }));

  test('is of one tenure only', () => {
    const fields = { customer: 'who', from: 'start', to: 'end', id: 'key' } as never;
    expect(refusalOf(() => build(rows, fields))).toMatchObject({
      code: 'duplicate-id',
      message: 'tenureLog: "rows[2].id" must be in no row before (rows[0].id has it); received "ada"',
    });
    const columns = { customer: [1, 2], from: [0, 0], to: [1, 1], id: ['x', 'x'] };
    expect(refusalOf(() => tenureLogFromColumns(columns, { asOf })).path).toEqual(['id', 1]);
    expect(tenureLogFromColumns({ ...columns, id: ['1', 1] }, { asOf }).ids).toEqual(['1', 1]);
  });

  test('that comes again is told along with ends before their starts', () => {
    const wrong = rows.map((row) => ({ ...row, end: 5 }));
    const fields = { customer: 'who', from: 'start', to: 'end', id: 'key' } as never;
    const codes = refusalOf(() => build(wrong, fields)).issues.map(({ code }) => code);
    expect(codes).toEqual(['reversed-interval', 'reversed-interval', 'reversed-interval', 'duplicate-id']);
  });
});

describe('billing', () => {
  const intervals = (...bills: unknown[]) => tenuresOf(build(bills.map((bill) => ({ ...good, bill }))));

  test('is a period, or so many of them', () => {
    const bills = [
      'day',
      'week',
      'month',
      'quarter',
      'year',
      { every: 3, period: 'month' },
      { every: 1, period: 'day' },
    ];
    expect(intervals(...bills).map(({ billing }) => billing)).toEqual([
      ...['1 day', '1 week', '1 month', '1 quarter', '1 year', '3 month', '1 day'],
    ]);
  });

  test('lists equal intervals once, whether a word or an object', () => {
    const log = build(
      ['month', { every: 1, period: 'month' }, { period: 'month', every: 1 }].map((bill) => ({ ...good, bill })),
    );
    expect(log.billing).toEqual({ codes: Int32Array.of(0, 0, 0), values: [{ every: 1, period: 'month' }] });
  });

  test('is refused where it is anything else', () => {
    const wrong = [
      ...['monthly', 'Month', '3 month', '1 month', '', null, undefined, 5, true, [], {}, Symbol('s')],
      ...[0, -1, 0.5, Number.NaN, Infinity, 2 ** 53, '3', undefined].map((every) => ({ every, period: 'month' })),
      ...['months', undefined, 5, 'toString'].map((period) => ({ every: 1, period })),
    ];
    for (const bill of wrong) {
      expect(refusalOf(() => intervals('month', bill))).toMatchObject({
        code: 'not-an-option',
        path: ['rows', 1, 'bill'],
        expected: "'day', 'week', 'month', 'quarter', 'year' or { every, period }",
      });
      const columns = { customer: [1], from: [0], to: [1], billing: [bill] as never };
      expect(refusalOf(() => tenureLogFromColumns(columns, { asOf })).path).toEqual(['billing', 0]);
    }
  });
});

describe('what is wrong with a row of tenures', () => {
  test.each([
    ['who', 'not-an-id', ''],
    ['start', 'not-an-instant', null],
    ['paid', 'not-a-quantity', -1],
    ['coin', 'not-a-text', ''],
    ['state', 'not-an-attribute', undefined],
    ['why', 'not-an-attribute', {}],
  ])('in "%s" is told by row, name and value', (field, code, value) => {
    expect(refusalOf(() => build([good, { ...good, [field]: value }]))).toMatchObject({
      code,
      metric: 'tenureLog',
      path: ['rows', 1, field],
      issueCount: 1,
    });
  });

  test('is all told at once', () => {
    const wrong = { ...good, who: null, start: null, end: '', paid: null, bill: 'x', coin: 5, state: {}, why: {} };
    const error = refusalOf(() => build([wrong]));
    expect(error.issues.map(({ path }) => path[2]).sort()).toEqual(
      ['bill', 'coin', 'end', 'paid', 'start', 'state', 'who', 'why'].sort(),
    );
  });

  test.each(HOSTILE_VALUES)('is told or accepted where a field or a column is %s', (_, value) => {
    const columns = { customer: [1, 2], from: [0, 0], to: [5, 6] };
    const names = ['customer', 'from', 'to', 'amount', 'billing', 'currency', 'status', 'reason', 'id', 'attributes'];
    const calls = names.flatMap((name) => [
      () => build([good], { customer: 'who', from: 'start', to: 'end', [name]: value } as never),
      () => tenureLogFromColumns({ ...columns, [name]: value } as never, { asOf }),
      () => tenureLogFromColumns({ ...columns, [name]: [value, value] } as never, { asOf }),
    ]);
    for (const call of calls)
      try {
        call();
      } catch (error) {
        expect(error).toMatchObject({ name: 'InputError' });
      }
  });
});

describe('asOf', () => {
  const columns = { customer: [1], from: [0], to: [1] };
  const withOptions = (options: unknown) => refusalOf(() => tenureLogFromColumns(columns, options as never));

  test('is required: no clock is read', () => {
    expect(withOptions(undefined)).toMatchObject({ code: 'not-a-record', path: ['options'] });
    expect(withOptions({})).toMatchObject({ code: 'not-an-instant', path: ['asOf'], received: 'undefined' });
    expect(refusalOf(() => tenureLog([], { customer: 'a', from: 'b', to: 'c' } as never, {} as never)).path).toEqual([
      'asOf',
    ]);
  });

  test('is an instant', () => {
    expect(tenureLogFromColumns(columns, { asOf: new Date(7) }).asOf).toBe(7);
    for (const wrong of ['2024-01-01', null, Infinity, 0.5, new Date(Number.NaN)])
      expect(withOptions({ asOf: wrong }).code).toBe('not-an-instant');
  });

  test('is the only option', () => {
    expect(withOptions({ asOf: 5, asof: 5 })).toMatchObject({ code: 'unknown-option', received: '"asof"' });
  });
});
