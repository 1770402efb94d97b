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
      firstDayAmount: Float64Array.of(5, 25),
      definition: { timeZone: 'UTC', currency: undefined },
    });
  });

  test('says NaN for sums and means where the log has no amounts', () => {
    const log = eventLogFromColumns({ customer: [1, 2], at: [1, 2] });
    const { amountSum, amountMean, firstDayAmount } = customerSummaries(log);
    for (const column of [amountSum, amountMean, firstDayAmount])
      expect(column).toEqual(Float64Array.of(Number.NaN, Number.NaN));
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
          const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
          const firstDay = dayOf(Math.min(...times));
          const paidFirst = events.reduce((sum, [at, amount]) => (dayOf(at) === firstDay ? sum + amount : sum), 0);
          expect(summaries.firstDayAmount[place]).toBe(paidFirst);
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

describe('the amount of the first day', () => {
  test('is of all events of that day of the zone, and of no other day', () => {
    const at = ['2024-01-05T03:00Z', '2024-01-05T04:59:59.999Z', '2024-01-05T05:00Z'].map((text) => Date.parse(text));
    const log = eventLogFromColumns({ customer: [1, 1, 1], at, amount: [1, 2, 4] });
    const firstDay = (timeZone: string): number => customerSummaries(log, { timeZone }).firstDayAmount[0]!;
    expect([firstDay('America/New_York'), firstDay('UTC')]).toEqual([3, 7]);
  });

  test('leaves what was spent on repeated purchase days, whose mean models of spending take', () => {
    const day = 86_400_000;
    const log = eventLogFromColumns({
      customer: [1, 1, 1, 1],
      at: [0, 5000, 2 * day, 3 * day],
      amount: [10, 20, 40, 60],
    });
    const { amountSum, firstDayAmount, distinctDays } = customerSummaries(log);
    expect((amountSum[0]! - firstDayAmount[0]!) / (distinctDays[0]! - 1)).toBe((40 + 60) / 2);
  });
});

describe('days of UTC', () => {
  test('are told before 1970 and as far from it as instants go', () => {
    const columns = (at: number[]) => eventLogFromColumns({ customer: at.map(() => 1), at });
    const days = (at: number[]): number => customerSummaries(columns(at)).distinctDays[0]!;
    expect(days([-1, 0])).toBe(2);
    expect(days([-86_400_000, -1])).toBe(1);
    expect(days([8.64e15 - 86_400_001, 8.64e15 - 86_400_000, 8.64e15 - 86_399_999])).toBe(2);
    expect(days([-8.64e15, -8.64e15 + 86_399_999, -8.64e15 + 86_400_000])).toBe(2);
  });

  test('are those of any other zone that never leaves it', () => {
    const at = fc.array(fc.integer({ min: -4e9, max: 4e9 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(at, (list) => {
        const log = eventLogFromColumns({ customer: list.map(() => 1), at: list });
        const { distinctDays } = customerSummaries(log, { timeZone: 'Etc/UTC' });
        expect(customerSummaries(log, { timeZone: 'UTC' }).distinctDays).toEqual(distinctDays);
      }),
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
