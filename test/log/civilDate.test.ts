import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate } from '../../src/log/civilDate.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { DAY, intlReading, oracleInstant } from '../time/oracle.ts';
import { ZONES } from '../time/zones.ts';

const read = (text: string, timeZone?: string) =>
  civilDate('day', timeZone === undefined ? {} : { timeZone })({ day: text });
const iso = (text: string, timeZone?: string) => new Date(read(text, timeZone)).toISOString();

describe('a date as text', () => {
  test.each([
    ['in UTC unless told', '2024-03-31', undefined, '2024-03-31T00:00:00.000Z'],
    ['a leap day', '2024-02-29', 'UTC', '2024-02-29T00:00:00.000Z'],
    ['in winter', '2024-01-15', 'Europe/Berlin', '2024-01-14T23:00:00.000Z'],
    ['in summer', '2024-07-15', 'Europe/Berlin', '2024-07-14T22:00:00.000Z'],
    ['on which clocks go forward', '2024-03-31', 'Europe/Berlin', '2024-03-30T23:00:00.000Z'],
    ['on which clocks go back', '2024-10-27', 'Europe/Berlin', '2024-10-26T22:00:00.000Z'],
    ['without a midnight begins after the gap', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['with two midnights begins at the first', '2011-11-13', 'America/Havana', '2011-11-13T04:00:00.000Z'],
    ['that a zone skipped is the instant after it', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['with an offset of quarters', '2024-01-01', 'Asia/Kathmandu', '2023-12-31T18:15:00.000Z'],
    ['in year 100', '0100-01-01', 'UTC', '0100-01-01T00:00:00.000Z'],
    ['in year 9999', '9999-12-31', 'UTC', '9999-12-31T00:00:00.000Z'],
  ])('%s', (_, text, timeZone, instant) => {
    expect(iso(text, timeZone)).toBe(instant);
  });

  test.each([
    ...['', '2024-3-31', '2024-02-30', '2023-02-29', '2024-13-01', '2024-00-01', '2024-01-00', '2024-01-32'],
    ...['24-03-31', '0099-01-01', '0000-01-01', '20240331', '2024/03/31', '31.03.2024', '03/31/2024', '2024-03'],
    ...['2024-03-31T00:00Z', '2024-03-31 ', ' 2024-03-31', '2024-03-31\n', '+2024-03-31', '-2024-03-3', '2024-03-3x'],
    ...['2024-091', '2024-W13-7', 'today', '2024\u201303\u201331', '0x24-03-31', '2e24-03-31', '    -  -  '],
  ])('"%s" is refused', (text) => {
    expect(read(text)).toBeNaN();
    expect(read(text, 'Europe/Berlin')).toBeNaN();
  });

  test('in the form that Date writes is read back, for any day', () => {
    const days = fc.integer({ min: Date.UTC(100, 0, 1) / DAY, max: Date.UTC(9999, 11, 31) / DAY });
    fc.assert(
      fc.property(days, (day) => {
        expect(read(new Date(day * DAY).toISOString().slice(0, 10))).toBe(day * DAY);
      }),
      { numRuns: 1000 },
    );
  });

  test('in any zone is the first instant at which Intl shows the day', () => {
    const days = fc.integer({ min: Date.UTC(1972, 0, 1) / DAY, max: Date.UTC(2037, 11, 31) / DAY });
    const readings = new Map(ZONES.map((zone) => [zone, intlReading(zone)]));
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), days, (zone, day) => {
        const text = new Date(day * DAY).toISOString().slice(0, 10);
        expect(read(text, zone)).toBe(oracleInstant(readings.get(zone)!, day * DAY));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the reader of dates', () => {
  test('refuses a zone that is none, an option that is none, and a column that is no name', () => {
    expect(refusalOf(() => civilDate('day', { timeZone: 'Berlin' }))).toMatchObject({
      code: 'unknown-time-zone',
      metric: 'civilDate',
    });
    expect(refusalOf(() => civilDate('day', { timeZone: null as never })).code).toBe('unknown-time-zone');
    expect(refusalOf(() => civilDate('day', { zone: 'UTC' } as never)).code).toBe('unknown-option');
    expect(refusalOf(() => civilDate('day', { empty: 'null' } as never)).code).toBe('not-an-option');
    expect(refusalOf(() => civilDate(5 as never)).code).toBe('unknown-field');
  });
});
