import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterTenures, type LoggedTenure } from '../../src/log/filterTenures.ts';
import { tenureLog } from '../../src/log/tenureLog.ts';
import { tenureLogFromColumns } from '../../src/log/tenureLogFromColumns.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyTenure } from './arbitraries.ts';
import { brokenPromises, tenuresOf } from './readBack.ts';

const log = tenureLogFromColumns(
  {
    ...{ customer: ['ada', 'bob', 'ada'], from: [10, 20, 30], to: [25, null, null], amount: [5, 6, 7] },
    ...{ billing: ['month', 'year', 'month'], status: ['ended', 'active', 'active'], reason: ['price', null, null] },
    ...{ currency: ['EUR', 'EUR', 'EUR'], id: ['a', 'b', 'c'], attributes: { plan: ['S', 'M', 'L'] } },
  },
  { asOf: 100 },
);

describe('filtering tenures', () => {
  test('keeps those that pass and the customers who have one', () => {
    expect(filterTenures(log, ({ reason }) => reason === 'price').customers).toEqual(['ada']);
    expect(tenuresOf(filterTenures(log, ({ to }) => to === Infinity)).map(({ id }) => id)).toEqual(['c', 'b']);
    expect(filterTenures(log, () => false)).toMatchObject({ customers: [], asOf: 100 });
  });

  test('keeps the log where all pass', () => {
    expect(filterTenures(log, () => true)).toEqual(log);
  });

  test('shows each tenure in full, in order', () => {
    const seen: unknown[] = [];
    filterTenures(log, ({ attribute, ...tenure }: LoggedTenure) => {
      seen.push({ ...tenure, attributes: { plan: attribute('plan') } });
      return true;
    });
    expect(seen).toEqual(tenuresOf(log).map(({ billing, currency, ...tenure }) => tenure));
  });

  test('keeps what a plain filter of records keeps, for any log', () => {
    const fields = {
      ...{ customer: 'customer', from: 'from', to: 'to', amount: 'amount', billing: 'billing', currency: 'currency' },
      ...{ status: 'status', reason: 'reason', id: (_: unknown, row: number) => row, attributes: { plan: 'plan' } },
    };
    fc.assert(
      fc.property(fc.array(anyTenure), fc.integer({ min: -5, max: 50 }), (rows, least) => {
        const all = tenureLog(rows, fields as never, { asOf: 100 });
        const kept = filterTenures(all, ({ from }) => from >= least);
        expect(brokenPromises(kept)).toEqual([]);
        expect(tenuresOf(kept)).toEqual(tenuresOf(all).filter(({ from }) => from >= least));
      }),
    );
  });

  test('refuses what is no log and no function', () => {
    expect(refusalOf(() => filterTenures({} as never, () => true)).code).toBe('not-a-log');
    expect(refusalOf(() => filterTenures(log, undefined as never))).toMatchObject({
      code: 'not-a-function',
      path: ['keep'],
    });
  });
});
