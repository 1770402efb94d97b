import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import {
  type ActivePeriodCounts,
  type ActivePeriodOptions,
  activePeriodCounts,
} from '../../src/cohorts/activePeriodCounts.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { byCustomer, DAY, earliest, plainPeriods } from '../rates/periodOracle.ts';
import { anyCalendar, at, logOf, type Visit, visits } from './activityOracle.ts';
import { anyAsOf, anyEvents, reachesBack } from './cohortOracle.ts';

const exactly = ({ counts }: ActivePeriodCounts): number[] => counts.map((count) => count.exactly);

/** Ada on three days, twice on the first; Bob on one; Cyd before the others and after them. */
const log = visits(
  ['ada', '2024-01-05T08:00'],
  ['ada', '2024-01-05T20:00'],
  ['ada', '2024-01-06T08:00'],
  ['ada', '2024-01-08T23:59'],
  ['bob', '2024-01-06T00:00'],
  ['cyd', '2024-01-04T23:59'],
  ['cyd', '2024-01-09T00:00'],
);
const week = {
  period: 'day',
  from: at('2024-01-05T00:00'),
  to: at('2024-01-09T00:00'),
  asOf: at('2024-02-01T00:00'),
} as const;

describe('activePeriodCounts', () => {
  test('is one record for each number of days, from 1 to all of them, with state and definition', () => {
    expect(activePeriodCounts(log, week)).toStrictEqual({
      counts: [
        { activePeriods: 1, exactly: 1, atLeast: 2 },
        { activePeriods: 2, exactly: 0, atLeast: 1 },
        { activePeriods: 3, exactly: 1, atLeast: 1 },
        { activePeriods: 4, exactly: 0, atLeast: 0 },
      ],
      state: 'observed',
      definition: {
        ...{ period: 'day', timeZone: 'UTC', weekStartsOn: 'monday' },
        ...{ from: at('2024-01-05T00:00'), to: at('2024-01-09T00:00') },
        ...{ minimumEvents: 1, maximumEvents: undefined, asOf: at('2024-02-01T00:00') },
      },
    });
  });

  test('unless told, is about everything from the first event to asOf', () => {
    const { counts, state, definition } = activePeriodCounts(log, { period: 'day', asOf: at('2024-01-09T12:00') });
    expect(counts.map((count) => count.exactly)).toEqual([1, 1, 1, 0, 0, 0]);
    expect([state, definition.from, definition.to]).toEqual([
      ...['partial', at('2024-01-04T00:00'), at('2024-01-10T00:00')],
    ]);
  });

  test('periods are whole ones: events before from in the first one count, and those after to in the last', () => {
    const options = { ...week, from: at('2024-01-05T23:00'), to: at('2024-01-08T00:01') };
    expect(activePeriodCounts(log, options)).toStrictEqual(activePeriodCounts(log, week));
  });

  test('events at asOf and after it are not looked at, and the last period is partial until it is over', () => {
    const told = (asOf: string) => activePeriodCounts(log, { ...week, to: at('2024-01-08T12:00'), asOf: at(asOf) });
    expect([exactly(told('2024-01-08T23:59')), told('2024-01-08T23:59').state]).toEqual([[1, 1, 0, 0], 'partial']);
    expect([exactly(told('2024-01-09T00:00')), told('2024-01-09T00:00').state]).toEqual([[1, 0, 1, 0], 'observed']);
  });

  test('the first instant of the first period is in it', () => {
    const ninth = { ...week, from: at('2024-01-09T00:00'), to: at('2024-01-10T00:00') };
    expect(exactly(activePeriodCounts(log, ninth))).toEqual([1]);
  });

  test('with an end alone, periods begin with the first event, and there are none where that comes after the end', () => {
    const upTo = (to: string) => exactly(activePeriodCounts(log, { period: 'day', to: at(to), asOf: week.asOf }));
    expect([upTo('2024-01-06T00:00'), upTo('2024-01-01T00:00')]).toEqual([[2, 0], []]);
  });

  test('minimumEvents and maximumEvents say how many events make a period an active one, both inclusive', () => {
    const days = (options: object): number[] => exactly(activePeriodCounts(log, { ...week, ...options }));
    expect(days({ minimumEvents: 2 })).toEqual([1, 0, 0, 0]);
    expect(days({ minimumEvents: 3 })).toEqual([0, 0, 0, 0]);
    expect(days({ maximumEvents: 1 })).toEqual([1, 1, 0, 0]);
    expect(days({ minimumEvents: 2, maximumEvents: 2 })).toEqual([1, 0, 0, 0]);
    expect(days({ maximumEvents: 2 })).toEqual(days({}));
  });

  test('a log without events has no record of itself, and zeros where an interval is given', () => {
    expect(activePeriodCounts(logOf([]), { period: 'day', asOf: 0 })).toMatchObject({ counts: [], state: 'observed' });
    expect(exactly(activePeriodCounts(logOf([]), { period: 'day', from: 0, asOf: 2 * DAY }))).toEqual([0, 0]);
    expect(activePeriodCounts(log, { ...week, to: week.from }).counts).toEqual([]);
  });

  test('hours are periods, too: four events within the same day lie in three of its hours', () => {
    const day = visits(
      ['ada', '2024-01-05T08:00'],
      ['ada', '2024-01-05T08:59'],
      ['ada', '2024-01-05T09:00'],
      ['ada', '2024-01-05T11:30'],
    );
    const options = { period: 'hour', to: at('2024-01-05T12:00'), asOf: at('2024-01-06T00:00') } as const;
    expect(exactly(activePeriodCounts(day, options))).toEqual([0, 0, 1, 0]);
  });

  test('a day that the zone skipped is no day: the most days are those that there were', () => {
    const around = visits(['ada', '2011-12-30T09:59'], ['ada', '2011-12-30T10:00']);
    const options = { period: 'day', timeZone: 'Pacific/Apia', asOf: at('2011-12-31T10:00') } as const;
    expect(exactly(activePeriodCounts(around, options))).toEqual([0, 1]);
  });
});

describe('activePeriodCounts refuses', () => {
  const refuse = (options: object) =>
    refusalOf(() => activePeriodCounts(log, { ...week, ...options } as ActivePeriodOptions));

  test('a time to look at that ends before the log begins', () => {
    const refusal = refusalOf(() => activePeriodCounts(log, { period: 'day', asOf: 0 }));
    expect(refusal).toMatchObject({ code: 'after-as-of', path: ['asOf'] });
  });

  test('an end after asOf and a reversed interval, by name and value', () => {
    expect(refuse({ to: week.asOf + 1 }).message).toBe(
      'activePeriodCounts: "to" must be at or before "asOf" (2024-02-01T00:00:00.000Z); received 2024-02-01T00:00:00.001Z',
    );
    expect(refuse({ to: week.from - 1 })).toMatchObject({ code: 'reversed-interval', path: ['to'] });
  });

  test('numbers of events that are none, by name and value', () => {
    expect(refuse({ minimumEvents: 0 }).message).toBe(
      'activePeriodCounts: "minimumEvents" must be at least 1; received 0',
    );
    expect(refuse({ minimumEvents: 3, maximumEvents: 2 }).message).toBe(
      'activePeriodCounts: "maximumEvents" must be at least "minimumEvents" (3); received 2',
    );
    expect(refuse({ maximumEvents: 0 }).code).toBe('below-limit');
    for (const value of [1.5, -1, Number.NaN, Infinity, '2', null])
      for (const name of ['minimumEvents', 'maximumEvents'])
        expect(refuse({ [name]: value })).toMatchObject({ code: 'not-a-count', path: [name] });
  });

  test('what is no event log, instants that are none, unknown options, and more days than anyone can want', () => {
    expect(refusalOf(() => activePeriodCounts({} as never, week)).code).toBe('not-a-log');
    expect(refuse({ asOf: undefined })).toMatchObject({ code: 'not-an-instant', path: ['asOf'] });
    expect(refuse({ from: '2024-01-01' })).toMatchObject({ code: 'not-an-instant', path: ['from'] });
    expect(refuse({ timeZone: 'Mars/Olympus' }).code).toBe('unknown-time-zone');
    expect(refuse({ minimum: 2 }).code).toBe('unknown-option');
    expect(refuse({ from: Date.UTC(-3000, 0, 1) })).toMatchObject({
      ...{ code: 'too-many-periods', metric: 'activePeriodCounts' },
    });
  });
});

/** How many customers were active in 1, 2, … of some periods, by counting each one's events in each. */
function plainCounts(rows: readonly Visit[], options: ActivePeriodOptions, asOf: number): number[] {
  const { from, to = asOf, minimumEvents = 1, maximumEvents = Infinity, asOf: _, ...calendar } = options;
  const first = Number(from ?? Math.min(earliest(rows.map((row) => row.at)) ?? Infinity, Number(to)));
  const periods = plainPeriods(first, Number(to), calendar);
  const own = byCustomer(rows, (row) => row.at).map(
    (instants) =>
      periods.filter((one) => {
        const events = instants.filter((instant) => one.from <= instant && instant < one.to && instant < asOf).length;
        return minimumEvents <= events && events <= maximumEvents;
      }).length,
  );
  return periods.map((_, place) => own.filter((active) => active === place + 1).length);
}

describe('activePeriodCounts of any log', () => {
  const anyNeeded = fc.constantFrom<Partial<ActivePeriodOptions>[]>(
    ...[{}, { minimumEvents: 1 }, { minimumEvents: 2 }, { maximumEvents: 1 }],
    ...[{ minimumEvents: 2, maximumEvents: 3 }, { maximumEvents: 2 }],
  );

  test('is what counting by customer and period gives, whatever interval is asked for', () => {
    fc.assert(
      fc.property(
        ...[anyEvents, anyCalendar, anyAsOf, anyNeeded, fc.nat(200), fc.nat(100), fc.boolean()],
        (rows, calendar, asOf, needed, daysBack, days, hasEnds) => {
          fc.pre(reachesBack({ rows, asOf }));
          const to = asOf - days * DAY;
          const options = { ...calendar, ...needed, asOf, ...(hasEnds && { from: to - daysBack * DAY, to }) };
          expect(exactly(activePeriodCounts(logOf(rows), options))).toEqual(plainCounts(rows, options, asOf));
        },
      ),
      runs(50),
    );
  });

  test('at least n adds up those of exactly n and more: it never rises, and the first is all who were active', () => {
    fc.assert(
      fc.property(anyEvents, anyCalendar, anyAsOf, (rows, options, asOf) => {
        fc.pre(reachesBack({ rows, asOf }));
        const { counts } = activePeriodCounts(logOf(rows), { ...options, asOf });
        counts.forEach((count, place) => {
          expect(count.activePeriods).toBe(place + 1);
          expect(count.atLeast - (counts[place + 1]?.atLeast ?? 0)).toBe(count.exactly);
        });
        const seen = new Set(rows.filter((row) => row.at < asOf).map(({ customer }) => customer));
        expect(counts[0]?.atLeast ?? 0).toBe(seen.size);
      }),
      runs(30),
    );
  });
});

test('the shop: days of visits in a month, as counting by customer and day gives them', () => {
  const rows = generateShop().visits.map((visit) => ({ customer: visit.customer_id, at: Date.parse(visit.at) }));
  const from = earliest(rows.map((row) => row.at))! + 300 * DAY;
  const near = rows.filter((row) => Math.abs(row.at - from) < 60 * DAY);
  const options = {
    period: 'day',
    timeZone: 'Europe/Berlin',
    from,
    to: from + 30 * DAY,
    asOf: from + 31 * DAY,
  } as const;
  const counts = exactly(activePeriodCounts(logOf(rows), options));
  expect(counts.filter((count) => count > 0).length).toBeGreaterThan(3);
  expect(counts).toEqual(plainCounts(near, options, options.asOf));
});
