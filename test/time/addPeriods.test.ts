import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { Period } from '../../src/time/types.ts';
import { ZONES } from './zones.ts';

describe('adding periods', () => {
  test('starts from the period, not from the instant: 31 January and one month is 1 February', () => {
    expect(addPeriods(new Date('2024-01-31T15:00Z'), 1, { period: 'month' })).toBe(Date.UTC(2024, 1, 1));
  });

  test('counts on the calendar: 13 months, 5 quarters back, 53 weeks', () => {
    const at = Date.UTC(2024, 1, 29);
    expect(addPeriods(at, 13, { period: 'month' })).toBe(Date.UTC(2025, 2, 1));
    expect(addPeriods(at, -5, { period: 'quarter' })).toBe(Date.UTC(2022, 9, 1));
    expect(addPeriods(at, 53, { period: 'week' })).toBe(Date.UTC(2025, 2, 3));
  });

  test('counts a day that the zone skipped', () => {
    const [apia, noon29] = [{ period: 'day', timeZone: 'Pacific/Apia' } as const, Date.UTC(2011, 11, 29, 22)];
    const starts = [0, 1, 2, 3].map((count) => new Date(addPeriods(noon29, count, apia)).toISOString().slice(0, 13));
    expect(starts).toEqual(['2011-12-29T10', '2011-12-30T10', '2011-12-30T10', '2011-12-31T10']);
  });

  test('beyond the reach of Date is refused', () => {
    const refused = expect.objectContaining({ code: 'not-an-instant', path: ['count'], received: '300000' });
    expect(() => addPeriods(0, 300_000, { period: 'year' })).toThrow(refused);
    expect(() => addPeriods(0, Number.MAX_SAFE_INTEGER, { period: 'day' })).toThrow(
      expect.objectContaining({ code: 'not-an-instant' }),
    );
  });

  test.each([0.5, Number.NaN, Infinity, '1', null, undefined, 2 ** 53])('a count of %s is refused', (count) => {
    expect(() => addPeriods(0, count as number, { period: 'day' })).toThrow(
      expect.objectContaining({ code: 'not-a-number', path: ['count'] }),
    );
  });
});

describe('laws', () => {
  const instants = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2040, 0, 1) });
  const counts = fc.integer({ min: -100, max: 100 });
  const options = fc.record({
    period: fc.constantFrom<Period>('day', 'week', 'month', 'quarter', 'year'),
    timeZone: fc.constantFrom('UTC', ...ZONES),
  });

  test('none more is the start of the period', () => {
    fc.assert(
      fc.property(instants, options, (at, calendar) => {
        expect(addPeriods(at, 0, calendar)).toBe(periodStart(at, calendar));
      }),
      { numRuns: 200 },
    );
  });

  test('a more and then b more are a + b more, but over a skipped day', () => {
    fc.assert(
      fc.property(instants, counts, counts, options, (at, a, b, calendar) => {
        const between = addPeriods(at, a, calendar);
        // A day of length zero hands its start on to the day after it.
        fc.pre(addPeriods(at, a + 1, calendar) > between);
        expect(addPeriods(between, b, calendar)).toBe(addPeriods(at, a + b, calendar));
      }),
      { numRuns: 300 },
    );
  });

  test('one more is never earlier', () => {
    fc.assert(
      fc.property(instants, counts, options, (at, count, calendar) => {
        expect(addPeriods(at, count + 1, calendar)).toBeGreaterThanOrEqual(addPeriods(at, count, calendar));
      }),
      { numRuns: 200 },
    );
  });

  test('UTC is what no zone means', () => {
    fc.assert(
      fc.property(instants, counts, (at, count) => {
        const [named, unnamed] = [{ period: 'week', timeZone: 'UTC' } as const, { period: 'week' } as const];
        expect(addPeriods(at, count, named)).toBe(addPeriods(at, count, unnamed));
        expect(addPeriods(at, count, { period: 'week', timeZone: 'Etc/UTC' })).toBe(addPeriods(at, count, unnamed));
      }),
      { numRuns: 50 },
    );
  });

  test('400 years are 20871 weeks', () => {
    fc.assert(
      fc.property(instants, (at) => {
        expect(addPeriods(at, 20_871, { period: 'week' })).toBe(periodStart(at, { period: 'week' }) + 146_097 * 864e5);
      }),
    );
  });
});
