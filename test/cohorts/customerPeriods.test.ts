import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerPeriods } from '../../src/cohorts/customerPeriods.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { events } from './cohortOracle.ts';
import { anyCut, plainPeriods, rowsOf } from './shards.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Ada on day 0 twice and on day 2, Bob on day 1, Ada on day 5. */
const log = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada', 'ada', 'ada'],
  at: [9 * HOUR, DAY, 2 * DAY + HOUR, 0, 5 * DAY],
  amount: [10, 40, 20, 5, 80],
});

describe('customerPeriods', () => {
  test('has a row for each customer and period with an event, by customer and in order of time', () => {
    const periods = customerPeriods(log, { period: 'day', asOf: 4 * DAY });
    expect(periods).toStrictEqual({
      customers: ['ada', 'bob'],
      offsets: Int32Array.of(0, 2, 3),
      start: Float64Array.of(0, 2 * DAY, DAY),
      firstAt: Float64Array.of(0, 2 * DAY + HOUR, DAY),
      lastAt: Float64Array.of(9 * HOUR, 2 * DAY + HOUR, DAY),
      events: Int32Array.of(2, 1, 1),
      amount: Float64Array.of(15, 20, 40),
      lost: Float64Array.of(0, 0, 0),
      definition: { period: 'day', timeZone: 'UTC', weekStartsOn: 'monday', asOf: 4 * DAY, currency: undefined },
    });
  });

  test('looks at no event from asOf on: who came then is not there', () => {
    expect(customerPeriods(log, { period: 'day', asOf: DAY }).customers).toEqual(['ada']);
    expect(customerPeriods(log, { period: 'day', asOf: DAY + 1 }).customers).toEqual(['ada', 'bob']);
  });

  test('of a part of which all is later, and of nothing, has no rows: parts by time may be empty', () => {
    for (const none of [
      customerPeriods(log, { period: 'day', asOf: 0 }),
      customerPeriods(log, { period: 'day', asOf: -5 }),
    ])
      expect([none.customers, none.offsets, none.start]).toEqual([[], Int32Array.of(0), new Float64Array(0)]);
    const nothing = customerPeriods(eventLogFromColumns({ customer: [], at: [] }), { period: 'day', asOf: 0 });
    expect([nothing.customers, nothing.offsets.length, nothing.amount]).toEqual([[], 1, undefined]);
  });

  test('states the currency of its rows, and none where it has none', () => {
    const euros = eventLogFromColumns({ customer: ['ada'], at: [5], amount: [1], currency: ['EUR'] });
    expect(customerPeriods(euros, { period: 'day', asOf: 6 }).definition.currency).toBe('EUR');
    expect(customerPeriods(euros, { period: 'day', asOf: 5 }).definition.currency).toBeUndefined();
  });

  test('has no amounts where the log has none', () => {
    const { amount, lost, events: counts } = customerPeriods(withoutAmounts(log), { period: 'day', asOf: 4 * DAY });
    expect([amount, lost, counts]).toEqual([undefined, undefined, Int32Array.of(2, 1, 1)]);
  });

  test('keeps what rounding loses of a sum beside it', () => {
    // 1e16 + 1 + 1 is 1e16 where each sum is rounded, as doubles there are 2 apart and 1 is half of that.
    const large = eventLogFromColumns({ customer: ['ada', 'ada', 'ada'], at: [1, 2, 3], amount: [1e16, 1, 1] });
    const { amount, lost } = customerPeriods(large, { period: 'day', asOf: 4 });
    expect([amount, lost]).toEqual([Float64Array.of(1e16), Float64Array.of(2)]);
  });

  test('tells of random logs what sets of their rows tell, in any calendar', () => {
    let several = 0;
    fc.assert(
      fc.property(anyCut, ({ rows, calendar, asOf }) => {
        const periods = customerPeriods(deepFrozen(events(rows)), deepFrozen({ ...calendar, asOf }));
        expect(rowsOf(periods)).toEqual(plainPeriods(rows, calendar, asOf));
        expect(periods.customers.length).toBe(periods.offsets.length - 1);
        if (periods.start.length > 4) several++;
      }),
      runs(80),
    );
    expect(several).toBeGreaterThan(24);
  });
});

describe('customerPeriods refuses', () => {
  const refusal = (call: () => unknown) => {
    const { code, metric, path } = refusalOf(call);
    return [metric, code, path];
  };

  test('a log of several currencies, options that there are not, and more periods than fit memory', () => {
    const mixed = eventLogFromColumns({ customer: [1, 1], at: [1, 2], amount: [1, 1], currency: ['EUR', 'USD'] });
    const old = eventLogFromColumns({ customer: ['ada'], at: [Date.UTC(-3000, 0)] });
    const day = { period: 'day', asOf: 5 } as const;
    expect(refusal(() => customerPeriods(mixed, day))).toEqual([
      ...['customerPeriods', 'mixed-currencies', ['log', 'currency']],
    ]);
    expect(refusal(() => customerPeriods(log, { ...day, entry: 'recurring' } as never))[1]).toBe('unknown-option');
    expect(refusal(() => customerPeriods(log, { ...day, timeZone: 'Mars/Base' }))[1]).toBe('unknown-time-zone');
    expect(refusal(() => customerPeriods(log, { period: 'day' } as never))[1]).toBe('not-an-instant');
    expect(refusal(() => customerPeriods(old, day)).slice(0, 2)).toEqual(['customerPeriods', 'too-many-periods']);
  });
});
