import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { type EventColumns, eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { anyEvent } from './arbitraries.ts';
import { firstDifference } from './firstDifference.ts';
import { brokenPromises, byCustomer, eventsOf } from './readBack.ts';

/** A column as codes, with values in the order given: unused ones too, if there are. */
function coded<Value>(column: readonly Value[], values: readonly Value[] = [...new Set(column)]) {
  return { codes: Int32Array.from(column, (value) => values.indexOf(value)), values };
}

describe('an event log of columns', () => {
  test('is the log of the same rows', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (rows) => {
        const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
        const fromRows = eventLog(rows, {
          customer: 'customer',
          at: 'at',
          amount: 'amount',
          name: 'name',
          currency: 'currency',
          id: (_, index) => index,
          attributes: { plan: 'plan' },
        });
        const columns = {
          customer: column('customer'),
          at: column('at'),
          amount: column('amount'),
          name: column('name'),
          currency: column('currency'),
          id: rows.map((_, index) => index),
          attributes: { plan: column('plan') },
        };
        expect(eventLogFromColumns(columns)).toEqual(fromRows);
        const codedColumns = {
          ...columns,
          customer: coded(columns.customer),
          at: Float64Array.from(columns.at),
          amount: Float64Array.from(columns.amount),
          name: coded(columns.name),
          currency: coded(columns.currency),
          attributes: { plan: coded(columns.attributes.plan) },
        };
        expect(eventLogFromColumns(codedColumns)).toEqual(fromRows);
      }),
      { numRuns: 200 },
    );
  });

  test('of no rows is a log without customers, whatever the columns are made of', () => {
    for (const customer of [[], new Int32Array(0), new Float64Array(0), { codes: [], values: [] }])
      for (const at of [[], new Float64Array(0)])
        expect(eventLogFromColumns({ customer, at })).toEqual(eventLogFromColumns({ customer: [], at: [] }));
  });

  test('takes dates, also of another realm, and milliseconds', () => {
    const at = [new Date(5), 7, runInNewContext('new Date(6)')];
    expect(eventLogFromColumns({ customer: [1, 1, 1], at }).at).toEqual(Float64Array.of(5, 6, 7));
  });

  test('takes arrays of another realm', () => {
    const columns = { customer: runInNewContext('[7, 9, 7]'), at: runInNewContext('Float64Array.of(3, 2, 1)') };
    expect(eventLogFromColumns(columns)).toEqual(eventLogFromColumns({ customer: [7, 9, 7], at: [3, 2, 1] }));
  });

  test('neither changes what it is given nor shares it with the log', () => {
    const columns = {
      customer: Int32Array.of(2, 1, 2),
      at: Float64Array.of(1, 2, 3),
      amount: Float64Array.of(5, 6, 7),
      name: { codes: Int32Array.of(0, 1, 0), values: ['order', 'visit'] },
      id: ['x', 'y', 'z'],
      attributes: { plan: { codes: Int32Array.of(0, 0, 0), values: ['S'] } },
    };
    const copy = structuredClone(columns);
    const log = eventLogFromColumns(columns);
    const asBuilt = structuredClone(log);
    expect(columns).toEqual(copy);
    for (const column of [columns.customer, columns.at, columns.amount, columns.name.codes]) column.fill(99);
    columns.name.values[0] = 'changed';
    columns.id[0] = 'changed';
    columns.attributes.plan.codes.fill(5);
    columns.attributes.plan.values[0] = 'changed';
    expect(log).toEqual(asBuilt);
  });

  test('takes frozen arrays', () => {
    const columns = { customer: ['b', 'a'], at: [2, 1], amount: [5, 6] };
    const log = eventLogFromColumns(columns);
    for (const column of Object.values(columns)) Object.freeze(column);
    expect(eventLogFromColumns(Object.freeze(columns), Object.freeze({}))).toEqual(log);
  });
});

describe('the order of customers', () => {
  const at = [10, 20, 30, 40];

  test('is ascending where ids are integers of a typed array, close together or far apart', () => {
    expect(eventLogFromColumns({ customer: Int32Array.of(9, 7, 9, -8), at }).customers).toEqual([-8, 7, 9]);
    expect(eventLogFromColumns({ customer: Int32Array.of(2e9, 7, 2e9, -2e9), at }).customers).toEqual([-2e9, 7, 2e9]);
    expect(eventLogFromColumns({ customer: Uint32Array.of(4e9, 3e9, 4e9, 5), at }).customers).toEqual([5, 3e9, 4e9]);
    expect(eventLogFromColumns({ customer: Uint8Array.of(200, 7, 9, 7), at }).customers).toEqual([7, 9, 200]);
  });

  test('is that of the dictionary where ids came coded', () => {
    const customer = { codes: Uint8Array.of(2, 0, 2, 1), values: ['x', 'y', 'z'] };
    expect(eventLogFromColumns({ customer, at }).customers).toEqual(['x', 'y', 'z']);
  });

  test('is that of first appearance for everything else', () => {
    expect(eventLogFromColumns({ customer: Float64Array.of(9.5, 7, 9.5, 1), at }).customers).toEqual([9.5, 7, 1]);
    expect(eventLogFromColumns({ customer: [9, 7, 9, 1], at }).customers).toEqual([9, 7, 1]);
  });

  test('does not depend on the order of rows where ids are integers: the whole log is the same', () => {
    const ids = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }));
    const rows = fc.uniqueArray(fc.record({ id: ids, at: fc.integer(), amount: fc.nat() }), {
      selector: (row) => row.at,
    });
    const shuffled = rows.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    const build = (all: readonly { id: number; at: number; amount: number }[]) =>
      eventLogFromColumns({
        customer: Int32Array.from(all, ({ id }) => id),
        at: Float64Array.from(all, (row) => row.at),
        amount: Float64Array.from(all, ({ amount }) => amount),
      });
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(build(other)).toEqual(build(one));
      }),
    );
  });
});

describe('integer ids', () => {
  const KINDS = [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array] as const;

  test.each(KINDS.map((kind) => [kind.name, kind] as const))('%s gives what a plain array of them gives', (_, kind) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2 ** 32), fc.nat(9))), (rows) => {
        const ids = kind.from(rows.map(([id]) => id));
        const at = rows.map(([, time]) => time);
        const groups = (customer: EventColumns['customer']) =>
          byCustomer(eventsOf(eventLogFromColumns({ customer, at, amount: at.map((_, row) => row) })), (row) => row.at);
        const log = eventLogFromColumns({ customer: ids, at });
        expect(brokenPromises(log)).toEqual([]);
        expect(log.customers).toEqual([...new Set(ids)].sort((one, other) => one - other));
        expect(groups(ids)).toEqual(groups(Array.from(ids)));
      }),
    );
  });

  test('far apart and many are no different from integers close together', () => {
    const { below } = seededRandom(11);
    const rows = 120_000;
    const dense = Int32Array.from({ length: rows }, () => below(70_000));
    const at = Float64Array.from({ length: rows }, () => below(500));
    const amount = at.map((_, row) => row);
    const close = eventLogFromColumns({ customer: dense, at, amount });
    const apart = eventLogFromColumns({ customer: dense.map((id) => (id - 35_000) * 60_000), at, amount });
    expect(close.customers.length).toBeGreaterThan(50_000);
    const spread = close.customers.map((id) => (Number(id) - 35_000) * 60_000);
    expect(firstDifference(apart.customers, spread)).toBe(-1);
    expect(firstDifference(apart.offsets, close.offsets)).toBe(-1);
    expect(firstDifference(apart.at, close.at)).toBe(-1);
    expect(firstDifference(apart.amount!, close.amount!)).toBe(-1);
  });
});

describe('coded columns', () => {
  test('may list values that no row has', () => {
    const log = eventLogFromColumns({
      customer: { codes: Int32Array.of(3, 1), values: ['nobody', 'bob', 'no one', 'ada'] },
      at: [10, 20],
      name: { codes: [2, 2], values: ['never', 'also never', 'order'] },
    });
    expect(log.customers).toEqual(['bob', 'ada']);
    expect(eventsOf(log).map(({ customer, at, name }) => [customer, at, name])).toEqual([
      ['bob', 20, 'order'],
      ['ada', 10, 'order'],
    ]);
  });

  test('may have codes in any array of integers', () => {
    const values = ['x', 'y', 'z'];
    const at = [3, 2, 1];
    const expected = eventLogFromColumns({ customer: { codes: Int32Array.of(2, 0, 2), values }, at });
    for (const codes of [[2, 0, 2], Uint8Array.of(2, 0, 2), Int16Array.of(2, 0, 2), Float64Array.of(2, 0, 2)])
      expect(eventLogFromColumns({ customer: { codes, values }, at })).toEqual(expected);
  });

  test('may have values in a typed array', () => {
    const customer = { codes: [1, 0], values: Float64Array.of(8.5, 9.5) };
    expect(eventLogFromColumns({ customer, at: [1, 2] }).customers).toEqual([8.5, 9.5]);
  });
});
