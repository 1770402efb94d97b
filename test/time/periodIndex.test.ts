import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodAt } from '../../src/time/periodAt.ts';
import { periodIndex } from '../../src/time/periodIndex.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { CalendarPeriod, PeriodOptions, Weekday } from '../../src/time/types.ts';
import { changesOf } from './changesOf.ts';
import { DAY, HOUR, intlReading, oracleStart } from './oracle.ts';
import { ZONES } from './zones.ts';

const PERIODS: readonly CalendarPeriod[] = ['day', 'week', 'month', 'quarter', 'year'];
const WEEKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const isoTexts = (instants: Iterable<number>): string[] => Array.from(instants, (at) => new Date(at).toISOString());

function boundariesOf(options: PeriodOptions, from: string, to: string): string[] {
  return isoTexts(periodIndex({ ...options, from: new Date(from), to: new Date(to) }).boundaries);
}

describe.each(ZONES)('%s, one second around every change of 60 years', (timeZone) => {
  const reading = intlReading(timeZone);
  const [from, to] = [Date.UTC(1970, 0, 1), Date.UTC(2030, 0, 1)];
  const changes = changesOf(timeZone, from + DAY, to - DAY);
  const instants = changes.length > 0 ? changes.flatMap((at) => [at - 1000, at + 1000]) : [from + DAY, to - DAY];

  test.each(PERIODS)('the %s by Intl is that of periodStart and of the index', (period) => {
    const index = periodIndex({ period, timeZone, from, to });
    for (const at of instants) {
      const start = oracleStart(reading, at, period);
      expect(periodStart(at, { period, timeZone })).toBe(start);
      expect(index.boundaries[periodAt(index, at)]).toBe(start);
    }
  });
});

describe('where the clock is changed at midnight', () => {
  test('Sao Paulo, 4 November 2018: the day starts at one, and lasts 23 hours', () => {
    const texts = boundariesOf(
      { period: 'day', timeZone: 'America/Sao_Paulo' },
      '2018-11-03T12:00Z',
      '2018-11-05T12:00Z',
    );
    expect(texts).toEqual([
      '2018-11-03T03:00:00.000Z',
      '2018-11-04T03:00:00.000Z',
      '2018-11-05T02:00:00.000Z',
      '2018-11-06T02:00:00.000Z',
    ]);
  });

  test('Damascus, 27 March 2020: the day starts at one', () => {
    const texts = boundariesOf({ period: 'day', timeZone: 'Asia/Damascus' }, '2020-03-26T12:00Z', '2020-03-27T12:00Z');
    expect(texts).toEqual(['2020-03-25T22:00:00.000Z', '2020-03-26T22:00:00.000Z', '2020-03-27T21:00:00.000Z']);
  });

  test('Havana, 1 November 2020: of the two midnights the first starts the day, which lasts 25 hours', () => {
    const texts = boundariesOf({ period: 'day', timeZone: 'America/Havana' }, '2020-11-01T12:00Z', '2020-11-01T12:01Z');
    expect(texts).toEqual(['2020-11-01T04:00:00.000Z', '2020-11-02T05:00:00.000Z']);
  });

  test("St John's, 29 October 2006: the day goes on while the clock, put back at 00:01, shows the day before", () => {
    const options = { period: 'day', timeZone: 'America/St_Johns' } as const;
    const shows28October = new Date('2006-10-29T02:45:00Z');
    expect(isoTexts([periodStart(shows28October, options)])).toEqual(['2006-10-29T02:30:00.000Z']);
    expect(isoTexts([addPeriods(shows28October, 1, options)])).toEqual(['2006-10-30T03:30:00.000Z']);
  });
});

describe('where the clock is changed at other times', () => {
  test('Casablanca goes back an hour for Ramadan: May 2019 starts at 23:00 UTC, June at midnight, July at 23:00', () => {
    const texts = boundariesOf(
      { period: 'month', timeZone: 'Africa/Casablanca' },
      '2019-05-15T00:00Z',
      '2019-06-15T00:00Z',
    );
    expect(texts).toEqual(['2019-04-30T23:00:00.000Z', '2019-06-01T00:00:00.000Z', '2019-06-30T23:00:00.000Z']);
  });

  test('Lord Howe puts its clock forward by half an hour: 4 October 2020 lasts 23 hours and a half', () => {
    const texts = boundariesOf(
      { period: 'day', timeZone: 'Australia/Lord_Howe' },
      '2020-10-03T20:00Z',
      '2020-10-03T20:01Z',
    );
    expect(texts).toEqual(['2020-10-03T13:30:00.000Z', '2020-10-04T13:00:00.000Z']);
  });

  test('Apia had no 30 December 2011: that day is of length zero, and lookup gives the 31st', () => {
    const index = periodIndex({
      period: 'day',
      timeZone: 'Pacific/Apia',
      from: new Date('2011-12-29T12:00Z'),
      to: new Date('2011-12-31T00:00Z'),
    });
    expect(isoTexts(index.boundaries)).toEqual([
      '2011-12-29T10:00:00.000Z',
      '2011-12-30T10:00:00.000Z',
      '2011-12-30T10:00:00.000Z',
      '2011-12-31T10:00:00.000Z',
    ]);
    expect(periodAt(index, Date.UTC(2011, 11, 30, 10) - 1)).toBe(0);
    expect(periodAt(index, Date.UTC(2011, 11, 30, 10))).toBe(2);
  });

  test('Kathmandu is 5 h 45 min ahead', () => {
    const texts = boundariesOf(
      { period: 'year', timeZone: 'Asia/Kathmandu' },
      '2024-06-01T00:00Z',
      '2024-06-02T00:00Z',
    );
    expect(texts).toEqual(['2023-12-31T18:15:00.000Z', '2024-12-31T18:15:00.000Z']);
  });
});

describe('which periods an index holds', () => {
  test('the first holds from, the last holds the last instant before to', () => {
    const texts = boundariesOf({ period: 'month' }, '2024-01-31T23:59:59.999Z', '2024-03-01T00:00:00.000Z');
    expect(texts.map((text) => text.slice(0, 10))).toEqual(['2024-01-01', '2024-02-01', '2024-03-01']);
  });

  test('one millisecond further is one month further', () => {
    const texts = boundariesOf({ period: 'month' }, '2024-01-31T23:59:59.999Z', '2024-03-01T00:00:00.001Z');
    expect(texts.at(-1)).toBe('2024-04-01T00:00:00.000Z');
  });

  test('an empty interval has no period, and the start of the one around it as boundary', () => {
    const at = Date.UTC(2024, 4, 5);
    const index = periodIndex({ period: 'month', from: at, to: at });
    expect([index.count, ...index.boundaries]).toEqual([0, Date.UTC(2024, 4, 1)]);
    expect([periodAt(index, Date.UTC(2024, 4, 1) - 1), periodAt(index, at)]).toEqual([-1, 0]);
  });

  test('months end on the 28th to the 31st, leap years or not', () => {
    const days = boundariesOf({ period: 'month' }, '2023-01-01T00:00Z', '2025-01-01T00:00Z').map(Date.parse);
    const lengths = days.slice(1).map((day, index) => (day - days[index]!) / DAY);
    expect(lengths).toEqual([
      ...[31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
      ...[31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
    ]);
  });

  test('29 February is a day of its own, and its year starts and ends on 1 January', () => {
    const texts = boundariesOf({ period: 'day' }, '2024-02-28T12:00Z', '2024-03-01T12:00Z');
    expect(texts.map((text) => text.slice(5, 10))).toEqual(['02-28', '02-29', '03-01', '03-02']);
    expect(addPeriods(new Date('2024-02-29T12:00Z'), 1, { period: 'year' })).toBe(Date.UTC(2025, 0, 1));
  });

  // 1 May 2024 was a Wednesday.
  test.each([
    ['monday', '2024-04-29'],
    ['tuesday', '2024-04-30'],
    ['wednesday', '2024-05-01'],
    ['thursday', '2024-04-25'],
    ['friday', '2024-04-26'],
    ['saturday', '2024-04-27'],
    ['sunday', '2024-04-28'],
  ] as const)('with weeks from %s, that of 1 May 2024 starts on %s', (weekStartsOn, date) => {
    const [first] = boundariesOf({ period: 'week', weekStartsOn }, '2024-05-01T00:00Z', '2024-05-01T12:00Z');
    expect(first).toBe(`${date}T00:00:00.000Z`);
  });

  test('weeks start on Monday and the zone is UTC unless told, and the index says so', () => {
    const { period, timeZone, weekStartsOn } = periodIndex({ period: 'week', from: 0, to: 1 });
    expect({ period, timeZone, weekStartsOn }).toEqual({ period: 'week', timeZone: 'UTC', weekStartsOn: 'monday' });
  });
});

describe('far from today', () => {
  test('years 0 to 99 are those years, not 1900 to 1999', () => {
    const texts = boundariesOf({ period: 'year' }, '0000-06-01T00:00:00Z', '0002-06-01T00:00:00Z');
    expect(texts.map((text) => text.slice(0, 10))).toEqual(['0000-01-01', '0001-01-01', '0002-01-01', '0003-01-01']);
  });

  test('before 1970 days start at midnight too, to the second of the local mean time', () => {
    const texts = boundariesOf(
      { period: 'day', timeZone: 'America/New_York' },
      '1850-01-01T12:00Z',
      '1850-01-01T13:00Z',
    );
    expect(texts).toEqual(['1850-01-01T04:56:02.000Z', '1850-01-02T04:56:02.000Z']);
  });

  test('the last day of Date is a day', () => {
    const index = periodIndex({ period: 'day', from: 8.64e15 - 1, to: 8.64e15 });
    expect([...index.boundaries]).toEqual([8.64e15 - DAY, 8.64e15]);
  });

  test('the first day of Date is a day', () => {
    const index = periodIndex({ period: 'day', from: -8.64e15, to: -8.64e15 + 1 });
    expect([...index.boundaries]).toEqual([-8.64e15, -8.64e15 + DAY]);
  });

  test.each([
    ['from', { period: 'year', from: -8.64e15, to: 0 }],
    ['to', { period: 'month', from: 8.64e15 - 1, to: 8.64e15 }],
    ['to', { period: 'day', timeZone: 'Asia/Tokyo', from: 8.64e15 - 2 * DAY, to: 8.64e15 }],
    ['to', { period: 'day', timeZone: 'America/New_York', from: 8.64e15 - DAY, to: 8.64e15 }],
  ] as const)('a period that is cut by the reach of Date is refused, by "%s"', (path, options) => {
    expect(() => periodIndex(options)).toThrow(expect.objectContaining({ code: 'not-an-instant', path: [path] }));
  });

  test('more than 1048576 periods are refused before any work', () => {
    const format = vi.spyOn(Intl.DateTimeFormat.prototype as { format: unknown }, 'format', 'get');
    const options = { period: 'day', timeZone: 'Asia/Tokyo', from: 0 } as const;
    expect(() => periodIndex({ ...options, to: 2 ** 20 * DAY })).toThrow(
      expect.objectContaining({ code: 'too-many-periods', path: ['to'] }),
    );
    expect(format.mock.calls.length).toBeLessThan(20);
    format.mockRestore();
  });

  test('exactly 1048576 periods are allowed', () => {
    expect(periodIndex({ period: 'day', from: 0, to: 2 ** 20 * DAY }).count).toBe(2 ** 20);
  });

  test('a span in which milliseconds cannot be told apart any more is refused', () => {
    expect(() => periodIndex({ period: 'year', from: -8e15, to: 8e15 })).toThrow(
      expect.objectContaining({ code: 'too-many-periods' }),
    );
  });
});

describe('laws', () => {
  const zones = fc.constantFrom('UTC', ...ZONES);
  const instants = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2040, 0, 1) });
  const options = fc.record({
    period: fc.constantFrom(...PERIODS),
    timeZone: zones,
    weekStartsOn: fc.constantFrom(...WEEKDAYS),
  });

  test('an instant is at or after the start of its period and before the start of the next', () => {
    fc.assert(
      fc.property(instants, options, (at, calendar) => {
        expect(periodStart(at, calendar)).toBeLessThanOrEqual(at);
        expect(addPeriods(at, 1, calendar)).toBeGreaterThan(at);
      }),
      { numRuns: 300 },
    );
  });

  test('the start of a period by Intl is that of periodStart, for weeks from any weekday', () => {
    fc.assert(
      fc.property(instants, options, (at, calendar) => {
        const firstWeekday = (WEEKDAYS.indexOf(calendar.weekStartsOn) + 1) % 7;
        const start = oracleStart(intlReading(calendar.timeZone), at, calendar.period, firstWeekday);
        expect(periodStart(at, calendar)).toBe(start);
      }),
      { numRuns: 300 },
    );
  });

  test('boundary k of an index is the period of from, and k more', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 300 * DAY }),
        options,
        fc.nat(),
        (from, length, calendar, nth) => {
          const index = periodIndex({ ...calendar, from, to: from + length });
          const place = nth % (index.count + 1);
          expect(index.boundaries[place]).toBe(addPeriods(from, place, calendar));
          expect(index.boundaries[0]).toBe(periodStart(from, calendar));
          expect(periodAt(index, from)).toBe(0);
          expect(periodAt(index, from + length - 1)).toBe(index.count - 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('boundaries never decrease', () => {
    fc.assert(
      fc.property(instants, options, (from, calendar) => {
        const { boundaries } = periodIndex({ ...calendar, from, to: from + 200 * DAY });
        expect(boundaries).toEqual(boundaries.slice().sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('what an index is', () => {
  test('plain data: the calendar, the count, two typed arrays and a number', () => {
    const index = periodIndex({ period: 'day', from: 0, to: DAY + HOUR });
    expect(Object.getPrototypeOf(index)).toBe(Object.prototype);
    expect(structuredClone(index)).toEqual(index);
    expect(Object.keys(index)).toEqual([
      ...['period', 'timeZone', 'weekStartsOn'],
      ...['count', 'boundaries', 'cells', 'cellWidth'],
    ]);
  });

  test('UTC asks nothing of Intl', () => {
    vi.stubGlobal('Intl', undefined);
    try {
      expect(periodIndex({ period: 'week', from: 0, to: DAY }).count).toBe(1);
      expect(addPeriods(0, -1, { period: 'quarter', timeZone: 'UTC' })).toBe(Date.UTC(1969, 9, 1));
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('options are not changed, and may be frozen', () => {
    const options = Object.freeze({ period: 'month', from: Object.freeze(new Date(0)), to: 1 } as const);
    expect(periodIndex(options).count).toBe(1);
  });
});
