import { describe, expect, test } from 'vitest';
import { checkCalendar } from '../../src/time/checkCalendar.ts';
import { checkTimeZone } from '../../src/time/checkTimeZone.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { RETAIL } from './retail.ts';

const yearEnd = (other: object): object => ({ ...RETAIL, yearEnd: other });

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
    ['not-an-option', { period: 'minute' }],
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

  test('has "every", "anchor" and "fiscal" only where they are used, the anchor in milliseconds', () => {
    const anchor = new Date('2024-01-01T05:00Z');
    expect(Object.entries(checkCalendar('metric', { period: 'week', every: 2, anchor }))).toEqual([
      ['period', 'week'],
      ['timeZone', 'UTC'],
      ['weekStartsOn', 'monday'],
      ['every', 2],
      ['anchor', anchor.getTime()],
    ]);
    expect(Object.entries(checkCalendar('metric', { period: 'fiscalYear', fiscal: RETAIL })).slice(3)).toEqual([
      ['fiscal', RETAIL],
    ]);
    const undefinedOnes = { period: 'day', every: undefined, anchor: undefined, fiscal: undefined };
    expect(Object.keys(checkCalendar('metric', undefinedOnes as never))).toEqual([
      'period',
      'timeZone',
      'weekStartsOn',
    ]);
    expect(Object.keys(checkCalendar('metric', { period: 'hour' }))).toEqual(['period', 'timeZone', 'weekStartsOn']);
    expect(Object.keys(checkCalendar('metric', { period: 'day', every: 1 }))).toHaveLength(3);
  });

  test.each<[string, string, object]>([
    ['not-an-option', 'fiscal', { period: 'hour', fiscal: RETAIL }],
    ['not-an-option', 'fiscal', { period: 'day', fiscal: RETAIL }],
    ['not-an-option', 'every', { period: 'hour', every: 6, anchor: 0 }],
    ['not-an-option', 'anchor', { period: 'hour', anchor: 0 }],
    ['not-an-option', 'every', { period: 'fiscalMonth', fiscal: RETAIL, every: 2, anchor: 0 }],
    ['not-an-option', 'anchor', { period: 'fiscalYear', fiscal: RETAIL, anchor: 0 }],
    ['not-an-option', 'anchor', { period: 'day', anchor: 0 }],
    ['not-an-option', 'anchor', { period: 'day', every: 1, anchor: 0 }],
    ['not-an-instant', 'anchor', { period: 'day', every: 14 }],
    ['not-an-instant', 'anchor', { period: 'day', every: 14, anchor: '2024-01-01' }],
    ...[0, -1, 1.5, 10_001, Number.NaN, Infinity, '2', null].map(
      (every) => ['not-an-option', 'every', { period: 'day', every, anchor: 0 }] as [string, string, object],
    ),
    ['not-a-record', 'fiscal', { period: 'fiscalMonth' }],
    ['not-a-record', 'fiscal', { period: 'fiscalQuarter', fiscal: null }],
    ['not-a-record', 'fiscal', { period: 'fiscalYear', fiscal: '4-4-5' }],
    ['unknown-option', 'fiscal', { period: 'fiscalYear', fiscal: { ...RETAIL, startsOn: 'sunday' } }],
    ['not-an-option', 'fiscal.pattern', { period: 'fiscalYear', fiscal: { ...RETAIL, pattern: '5-5-3' } }],
    ['not-an-option', 'fiscal.endsOn', { period: 'fiscalYear', fiscal: { ...RETAIL, endsOn: 6 } }],
    ['not-an-option', 'fiscal.namedBy', { period: 'fiscalYear', fiscal: { ...RETAIL, namedBy: undefined } }],
    ['not-a-record', 'fiscal.yearEnd', { period: 'fiscalYear', fiscal: { ...RETAIL, yearEnd: 'january' } }],
    ['unknown-option', 'fiscal.yearEnd', { period: 'fiscalYear', fiscal: yearEnd({ month: 1, rule: 'last', day: 3 }) }],
    ...[0, 13, 1.5, '1', undefined].map(
      (month) =>
        [
          'not-an-option',
          'fiscal.yearEnd.month',
          { period: 'fiscalYear', fiscal: yearEnd({ month, rule: 'last' }) },
        ] as [string, string, object],
    ),
    ['not-an-option', 'fiscal.yearEnd.rule', { period: 'fiscalYear', fiscal: yearEnd({ month: 1, rule: 'first' }) }],
  ])('is refused as %s by the name of "%s": %j', (code, path, options) => {
    expect(() => checkCalendar('metric', options as PeriodOptions)).toThrow(
      expect.objectContaining({ name: 'InputError', metric: 'metric', code, path: [path] }),
    );
  });

  test('says why there is no hour in a fiscal calendar', () => {
    expect(() => checkCalendar('metric', { period: 'hour', fiscal: RETAIL })).toThrow(
      `metric: "fiscal" must be left out where "period" is 'hour'; received an object`,
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
