import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActiveDayOptions, activeDayTotals } from '../../src/cohorts/activeDayTotals.ts';
import { activePeriodCounts } from '../../src/cohorts/activePeriodCounts.ts';
import { stickinessRatio } from '../../src/cohorts/stickinessRatio.ts';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { DAY, HOUR } from '../rates/periodOracle.ts';
import { at, logOf, type Visit, visits } from './activityOracle.ts';
import { anyAsOf, anyEvents, reachesBack, ZONES } from './cohortOracle.ts';

const log = visits(
  ['ada', '2024-01-05T08:00'],
  ['ada', '2024-01-05T20:00'],
  ['ada', '2024-01-06T08:00'],
  ['ada', '2024-01-08T09:00'],
  ['bob', '2024-01-06T00:00'],
  ['bob', '2024-01-08T00:00'],
  ['cyd', '2024-01-04T23:59'],
  ['dan', '2024-01-09T12:00'],
);
const totals = (options: Partial<ActiveDayOptions>) =>
  activeDayTotals(log, { asOf: at('2024-01-09T15:00'), ...options });

describe('activeDayTotals', () => {
  test('is the active days and customers of the last whole days, with state and definition', () => {
    // Ada on the 5th, 6th and 8th, Bob on the 6th and 8th; Cyd came before, Dan on the day of asOf.
    expect(totals({ days: 4 })).toStrictEqual({
      ...{ activeDays: 5, days: 4, activeCustomers: 2, state: 'observed' },
      definition: {
        ...{ timeZone: 'UTC', from: at('2024-01-05T00:00'), to: at('2024-01-09T00:00') },
        asOf: at('2024-01-09T15:00'),
      },
    });
  });

  test('goes straight into stickinessRatio: on 5 of 8 days each of two customers was there', () => {
    expect(stickinessRatio(totals({ days: 4 }))).toBe(5 / 8);
  });

  test('the day of asOf is not looked at until it is over', () => {
    const whole = totals({ days: 4 });
    for (const asOf of ['2024-01-09T00:00', '2024-01-09T23:59']) {
      const { activeDays, activeCustomers, definition } = totals({ days: 4, asOf: at(asOf) });
      expect([activeDays, activeCustomers, definition.to]).toEqual([5, 2, whole.definition.to]);
    }
    expect(totals({ days: 4, asOf: at('2024-01-10T00:00') })).toMatchObject({ activeDays: 5, activeCustomers: 3 });
  });

  test('looks at 28 days unless told', () => {
    const { days, definition } = totals({});
    expect([days, (definition.to - definition.from) / DAY]).toEqual([28, 28]);
  });

  test('is partial where the log may begin after the first of the days', () => {
    const state = (days: number) => totals({ days }).state;
    expect([state(4), state(5), state(6), state(28)]).toEqual(['observed', 'observed', 'partial', 'partial']);
    const midnight = visits(['ada', '2024-01-05T00:00']);
    const since = (days: number) => activeDayTotals(midnight, { days, asOf: at('2024-01-07T00:00') }).state;
    expect([since(2), since(3)]).toEqual(['observed', 'partial']);
    expect(activeDayTotals(logOf([]), { asOf: 0 })).toMatchObject({
      activeDays: 0,
      activeCustomers: 0,
      state: 'partial',
    });
  });

  test('days are those of the zone', () => {
    const evenings = visits(['ada', '2024-01-06T00:30'], ['ada', '2024-01-06T15:00']);
    const days = (timeZone: string): number =>
      activeDayTotals(evenings, { timeZone, asOf: at('2024-01-08T12:00') }).activeDays;
    expect([days('UTC'), days('America/New_York')]).toEqual([1, 2]);
  });

  test('a day that the zone skipped is none of them, and the one before is looked at instead', () => {
    const around = visits(['ada', '2011-12-28T12:00'], ['ada', '2011-12-30T09:59'], ['ada', '2011-12-30T10:00']);
    const options = { timeZone: 'Pacific/Apia', asOf: at('2011-12-31T10:00'), days: 2 };
    expect(activeDayTotals(around, options)).toMatchObject({
      ...{ activeDays: 2, days: 2, definition: { from: at('2011-12-29T10:00'), to: at('2011-12-31T10:00') } },
    });
  });

  test('a day of 48 hours is one: Alaska went back by a date in October 1867', () => {
    const asOf = at('1867-10-26T12:00');
    const long = activeDayTotals(visits(['ada', '1867-01-01T00:00']), { timeZone: 'America/Juneau', asOf, days: 10 });
    expect((long.definition.to - long.definition.from) / DAY).toBe(11);
    expect(long.definition).toEqual(plainTotals([], asOf, 10, 'America/Juneau').definition);
  });

  test('the first instant of a day belongs to it', () => {
    const day = visits(['ada', '2024-01-08T00:00'], ['ada', '2024-01-08T10:00'], ['ada', '2024-01-09T00:00']);
    expect(activeDayTotals(day, { days: 1, asOf: at('2024-01-09T15:00') })).toMatchObject({ activeDays: 1 });
    expect(activeDayTotals(day, { days: 2, asOf: at('2024-01-10T00:00') })).toMatchObject({ activeDays: 2 });
  });

  test('a single day is one', () => {
    expect(totals({ days: 1 })).toMatchObject({ activeDays: 2, days: 1, activeCustomers: 2 });
  });
});

describe('activeDayTotals refuses', () => {
  const refuse = (options: object) =>
    refusalOf(() => activeDayTotals(log, { asOf: at('2024-02-01T00:00'), ...options } as never));

  test('a time to look at that ends before the log begins', () => {
    const refusal = refusalOf(() => activeDayTotals(log, { days: 7, asOf: 0 }));
    expect(refusal).toMatchObject({ code: 'after-as-of', path: ['asOf'] });
  });

  test('numbers of days that are none, by name and value', () => {
    expect(refuse({ days: 0 }).message).toBe('activeDayTotals: "days" must be at least 1; received 0');
    expect(refuse({ days: 36_526 })).toMatchObject({ code: 'too-many-periods', path: ['days'] });
    for (const value of [1.5, -1, Number.NaN, Infinity, '2', null])
      expect(refuse({ days: value })).toMatchObject({ code: 'not-a-count', path: ['days'] });
  });

  test('what is no event log, instants that are none, zones that are none, and unknown options', () => {
    expect(refusalOf(() => activeDayTotals({} as never, { asOf: 0 })).code).toBe('not-a-log');
    expect(refuse({ asOf: undefined })).toMatchObject({ code: 'not-an-instant', path: ['asOf'] });
    expect(refuse({ timeZone: 'Mars/Olympus' }).code).toBe('unknown-time-zone');
    expect(refuse({ period: 'day' }).code).toBe('unknown-option');
    expect(refuse({ asOf: -8.64e15 })).toMatchObject({ code: 'not-an-instant', metric: 'activeDayTotals' });
  });
});

/** The totals by sets of customers and of days, each day found by where it starts. */
function plainTotals(rows: readonly Visit[], asOf: number, days: number, timeZone: string) {
  const options = { period: 'day', timeZone } as const;
  const starts: number[] = [];
  for (let back = 0; starts.length <= days; back--) {
    const start = addPeriods(asOf, back, options);
    if (start < addPeriods(asOf, back + 1, options)) starts.unshift(start);
  }
  const [from, to] = [starts[0]!, starts.at(-1)!];
  const own = rows.filter((row) => from <= row.at && row.at < to);
  return {
    activeDays: new Set(own.map((row) => `${row.customer} ${periodStart(row.at, options)}`)).size,
    activeCustomers: new Set(own.map(({ customer }) => customer)).size,
    definition: { timeZone, from, to, asOf },
  };
}

describe('activeDayTotals of any log', () => {
  const anyDays = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 40 }));

  test('is what sets of customers and days count', () => {
    fc.assert(
      fc.property(anyEvents, anyAsOf, anyDays, fc.constantFrom(...ZONES), (rows, asOf, days, timeZone) => {
        fc.pre(reachesBack({ rows, asOf }));
        const told = activeDayTotals(logOf(rows), { asOf, days, timeZone });
        expect(told).toMatchObject(plainTotals(rows, asOf, days, timeZone));
        expect(told.days).toBe(days);
      }),
      runs(50),
    );
  });

  test('is the mean of activePeriodCounts over the same days', () => {
    fc.assert(
      fc.property(anyEvents, anyAsOf, anyDays, (rows, asOf, days) => {
        fc.pre(reachesBack({ rows, asOf }));
        const told = activeDayTotals(logOf(rows), { asOf, days });
        const { from, to } = told.definition;
        const { counts } = activePeriodCounts(logOf(rows), { period: 'day', from, to, asOf });
        expect(told.activeDays).toBe(counts.reduce((sum, count) => sum + count.activePeriods * count.exactly, 0));
        expect(told.activeCustomers).toBe(counts[0]!.atLeast);
      }),
      runs(30),
    );
  });

  test('its ratio lies between one day in all and every day', () => {
    fc.assert(
      fc.property(anyEvents, anyAsOf, anyDays, (rows, asOf, days) => {
        fc.pre(reachesBack({ rows, asOf }));
        const ratio = stickinessRatio(activeDayTotals(logOf(rows), { asOf: asOf + 5 * HOUR, days }));
        if (!Number.isNaN(ratio)) expect(ratio).toBeGreaterThanOrEqual(1 / days);
      }),
      runs(30),
    );
  });
});
