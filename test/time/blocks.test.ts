import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodIndex } from '../../src/time/periodIndex.ts';
import { periodLabel } from '../../src/time/periodLabel.ts';
import { periodLabels } from '../../src/time/periodLabels.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { CalendarPeriod, PeriodOptions } from '../../src/time/types.ts';
import { ALL_WEEKDAYS, anyInstant } from './anyCalendar.ts';
import { DAY, intlReading, oracleCivilStart, oracleInstant } from './oracle.ts';
import { ZONES } from './zones.ts';

const CALENDAR_PERIODS: readonly CalendarPeriod[] = ['day', 'week', 'month', 'quarter', 'year'];

function datesOf(options: PeriodOptions, from: string, to: string): string[] {
  const { boundaries } = periodIndex({ ...options, from: new Date(from), to: new Date(to) });
  return Array.from(boundaries, (at) => new Date(at).toISOString().slice(0, 10));
}

describe('several that make one', () => {
  test('are counted from the day of the anchor, before it and after', () => {
    const fortnights = { period: 'day', every: 14, anchor: new Date('2024-01-15T18:00Z') } as const;
    expect(datesOf(fortnights, '2023-12-31T00:00Z', '2024-01-29T00:00:01Z')).toEqual([
      ...['2023-12-18', '2024-01-01', '2024-01-15', '2024-01-29', '2024-02-12'],
    ]);
    expect(periodLabel(new Date('2024-01-28T23:59Z'), fortnights)).toBe('14 days from 2024-01-15');
  });

  test.each<[PeriodOptions, string, string[]]>([
    [{ period: 'week', every: 2 }, '2 weeks from 2024-04-29', ['2024-04-29', '2024-05-13']],
    [{ period: 'week', every: 2, weekStartsOn: 'sunday' }, '2 weeks from 2024-04-28', ['2024-04-28', '2024-05-12']],
    [{ period: 'month', every: 6 }, '6 months from 2024-05', ['2024-05-01', '2024-11-01']],
    [{ period: 'quarter', every: 2 }, '2 quarters from 2024-Q2', ['2024-04-01', '2024-10-01']],
    [{ period: 'year', every: 5 }, '5 years from 2024', ['2024-01-01', '2029-01-01']],
  ])('%j from that of 1 May 2024, named by the first', (options, label, dates) => {
    const calendar = { ...options, anchor: new Date('2024-05-01T00:00Z') };
    expect(periodLabel(new Date('2024-05-02'), calendar)).toBe(label);
    expect(datesOf(calendar, '2024-05-02T00:00Z', '2024-05-03T00:00Z')).toEqual(dates);
  });

  test('start at midnight, whatever the clock does in between', () => {
    const calendar = { period: 'day', every: 2, timeZone: 'America/New_York' } as const;
    const anchor = new Date('2024-03-09T05:00Z');
    const { boundaries } = periodIndex({ ...calendar, anchor, from: anchor, to: new Date('2024-03-12T00:00Z') });
    expect(Array.from(boundaries, (at) => new Date(at).toISOString().slice(0, 13))).toEqual([
      ...['2024-03-09T05', '2024-03-11T04', '2024-03-13T04'],
    ]);
  });

  test('count a day that the zone skipped: Apia had 29 and 31 December 2011, and the 30th between', () => {
    const anchor = new Date('2011-12-28T12:00Z');
    const calendar = { period: 'day', every: 3, timeZone: 'Pacific/Apia', anchor } as const;
    const index = periodIndex({ ...calendar, from: anchor, to: new Date('2012-01-01T00:00Z') });
    // From the 28th to the 30th two days passed, from the 31st to 2 January three.
    expect(periodLabels(index)).toEqual(['3 days from 2011-12-28', '3 days from 2011-12-31']);
    expect(Array.from(index.boundaries.slice(1), (at, place) => (at - index.boundaries[place]!) / DAY)).toEqual([2, 3]);
  });

  test('any of them, in any zone, by an oracle that goes from the anchor step by step', () => {
    const calendars = fc.record({
      period: fc.constantFrom(...CALENDAR_PERIODS),
      every: fc.integer({ min: 2, max: 40 }),
      timeZone: fc.constantFrom('UTC', ...ZONES),
      weekStartsOn: fc.constantFrom(...ALL_WEEKDAYS),
    });
    const days = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(calendars, anyInstant, days, (calendar, at, far) => {
        const { period, every, timeZone, weekStartsOn } = calendar;
        const reading = intlReading(timeZone);
        const start = (further: number) =>
          oracleInstant(
            reading,
            oracleCivilStart(reading(anchor), period, further, ALL_WEEKDAYS.indexOf(weekStartsOn)),
          );
        const anchor = at + far * DAY + 12 * 3_600_000;
        // A clock put back over the anchor's midnight is another test's.
        fc.pre(start(0) <= anchor && start(1) > anchor);
        let blocks = 0;
        while (start(blocks * every) > at) blocks--;
        while (start((blocks + 1) * every) <= at) blocks++;
        expect(periodStart(at, { ...calendar, anchor })).toBe(start(blocks * every));
        expect(addPeriods(at, 3, { ...calendar, anchor })).toBe(start((blocks + 3) * every));
      }),
      { numRuns: 150 },
    );
  });

  test('are the same for anchors in one of them all that are whole ones apart, and others for others', () => {
    const fortnight = (anchor: number) =>
      periodIndex({ period: 'day', every: 14, anchor, from: 0, to: 100 * DAY }).boundaries;
    for (const blocks of [-300, -1, 2, 77]) expect(fortnight(5 * DAY + blocks * 14 * DAY)).toEqual(fortnight(5 * DAY));
    for (let days = 1; days < 14; days++) expect(fortnight((5 + days) * DAY)).not.toEqual(fortnight(5 * DAY));
  });

  test('of which one makes one are the plain ones, and their index says nothing more', () => {
    for (const period of CALENDAR_PERIODS) {
      const plain = periodIndex({ period, from: 0, to: 1000 * DAY });
      const single = periodIndex({ period, every: 1, from: 0, to: 1000 * DAY });
      expect(single).toStrictEqual(plain);
      expect(Object.keys(single)).toEqual(Object.keys(plain));
    }
  });

  test('an anchor whose own day, week or year the reach of Date cuts is refused by name', () => {
    const year = { period: 'year', every: 2, anchor: -8.64e15 } as const;
    for (const call of [() => periodStart(0, year), () => periodIndex({ ...year, from: 0, to: 1 })])
      expect(call).toThrow(expect.objectContaining({ code: 'not-an-instant', path: ['anchor'] }));
  });
});
