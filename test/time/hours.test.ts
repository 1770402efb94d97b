import { describe, expect, test, vi } from 'vitest';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodAt } from '../../src/time/periodAt.ts';
import { periodIndex } from '../../src/time/periodIndex.ts';
import { periodLabel } from '../../src/time/periodLabel.ts';
import { periodLabels } from '../../src/time/periodLabels.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import { changesOf } from './changesOf.ts';
import { DAY, HOUR, intlReading } from './oracle.ts';
import { ZONES } from './zones.ts';

const MINUTE = 60_000;

/** The hours from the one around `from` to that before `to`: name, first instant, and minutes. */
function hours(timeZone: string, from: string, to: string): [string, string, number][] {
  const index = periodIndex({ period: 'hour', timeZone, from: new Date(from), to: new Date(to) });
  return periodLabels(index).map((label, place) => {
    const [start, end] = [index.boundaries[place]!, index.boundaries[place + 1]!];
    return [label, new Date(start).toISOString().slice(0, 16), (end - start) / MINUTE];
  });
}

/** How an hour is named that the clock reads, written from the fields of the reading. */
function nameOf(reading: number, offset: number): string {
  const two = (value: number) => `0${value}`.slice(-2);
  const shown = new Date(reading);
  const date = [shown.getUTCFullYear(), two(shown.getUTCMonth() + 1), two(shown.getUTCDate())].join('-');
  const far = Math.round(Math.abs(offset) / 1000);
  const parts = [Math.trunc(far / 3600), Math.trunc((far % 3600) / 60), far % 60].map(two);
  if (far % 60 === 0) parts.pop();
  return `${date}T${two(shown.getUTCHours())}:00${far === 0 ? 'Z' : (offset < 0 ? '-' : '+') + parts.join(':')}`;
}

describe('every hour around every change of the clock, 1970 to 2030', () => {
  // All these clocks were changed at full or half minutes of UTC, so that none hides between two looks at Intl.
  const LOOK = MINUTE / 2;

  test.each(ZONES)(
    '%s: hours begin where Intl shows a full one, or another offset than half a minute before',
    (zone) => {
      const reading = intlReading(zone);
      const offsetAt = (at: number) => reading(at) - at;
      for (const change of changesOf(zone, Date.UTC(1970, 0, 2), Date.UTC(2030, 0, 1)).filter(
        (_, nth) => nth % 4 < 2,
      )) {
        const [from, to] = [change - 2.5 * HOUR, change + 2.5 * HOUR];
        const starts: number[] = [];
        for (let at = Math.ceil(from / LOOK) * LOOK; at < to; at += LOOK)
          if (reading(at) % HOUR === 0 || offsetAt(at) !== offsetAt(at - LOOK)) starts.push(at);
        const index = periodIndex({ period: 'hour', timeZone: zone, from: starts[0]!, to });
        expect([...index.boundaries.slice(0, -1)]).toEqual(starts);
        expect(periodLabels(index)).toEqual(starts.map((at) => nameOf(reading(at), offsetAt(at))));
        const lasts = starts.slice(1).map((at) => at - 1);
        expect(lasts.map((at) => periodStart(at, { period: 'hour', timeZone: zone }))).toEqual(starts.slice(0, -1));
      }
    },
  );
});

describe('where summer time begins and ends', () => {
  test('New York, 10 March 2024: the hour from two is not there', () => {
    expect(hours('America/New_York', '2024-03-10T06:00Z', '2024-03-10T08:00Z')).toEqual([
      ['2024-03-10T01:00-05:00', '2024-03-10T06:00', 60],
      ['2024-03-10T03:00-04:00', '2024-03-10T07:00', 60],
    ]);
    expect(hours('America/New_York', '2024-03-10T05:00Z', '2024-03-11T04:00Z')).toHaveLength(23);
  });

  test('New York, 3 November 2024: the hour from one is there twice, and the offset tells which', () => {
    expect(hours('America/New_York', '2024-11-03T04:00Z', '2024-11-03T08:00Z')).toEqual([
      ['2024-11-03T00:00-04:00', '2024-11-03T04:00', 60],
      ['2024-11-03T01:00-04:00', '2024-11-03T05:00', 60],
      ['2024-11-03T01:00-05:00', '2024-11-03T06:00', 60],
      ['2024-11-03T02:00-05:00', '2024-11-03T07:00', 60],
    ]);
    expect(hours('America/New_York', '2024-11-03T04:00Z', '2024-11-04T05:00Z')).toHaveLength(25);
  });

  test('Lord Howe changes by half an hour: an hour of 30 minutes each time', () => {
    expect(hours('Australia/Lord_Howe', '2024-04-06T14:00Z', '2024-04-06T16:00Z')).toEqual([
      ['2024-04-07T01:00+11:00', '2024-04-06T14:00', 60],
      ['2024-04-07T01:00+10:30', '2024-04-06T15:00', 30],
      ['2024-04-07T02:00+10:30', '2024-04-06T15:30', 60],
    ]);
    expect(hours('Australia/Lord_Howe', '2024-10-05T14:30Z', '2024-10-05T16:30Z')).toEqual([
      ['2024-10-06T01:00+10:30', '2024-10-05T14:30', 60],
      ['2024-10-06T02:00+11:00', '2024-10-05T15:30', 30],
      ['2024-10-06T03:00+11:00', '2024-10-05T16:00', 60],
    ]);
  });

  test("St John's, 29 October 2006, put back at 00:01: a minute of the 29th, and the last hour of the 28th again", () => {
    expect(hours('America/St_Johns', '2006-10-29T02:30Z', '2006-10-29T03:31Z')).toEqual([
      ['2006-10-29T00:00-02:30', '2006-10-29T02:30', 1],
      ['2006-10-28T23:00-03:30', '2006-10-29T02:31', 59],
      ['2006-10-29T00:00-03:30', '2006-10-29T03:30', 60],
    ]);
  });

  test('within a piece that a change began, that change is the start, from both sides', () => {
    const lordHowe = { period: 'hour', timeZone: 'Australia/Lord_Howe' } as const;
    const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
    expect(iso(periodStart(new Date('2024-04-06T15:10Z'), lordHowe))).toBe('2024-04-06T15:00');
    expect(iso(addPeriods(new Date('2024-04-06T15:40Z'), -1, lordHowe))).toBe('2024-04-06T15:00');
    expect(iso(addPeriods(new Date('2024-04-06T15:40Z'), -2, lordHowe))).toBe('2024-04-06T14:00');
    expect(iso(addPeriods(new Date('2024-04-06T14:10Z'), 2, lordHowe))).toBe('2024-04-06T15:30');
  });

  test('the hours of a day cover the day, in any zone', () => {
    for (const timeZone of ZONES) {
      const days = periodIndex({ period: 'day', timeZone, from: Date.UTC(2011, 0, 1), to: Date.UTC(2012, 0, 5) });
      const starts = new Set(
        periodIndex({ period: 'hour', timeZone, from: days.boundaries[0]!, to: days.boundaries[days.count]! })
          .boundaries,
      );
      expect([...days.boundaries].filter((start) => !starts.has(start))).toEqual([]);
    }
  });
});

describe('hours of a clock', () => {
  test('start when it shows a full hour, which need not be one of UTC', () => {
    const at = new Date('2024-06-01T12:34:56Z');
    const startIn = (timeZone: string) => new Date(periodStart(at, { period: 'hour', timeZone })).toISOString();
    expect(startIn('UTC')).toBe('2024-06-01T12:00:00.000Z');
    expect(startIn('Asia/Kolkata')).toBe('2024-06-01T12:30:00.000Z');
    expect(startIn('Asia/Kathmandu')).toBe('2024-06-01T12:15:00.000Z');
    expect(startIn('Australia/Eucla')).toBe('2024-06-01T12:15:00.000Z');
  });

  test('have names that Date reads as their starts', () => {
    const index = periodIndex({
      period: 'hour',
      timeZone: 'Europe/London',
      from: Date.UTC(2024, 2, 30),
      to: Date.UTC(2024, 3, 2),
    });
    const labels = periodLabels(index);
    expect(labels.map((label) => Date.parse(label))).toEqual([...index.boundaries.slice(0, -1)]);
    expect(labels.slice(24, 26)).toEqual(['2024-03-31T00:00Z', '2024-03-31T02:00+01:00']);
  });

  test('are named to the second where the clock kept local mean time, and before the year 0 and 1970', () => {
    const at = new Date('1850-01-01T12:00:00Z');
    expect(periodLabel(at, { period: 'hour', timeZone: 'America/New_York' })).toBe('1850-01-01T07:00-04:56:02');
    expect(periodLabel(-1, { period: 'hour' })).toBe('1969-12-31T23:00Z');
    expect(periodLabel(new Date('-000044-03-15T10:59:59Z'), { period: 'hour' })).toBe('-000044-03-15T10:00Z');
  });

  test('are counted as they pass: three hours after one in the morning of a change are not what the clock says', () => {
    const newYork = { period: 'hour', timeZone: 'America/New_York' } as const;
    const later = (at: string, count: number) => periodLabel(addPeriods(new Date(at), count, newYork), newYork);
    expect(later('2024-03-10T06:30Z', 3)).toBe('2024-03-10T05:00-04:00');
    expect(later('2024-11-03T05:30Z', 3)).toBe('2024-11-03T03:00-05:00');
    expect(later('2024-11-03T08:30Z', -3)).toBe('2024-11-03T01:00-04:00');
  });

  test('of UTC ask nothing of Intl', () => {
    vi.stubGlobal('Intl', undefined);
    try {
      expect(periodIndex({ period: 'hour', from: 0, to: DAY }).count).toBe(24);
      expect(addPeriods(-1, -1, { period: 'hour' })).toBe(-2 * HOUR);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('are found in cells of an hour, one in each', () => {
    const index = periodIndex({
      period: 'hour',
      timeZone: 'Europe/Paris',
      from: Date.UTC(2024, 0, 1),
      to: Date.UTC(2025, 0, 1),
    });
    expect([index.cellWidth, index.cells.length, index.count]).toEqual([HOUR, 366 * 24, 366 * 24]);
    expect(index.cells).toEqual(Int32Array.from({ length: index.count }, (_, place) => place));
    expect(periodAt(index, Date.UTC(2024, 9, 27, 1, 59, 59, 999))).toBe(
      (31 + 29 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 26) * 24 + 1,
    );
  });
});

describe('too many hours', () => {
  const span = 2 ** 20 * HOUR;

  test('are refused before any work, 1048576 are allowed', () => {
    const format = vi.spyOn(Intl.DateTimeFormat.prototype as { format: unknown }, 'format', 'get');
    const options = { period: 'hour', timeZone: 'Asia/Tokyo', from: 0 } as const;
    for (const to of [span + 1, 8e15])
      expect(() => periodIndex({ ...options, to })).toThrow(
        expect.objectContaining({ code: 'too-many-periods', path: ['to'] }),
      );
    expect(format.mock.calls.length).toBeLessThan(60);
    format.mockRestore();
    expect(periodIndex({ period: 'hour', from: 0, to: span }).count).toBe(2 ** 20);
  });

  test('with the half hours counted that a clock is changed by, two a year', () => {
    const options = { period: 'hour', timeZone: 'Australia/Lord_Howe', from: new Date('1989-12-31T13:00Z') } as const;
    const year = periodIndex({ ...options, to: new Date('1990-12-31T13:00Z') });
    expect(year.count).toBe(365 * 24 + 1);
    expect(() => periodIndex({ ...options, to: options.from.getTime() + span })).toThrow(
      expect.objectContaining({ code: 'too-many-periods' }),
    );
  });

  test('further on are refused by addPeriods', () => {
    expect(addPeriods(0, 2 ** 20, { period: 'hour' })).toBe(span);
    expect(addPeriods(0, -(2 ** 20), { period: 'hour' })).toBe(-span);
    for (const count of [2 ** 20 + 1, -(2 ** 20) - 1, Number.MAX_SAFE_INTEGER])
      expect(() => addPeriods(0, count, { period: 'hour' })).toThrow(
        expect.objectContaining({ code: 'too-many-periods', path: ['count'], received: String(count) }),
      );
  });

  test('the last hour of Date is an hour, and what comes after is refused', () => {
    const index = periodIndex({ period: 'hour', from: 8.64e15 - 1, to: 8.64e15 });
    expect([...index.boundaries]).toEqual([8.64e15 - HOUR, 8.64e15]);
    expect(() => addPeriods(8.64e15, 1, { period: 'hour' })).toThrow(expect.objectContaining({ path: ['count'] }));
    expect(() => periodLabel(8.64e15, { period: 'hour', timeZone: 'Asia/Tokyo' })).toThrow(
      expect.objectContaining({ code: 'not-an-instant', path: ['at'] }),
    );
  });
});
