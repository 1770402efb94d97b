import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDateTime } from '../../src/log/civilDateTime.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { intlReading, oracleInstant } from '../time/oracle.ts';
import { ZONES } from '../time/zones.ts';

const read = (text: string, timeZone?: string) =>
  civilDateTime('at', timeZone === undefined ? {} : { timeZone })({ at: text });
const iso = (text: string, timeZone?: string) => new Date(read(text, timeZone)).toISOString();

describe('a local time as text', () => {
  test.each([
    ['in UTC unless told', '2024-03-31 12:30:00', undefined, '2024-03-31T12:30:00.000Z'],
    ['with T', '2024-03-31T12:30:00', 'UTC', '2024-03-31T12:30:00.000Z'],
    ['to the minute', '2024-03-31 12:30', 'UTC', '2024-03-31T12:30:00.000Z'],
    ['finer than a millisecond, cut off', '2024-03-31 12:30:00.1239', 'UTC', '2024-03-31T12:30:00.123Z'],
    ['in winter', '2024-01-15 09:15:00', 'Europe/Berlin', '2024-01-15T08:15:00.000Z'],
    ['in summer', '2024-07-15 09:15:00', 'Europe/Berlin', '2024-07-15T07:15:00.000Z'],
    ['in a gap, the first instant after it', '2024-03-31 02:30', 'Europe/Berlin', '2024-03-31T01:00:00.000Z'],
    ['shown twice, the first', '2024-10-27 02:30', 'Europe/Berlin', '2024-10-27T00:30:00.000Z'],
    ['on a day that a zone skipped', '2011-12-30 15:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['by half an hour of summer time', '2024-10-06 02:15', 'Australia/Lord_Howe', '2024-10-05T15:30:00.000Z'],
  ])('%s', (_, text, timeZone, instant) => {
    expect(iso(text, timeZone)).toBe(instant);
  });

  test.each([
    ...['', '2024-03-31', '2024-03-31 12', '2024-03-31 24:00', '2024-03-31 12:60', '2024-03-31 12:30:60'],
    ...['2024-03-31 12:30Z', '2024-03-31T12:30:00Z', '2024-03-31 12:30+02:00', '2024-03-31 12:30 PM'],
    ...['2024-02-30 12:30', '2024-03-31  12:30', '2024-03-31_12:30', '2024-03-31 9:30', '2024-03-31 12:30:00.'],
    ...[' 2024-03-31 12:30', '2024-03-31 12:30 ', '31.03.2024 12:30', '2024-03-31 12:30:5', '2024-03-31 12.30'],
  ])('"%s" is refused', (text) => {
    expect(read(text)).toBeNaN();
    expect(read(text, 'Europe/Berlin')).toBeNaN();
  });

  test('is what Date.parse says of the same text with Z', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(100, 0, 1), max: Date.UTC(9999, 11, 31) }), (at) => {
        const text = new Date(at).toISOString();
        expect(read(text.slice(0, -1))).toBe(Date.parse(text));
        expect(read(text.slice(0, 16).replace('T', ' '))).toBe(Date.parse(`${text.slice(0, 16)}Z`));
      }),
      { numRuns: 1000 },
    );
  });

  test('in any zone is the first instant at which Intl shows it, or the end of the gap', () => {
    const times = fc.integer({ min: Date.UTC(1972, 0, 1) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 });
    const readings = new Map(ZONES.map((zone) => [zone, intlReading(zone)]));
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), times, (zone, minute) => {
        const civil = minute * 60_000;
        const text = new Date(civil).toISOString().slice(0, 16);
        expect(read(text, zone)).toBe(oracleInstant(readings.get(zone)!, civil));
      }),
      { numRuns: 300 },
    );
  });
});

test('the reader of local times refuses a zone that is none and an option that is none', () => {
  expect(refusalOf(() => civilDateTime('at', { timeZone: '+02:00' })).code).toBe('unknown-time-zone');
  expect(refusalOf(() => civilDateTime('at', { timezone: 'UTC' } as never)).code).toBe('unknown-option');
});
