import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { toRows } from '../../src/log/toRows.ts';
import { firstTimeCustomers } from '../../src/segments/firstTimeCustomers.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { AS_OF, anyOrders, DAY, orderLog } from './rfmOracle.ts';

const LOG = eventLogFromColumns({
  customer: ['old', 'edge', 'new', 'old', 'now'],
  at: [10 * DAY, 70 * DAY, 90 * DAY, 95 * DAY, 100 * DAY],
});

describe('firstTimeCustomers', () => {
  test('are those whose first event lies in the last days, with its instant', () => {
    expect(toRows(firstTimeCustomers(LOG, { within: 20, asOf: 100 * DAY }))).toEqual([
      { customer: 'new', firstAt: 90 * DAY },
    ]);
  });

  test('came at the first instant of these days or later, and before asOf', () => {
    expect(firstTimeCustomers(LOG, { within: 30, asOf: 100 * DAY }).customers).toEqual(['edge', 'new']);
    expect(firstTimeCustomers(LOG, { within: 30 - 1 / 86_400_000, asOf: 100 * DAY }).customers).toEqual(['new']);
    expect(firstTimeCustomers(LOG, { within: 30, asOf: 100 * DAY + 1 }).customers).toEqual(['new', 'now']);
  });

  test('are counted among all who had come by then', () => {
    expect(firstTimeCustomers(LOG, { within: 30, asOf: 100 * DAY })).toMatchObject({
      customersInAll: 3,
      definition: { within: 30, asOf: 100 * DAY },
    });
  });

  test('of a log without events are nobody', () => {
    const found = firstTimeCustomers(eventLogFromColumns({ customer: [], at: [] }), { within: 1, asOf: 0 });
    expect(found).toMatchObject({ customers: [], customersInAll: 0 });
  });

  test('are those without an event before these days, for any log', () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 1, max: 120 }), (rows, within) => {
        const before = rows.filter(({ at }) => at < AS_OF);
        const ids = [...new Set(rows.map(({ customer }) => customer))];
        const known = new Set(before.filter(({ at }) => at < AS_OF - within * DAY).map(({ customer }) => customer));
        const here = new Set(before.map(({ customer }) => customer));
        const found = firstTimeCustomers(orderLog(rows), { within, asOf: AS_OF });
        expect(found.customers).toEqual(ids.filter((id) => here.has(id) && !known.has(id)));
        expect(found.customersInAll).toBe(here.size);
      }),
      runs(200),
    );
  });

  test('of no days, of no instant, of another option and of no log are refused', () => {
    const ask =
      (options: unknown, log: unknown = LOG) =>
      () =>
        firstTimeCustomers(log as never, options as never);
    expect(refusalOf(ask({ within: 0, asOf: DAY })).message).toBe(
      'firstTimeCustomers: "within" must be a finite number above 0; received 0',
    );
    expect(refusalOf(ask({ within: 30 })).code).toBe('not-an-instant');
    expect(refusalOf(ask({ days: 30, asOf: DAY })).code).toBe('unknown-option');
    expect(refusalOf(ask({ within: 30, asOf: DAY }, null)).code).toBe('not-a-log');
  });
});
