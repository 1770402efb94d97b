import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customersBefore } from '../../src/log/customersBefore.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { runs } from '../laws/runs.ts';

describe('customersBefore', () => {
  test('an event at the very instant is not before it', () => {
    const log = eventLogFromColumns({ customer: ['ada', 'ada', 'bob'], at: [1, 5, 5] });
    expect(customersBefore(log, 5)).toEqual({
      customers: ['ada'],
      start: Int32Array.of(0),
      end: Int32Array.of(1),
    });
    expect(customersBefore(log, 6)).toEqual({
      customers: ['ada', 'bob'],
      start: Int32Array.of(0, 2),
      end: Int32Array.of(2, 3),
    });
  });

  test('tells the same as sifting the rows', () => {
    const anyRows = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(anyRows, fc.integer({ min: -1, max: 11 }), (rows, asOf) => {
        const log = eventLogFromColumns({ customer: rows.map(([who]) => `c${who}`), at: rows.map(([, at]) => at) });
        const { customers, start, end } = customersBefore(log, asOf);
        const found = customers.map((customer, place) => [customer, [...log.at.subarray(start[place], end[place])]]);
        const early = rows.filter(([, at]) => at < asOf);
        const expected = log.customers
          .map((customer) => ({ customer, own: early.filter(([who]) => `c${who}` === customer) }))
          .filter(({ own }) => own.length > 0)
          .map(({ customer, own }) => [customer, own.map(([, at]) => at).sort()]);
        expect(found).toEqual(expected);
      }),
      runs(200),
    );
  });
});
