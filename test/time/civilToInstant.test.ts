import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilToInstant } from '../../src/time/civilToInstant.ts';
import { instantToCivil } from '../../src/time/instantToCivil.ts';
import type { CivilTime } from '../../src/time/types.ts';
import { ZONES } from './zones.ts';

const iso = (civil: CivilTime, timeZone?: string) =>
  new Date(timeZone === undefined ? civilToInstant(civil) : civilToInstant(civil, { timeZone })).toISOString();

describe('the instant of a civil time', () => {
  test('is in UTC unless told, and at midnight unless told', () => {
    expect(iso({ year: 2024, month: 2, day: 29 })).toBe('2024-02-29T00:00:00.000Z');
    expect(iso({ year: 2024, month: 2, day: 29, hour: 23, minute: 59, second: 58, millisecond: 7 })).toBe(
      '2024-02-29T23:59:58.007Z',
    );
  });

  test('in a gap is the first instant after the gap', () => {
    const inGap = { year: 2024, month: 3, day: 10, hour: 2, minute: 30 };
    expect(iso(inGap, 'America/New_York')).toBe('2024-03-10T07:00:00.000Z');
    expect(iso({ year: 2011, month: 12, day: 30, hour: 15 }, 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
  });

  test('that the clock shows twice is the first of the two', () => {
    const twice = { year: 2024, month: 11, day: 3, hour: 1, minute: 30 };
    expect(iso(twice, 'America/New_York')).toBe('2024-11-03T05:30:00.000Z');
  });

  test('in years 0 to 99 is in those years', () => {
    expect(iso({ year: 33, month: 4, day: 3 })).toBe('0033-04-03T00:00:00.000Z');
    expect(iso({ year: 0, month: 2, day: 29 })).toBe('0000-02-29T00:00:00.000Z');
  });

  test('is given up to the reach of Date and refused beyond', () => {
    expect(civilToInstant({ year: 275_760, month: 9, day: 13 })).toBe(8.64e15);
    expect(civilToInstant({ year: -271_821, month: 4, day: 20 })).toBe(-8.64e15);
    const refused = expect.objectContaining({ code: 'not-a-date', path: ['civil'] });
    expect(() => civilToInstant({ year: 275_760, month: 9, day: 13, millisecond: 1 })).toThrow(refused);
    expect(() => civilToInstant({ year: -271_821, month: 1, day: 1 })).toThrow(refused);
    expect(() => civilToInstant({ year: -271_821, month: 4, day: 20 }, { timeZone: 'Asia/Tokyo' })).toThrow(refused);
  });

  test('takes fields that it does not know', () => {
    const row = { year: 2024, month: 1, day: 1, customer: 'a' };
    expect(civilToInstant(row)).toBe(Date.UTC(2024, 0, 1));
  });
});

describe('a date or a time that does not exist is refused', () => {
  const good = { year: 2023, month: 5, day: 1 };
  test.each<[string, object, string]>([
    ['month', { month: 13 }, '13'],
    ['month', { month: 0 }, '0'],
    ['day', { day: 0 }, '0'],
    ['day', { month: 4, day: 31 }, '31'],
    ['day', { month: 2, day: 29 }, '29'],
    ['day', { year: 1900, month: 2, day: 29 }, '29'],
    ['day', { year: 2024, month: 2, day: 30 }, '30'],
    ['hour', { hour: 24 }, '24'],
    ['minute', { minute: 60 }, '60'],
    ['second', { second: 60 }, '60'],
    ['millisecond', { millisecond: 1000 }, '1000'],
    ['millisecond', { millisecond: -1 }, '-1'],
    ['year', { year: 2023.5 }, '2023.5'],
    ['year', { year: 275_761 }, '275761'],
    ['year', { year: '2023' }, '"2023"'],
    ['month', { month: undefined }, 'undefined'],
    ['hour', { hour: null }, 'null'],
    ['day', { day: Number.NaN }, 'NaN'],
  ])('%s in %j', (field, wrong, received) => {
    expect(() => civilToInstant({ ...good, ...wrong })).toThrow(
      expect.objectContaining({ code: 'not-a-date', path: ['civil', field], received }),
    );
  });
});

describe('there and back', () => {
  const instants = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2040, 0, 1) });

  test('an instant is that of its civil time, but in the second showing of a repeated hour', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('UTC', ...ZONES), (at, timeZone) => {
        const back = civilToInstant(instantToCivil(at, { timeZone }), { timeZone });
        if (back !== at) {
          expect(back).toBeLessThan(at);
          expect(instantToCivil(back, { timeZone })).toEqual(instantToCivil(at, { timeZone }));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a civil time is that of its instant, but in a gap', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (civilMilliseconds, timeZone) => {
        const civil = instantToCivil(civilMilliseconds);
        const shown = instantToCivil(civilToInstant(civil, { timeZone }), { timeZone });
        expect(civilToInstant(shown)).toBeGreaterThanOrEqual(civilMilliseconds);
        if (civilToInstant(shown) > civilMilliseconds)
          expect(instantToCivil(civilToInstant(civil, { timeZone }) - 1, { timeZone })).not.toEqual(civil);
      }),
      { numRuns: 300 },
    );
  });
});
