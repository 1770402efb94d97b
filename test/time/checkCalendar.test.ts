import { describe, expect, test } from 'vitest';
import { checkCalendar } from '../../src/time/checkCalendar.ts';
import { checkTimeZone } from '../../src/time/checkTimeZone.ts';
import type { PeriodOptions } from '../../src/time/types.ts';

describe('a calendar', () => {
  test('is filled in: UTC, weeks from Monday', () => {
    expect(checkCalendar('metric', { period: 'day' })).toEqual({
      period: 'day',
      timeZone: 'UTC',
      weekStartsOn: 'monday',
    });
  });

  test('keeps what was told and leaves the options of the caller out', () => {
    const options = { period: 'week', timeZone: 'Asia/Tokyo', weekStartsOn: 'sunday', asOf: 5 } as const;
    expect(checkCalendar('metric', options, ['asOf'])).toEqual({
      period: 'week',
      timeZone: 'Asia/Tokyo',
      weekStartsOn: 'sunday',
    });
  });

  test.each<[string, object]>([
    ['unknown-option', { period: 'day', timezone: 'UTC' }],
    ['unknown-option', { period: 'day', asOf: 5 }],
    ['not-an-option', {}],
    ['not-an-option', { period: 'hour' }],
    ['not-an-option', { period: 'toString' }],
    ['not-an-option', { period: ['day'] }],
    ['not-an-option', { period: 'week', weekStartsOn: 1 }],
    ['not-an-option', { period: 'week', weekStartsOn: 'Monday' }],
    ['not-an-option', { period: 'week', weekStartsOn: null }],
    ['unknown-time-zone', { period: 'day', timeZone: 'Mars/Base' }],
  ])('is refused as %s: %j', (code, options) => {
    expect(() => checkCalendar('metric', options as PeriodOptions)).toThrow(
      expect.objectContaining({ name: 'InputError', metric: 'metric', code }),
    );
  });

  test.each([null, undefined, 5, 'day'])('that is %s is no record', (options) => {
    expect(() => checkCalendar('metric', options as unknown as PeriodOptions)).toThrow(
      expect.objectContaining({ code: 'not-a-record' }),
    );
  });
});

describe('a time zone', () => {
  test('is UTC where none was told', () => {
    expect(checkTimeZone('metric', undefined)).toBe('UTC');
  });

  test.each(['UTC', 'Europe/Paris', 'EST5EDT', 'Etc/GMT+5', 'america/new_york', 'Asia/Calcutta', 'GMT'])(
    'named %s is taken, and kept as written',
    (timeZone) => {
      expect(checkTimeZone('metric', timeZone)).toBe(timeZone);
    },
  );

  test.each(['Mars/Base', '', ' UTC', 'UTC+1', 'local', '+05:30', '-08', '+00:00', 'Z', '__proto__', null, 5, {}, []])(
    'such as %j is refused, offsets on every engine',
    (timeZone) => {
      expect(() => checkTimeZone('metric', timeZone as string)).toThrow(
        expect.objectContaining({ code: 'unknown-time-zone', path: ['timeZone'] }),
      );
    },
  );
});
