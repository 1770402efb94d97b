import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerSummaries } from '../../src/log/customerSummaries.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { ZONES } from '../time/zones.ts';

/** The day that a clock in a zone shows, as Intl writes it. */
function dayIn(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => format.format(at);
}

function daysOf(at: readonly string[], timeZone?: string): number {
  const log = eventLogFromColumns({ customer: at.map(() => 'ada'), at: at.map((text) => Date.parse(text)) });
  return customerSummaries(log, timeZone === undefined ? {} : { timeZone }).distinctDays[0]!;
}

describe('the summary of a customer', () => {
  const log = eventLogFromColumns({
    customer: ['ada', 'bob', 'ada', 'ada'],
    at: [Date.UTC(2024, 0, 5), Date.UTC(2024, 0, 7), Date.UTC(2024, 0, 5, 18), Date.UTC(2024, 0, 2)],
    amount: [10, 25, 30, 5],
  });

  test('says when they came first and last, how often, on how many days, and what they paid', () => {
    expect(customerSummaries(log)).toEqual({
      customers: ['ada', 'bob'],
      firstAt: Float64Array.of(Date.UTC(2024, 0, 2), Date.UTC(2024, 0, 7)),
      lastAt: Float64Array.of(Date.UTC(2024, 0, 5, 18), Date.UTC(2024, 0, 7)),
      eventCount: Int32Array.of(3, 1),
      distinctDays: Int32Array.of(2, 1),
      amountSum: Float64Array.of(45, 25),
      amountMean: Float64Array.of(15, 25),
      definition: { timeZone: 'UTC', currency: undefined },
    });
  });

  test('says NaN for sums and means where the log has no amounts', () => {
    const { amountSum, amountMean } = customerSummaries(eventLogFromColumns({ customer: [1, 2], at: [1, 2] }));
    expect([amountSum, amountMean]).toEqual([
      Float64Array.of(Number.NaN, Number.NaN),
      Float64Array.of(Number.NaN, Number.NaN),
    ]);
  });

  test('adds up without losing what rounding would take', () => {
    const amount = [1e16, 1, 1, 1, 1];
    const big = eventLogFromColumns({ customer: amount.map(() => 1), at: amount.map(() => 1), amount });
    expect(customerSummaries(big).amountSum[0]).toBe(1e16 + 4);
  });

  test('counts a refund that was kept with its sign', () => {
    const columns = { customer: [1, 1], at: [1, 2], amount: [10, -4] };
    expect(customerSummaries(eventLogFromColumns(columns, { refunds: 'keep' })).amountSum).toEqual(Float64Array.of(6));
  });

  test('of no customers is empty columns', () => {
    const summaries = customerSummaries(eventLogFromColumns({ customer: [], at: [], amount: [] }));
    expect(summaries).toMatchObject({ customers: [], eventCount: new Int32Array(0) });
  });

  test('is what a map of arrays gives, for any log', () => {
    const row = fc.tuple(fc.nat(5), fc.integer({ min: -5e10, max: 5e10 }), fc.nat(1000));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const groups = new Map<number, [number, number][]>();
        for (const [customer, at, amount] of rows)
          groups.set(customer, [...(groups.get(customer) ?? []), [at, amount]]);
        const summaries = customerSummaries(
          eventLogFromColumns({
            customer: rows.map(([customer]) => customer),
            at: rows.map(([, at]) => at),
            amount: rows.map(([, , amount]) => amount),
          }),
        );
        expect(summaries.customers).toEqual([...groups.keys()]);
        [...groups.values()].forEach((events, place) => {
          const times = events.map(([at]) => at);
          const paid = events.reduce((sum, [, amount]) => sum + amount, 0);
          expect(summaries.firstAt[place]).toBe(Math.min(...times));
          expect(summaries.lastAt[place]).toBe(Math.max(...times));
          expect(summaries.eventCount[place]).toBe(events.length);
          expect(summaries.distinctDays[place]).toBe(new Set(times.map((at) => Math.floor(at / 86_400_000))).size);
          expect(summaries.amountSum[place]).toBe(paid);
          expect(summaries.amountMean[place]).toBe(paid / events.length);
        });
      }),
    );
  });
});

describe('distinct days', () => {
  test('are days of the calendar, not stretches of 24 hours', () => {
    expect(daysOf(['2024-01-05T00:00Z', '2024-01-05T23:59:59.999Z'])).toBe(1);
    expect(daysOf(['2024-01-05T23:59:59.999Z', '2024-01-06T00:00Z'])).toBe(2);
  });

  test('are those of the zone told', () => {
    const events = ['2024-01-05T03:00Z', '2024-01-05T06:00Z'];
    expect([daysOf(events), daysOf(events, 'America/New_York'), daysOf(events, 'Asia/Tokyo')]).toEqual([1, 2, 1]);
  });

  test('of 23 and 25 hours are days like others', () => {
    const spring = ['2024-03-30T23:00Z', '2024-03-31T21:59Z', '2024-03-31T22:00Z'];
    expect(daysOf(spring, 'Europe/Berlin')).toBe(2);
    const autumn = ['2024-10-26T22:00Z', '2024-10-27T22:59Z', '2024-10-27T23:00Z'];
    expect(daysOf(autumn, 'Europe/Berlin')).toBe(2);
  });

  test('do not count a day that the zone skipped', () => {
    expect(daysOf(['2011-12-30T09:59Z', '2011-12-30T10:00Z'], 'Pacific/Apia')).toBe(2);
  });

  test('are the different texts that Intl writes, in any zone', () => {
    const dayOf = new Map(ZONES.map((zone) => [zone, dayIn(zone)]));
    const hours = fc.array(fc.nat(24 * 40), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 1972, max: 2037 }),
        fc.nat(11),
        hours,
        (zone, year, month, list) => {
          const at = list.map((hour) => Date.UTC(year, month, 1) + hour * 3_600_000);
          const log = eventLogFromColumns({ customer: at.map(() => 'ada'), at });
          const expected = new Set(at.map(dayOf.get(zone)!)).size;
          expect(customerSummaries(log, { timeZone: zone }).distinctDays[0]).toBe(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a summary that would be wrong', () => {
  const columns = { customer: [1, 1], at: [1, 2], amount: [5, 6] };

  test('because amounts are of several currencies is refused, and they are named', () => {
    const log = eventLogFromColumns({ ...columns, currency: ['EUR', 'USD'] });
    expect(refusalOf(() => customerSummaries(log))).toMatchObject({
      code: 'mixed-currencies',
      metric: 'customerSummaries',
      path: ['log', 'currency'],
      received: '"EUR, USD"',
    });
  });

  test('is not refused where a dictionary lists currencies that no row has', () => {
    const currency = { codes: [1, 1], values: ['USD', 'EUR', 'GBP'] };
    expect(customerSummaries(eventLogFromColumns({ ...columns, currency })).definition.currency).toBe('EUR');
  });

  test('because a zone, an option or the log is none is refused', () => {
    const log = eventLogFromColumns(columns);
    expect(refusalOf(() => customerSummaries(log, { timeZone: 'Mars/Base' })).code).toBe('unknown-time-zone');
    expect(refusalOf(() => customerSummaries(log, { timezone: 'UTC' } as never)).code).toBe('unknown-option');
    expect(refusalOf(() => customerSummaries({} as never)).code).toBe('not-a-log');
  });
});
