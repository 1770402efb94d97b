import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodIndex } from '../../src/time/periodIndex.ts';
import { periodLabel } from '../../src/time/periodLabel.ts';
import { periodLabels } from '../../src/time/periodLabels.ts';

const DAY = 86_400_000;

/** ISO week by its definition: weeks start on Monday, and week 1 holds 4 January. Years from 100 on. */
function isoWeek(date: Date): string {
  const monday = (year: number) => {
    const fourth = Date.UTC(year, 0, 4);
    return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
  };
  const year = [1, 0, -1].map((off) => date.getUTCFullYear() + off).find((y) => monday(y) <= date.getTime())!;
  const week = 1 + Math.floor((date.getTime() - monday(year)) / (7 * DAY));
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

describe('the name of a period', () => {
  const at = new Date('2024-03-01T12:00:00Z');

  test('is its ISO date, week, month, or year, or the quarter of the year', () => {
    expect(periodLabel(at, { period: 'day' })).toBe('2024-03-01');
    expect(periodLabel(at, { period: 'week' })).toBe('2024-W09');
    expect(periodLabel(at, { period: 'month' })).toBe('2024-03');
    expect(periodLabel(at, { period: 'quarter' })).toBe('2024-Q1');
    expect(periodLabel(at, { period: 'year' })).toBe('2024');
  });

  test('of a week that starts on another day than Monday is its first date', () => {
    expect(periodLabel(at, { period: 'week', weekStartsOn: 'sunday' })).toBe('week of 2024-02-25');
    expect(periodLabel(at, { period: 'week', weekStartsOn: 'saturday' })).toBe('week of 2024-02-24');
  });

  test.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2025-01-01', '2025-W01'],
    ['2027-01-01', '2026-W53'],
  ])('of the week of %s is %s', (date, label) => {
    expect(periodLabel(new Date(date), { period: 'week' })).toBe(label);
  });

  test('of any week is the one of its definition', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0101-01-01'), max: new Date('9998-01-01'), noInvalidDate: true }),
        (date) => {
          expect(periodLabel(date, { period: 'week' })).toBe(isoWeek(date));
        },
      ),
    );
  });

  test.each([
    [1, '2024-Q1'],
    [3, '2024-Q1'],
    [4, '2024-Q2'],
    [6, '2024-Q2'],
    [7, '2024-Q3'],
    [9, '2024-Q3'],
    [10, '2024-Q4'],
    [12, '2024-Q4'],
  ])('of the quarter with month %i is %s', (month, label) => {
    expect(periodLabel(Date.UTC(2024, month - 1, 28), { period: 'quarter' })).toBe(label);
  });

  test('is by the clock of the zone', () => {
    const newYear = new Date('2024-01-01T03:00:00Z');
    expect(periodLabel(newYear, { period: 'year', timeZone: 'America/New_York' })).toBe('2023');
    expect(periodLabel(newYear, { period: 'day', timeZone: 'America/New_York' })).toBe('2023-12-31');
    expect(periodLabel(newYear, { period: 'year', timeZone: 'Asia/Tokyo' })).toBe('2024');
  });

  test('is that of the period which has begun, also where the clock was put back over its midnight', () => {
    const shows28October = new Date('2006-10-29T02:45:00Z');
    expect(periodLabel(shows28October, { period: 'day', timeZone: 'America/St_Johns' })).toBe('2006-10-29');
  });

  test('has four digits for years 0 to 9999, else six and a sign', () => {
    expect(periodLabel(new Date('0033-04-03T00:00:00Z'), { period: 'month' })).toBe('0033-04');
    expect(periodLabel(new Date('+012345-04-03T00:00:00Z'), { period: 'quarter' })).toBe('+012345-Q2');
    expect(periodLabel(new Date('-000044-03-15T00:00:00Z'), { period: 'year' })).toBe('-000044');
  });

  test('is given up to the reach of Date', () => {
    // 13 September 275760 is a Saturday; the week of Monday 26 April -271821 is the first whole one.
    expect(periodLabel(8.64e15, { period: 'week' })).toBe('+275760-W37');
    expect(periodLabel(-8.64e15, { period: 'day' })).toBe('-271821-04-20');
    expect(periodLabel(-8.64e15 + 6 * DAY, { period: 'week' })).toBe('-271821-W17');
    expect(() => periodLabel(-8.64e15, { period: 'week' })).toThrow(
      expect.objectContaining({ code: 'not-an-instant' }),
    );
  });
});

describe('the names of an index', () => {
  test('are those of its periods, in order', () => {
    const index = periodIndex({ period: 'month', from: Date.UTC(2023, 11, 5), to: Date.UTC(2024, 1, 1) });
    expect(periodLabels(index)).toEqual(['2023-12', '2024-01']);
  });

  test('name a skipped day too', () => {
    const [from, to] = [Date.UTC(2011, 11, 29, 22), Date.UTC(2011, 11, 31, 22)];
    const index = periodIndex({ period: 'day', timeZone: 'Pacific/Apia', from, to });
    expect(periodLabels(index)).toEqual(['2011-12-29', '2011-12-30', '2011-12-31', '2012-01-01']);
  });

  test('of an empty index are none', () => {
    expect(periodLabels(periodIndex({ period: 'day', from: 0, to: 0 }))).toEqual([]);
  });

  test('are what periodLabel gives at each start, for periods of some length', () => {
    const calendar = { period: 'week', timeZone: 'America/Sao_Paulo', weekStartsOn: 'sunday' } as const;
    const index = periodIndex({ ...calendar, from: Date.UTC(2017, 0, 1), to: Date.UTC(2019, 0, 1) });
    const each = Array.from(index.boundaries.slice(0, -1), (at) => periodLabel(at, calendar));
    expect(periodLabels(index)).toEqual(each);
  });
});
