import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTenureLogs } from '../../src/log/mergeTenureLogs.ts';
import { type TenureColumns, tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import type { TenureLog } from '../../src/log/types.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyTenure } from './arbitraries.ts';
import { brokenPromises, byCustomer, tenuresOf } from './readBack.ts';

type Tenure = typeof anyTenure extends fc.Arbitrary<infer Value> ? Value : never;

function build(tenures: readonly Tenure[], firstId = 0): TenureLog {
  const column = <Key extends keyof Tenure>(key: Key) => tenures.map((tenure) => tenure[key]);
  const columns = {
    ...{ customer: column('customer'), from: column('from'), to: column('to'), amount: column('amount') },
    ...{ billing: column('billing'), currency: column('currency'), status: column('status') },
    ...{ reason: column('reason'), attributes: { plan: column('plan') } },
    id: tenures.map((_, place) => firstId + place),
  };
  return tenureLogFromColumns(columns as TenureColumns, { asOf: 100 });
}

const groups = (log: TenureLog) => byCustomer(tenuresOf(log), ({ from }) => from);

describe('merging tenures', () => {
  test('of any pieces gives the log of all', () => {
    fc.assert(
      fc.property(fc.array(anyTenure), fc.nat(50), (tenures, place) => {
        const cut = place % (tenures.length + 1);
        const merged = mergeTenureLogs([build(tenures.slice(0, cut)), build(tenures.slice(cut), cut)]);
        expect(brokenPromises(merged)).toEqual([]);
        expect(merged.asOf).toBe(100);
        expect(groups(merged)).toEqual(groups(build(tenures)));
      }),
      { numRuns: 200 },
    );
  });

  test('in steps or at once gives the same log', () => {
    fc.assert(
      fc.property(fc.tuple(fc.array(anyTenure), fc.array(anyTenure), fc.array(anyTenure)), ([a, b, c]) => {
        const [one, two, three] = [build(a), build(b, 100), build(c, 200)];
        const atOnce = mergeTenureLogs([one, two, three]);
        expect(mergeTenureLogs([mergeTenureLogs([one, two]), three])).toEqual(atOnce);
        expect(mergeTenureLogs([one, mergeTenureLogs([two, three])])).toEqual(atOnce);
      }),
    );
  });

  test('lists each billing interval once, though intervals are objects', () => {
    const log = (id: number) =>
      tenureLogFromColumns(
        { customer: [1], from: [id], to: [null], amount: [5], billing: [{ every: 3, period: 'month' }], id: [id] },
        { asOf: 100 },
      );
    expect(mergeTenureLogs([log(1), log(2)]).billing).toEqual({
      codes: Int32Array.of(0, 0),
      values: [{ every: 3, period: 'month' }],
    });
  });
});

describe('tenure logs that do not go together', () => {
  const columns = { customer: [1], from: [0], to: [5] };
  const bare = tenureLogFromColumns(columns, { asOf: 100 });

  test('because they tell up to different instants are refused, and both are told', () => {
    const other = tenureLogFromColumns(columns, { asOf: 200 });
    expect(refusalOf(() => mergeTenureLogs([bare, other]))).toMatchObject({
      code: 'unlike-definitions',
      expected: 'that of the first log (1970-01-01T00:00:00.100Z)',
      received: '1970-01-01T00:00:00.200Z',
    });
  });

  test('because one has a column that another has not are refused', () => {
    const values = { amount: [5], billing: ['month'], currency: ['EUR'], status: ['x'], reason: [null], id: [7] };
    for (const [name, column] of Object.entries({ ...values })) {
      const other = tenureLogFromColumns({ ...columns, [name]: column }, { asOf: 100 });
      expect(refusalOf(() => mergeTenureLogs([bare, other]))).toMatchObject({
        code: 'missing-field',
        metric: 'mergeTenureLogs',
      });
    }
  });

  test('because an id comes again are refused, by log and place', () => {
    const log = tenureLogFromColumns({ ...columns, id: ['x'] }, { asOf: 100 });
    expect(refusalOf(() => mergeTenureLogs([log, log]))).toMatchObject({
      code: 'duplicate-id',
      message: 'mergeTenureLogs: "logs[1].id[0]" must be in no row before (logs[0].id[0] has it); received "x"',
    });
  });

  test('because one is none are refused, by place', () => {
    const others = [null, undefined, {}, { kind: 'tenures' }, JSON.parse(JSON.stringify(bare))];
    for (const other of others)
      expect(refusalOf(() => mergeTenureLogs([bare, other as TenureLog]))).toMatchObject({
        code: 'not-a-log',
        path: ['logs', 1],
      });
    for (const logs of [[], null, bare])
      expect(refusalOf(() => mergeTenureLogs(logs as TenureLog[])).code).toBe('not-rows');
  });
});
