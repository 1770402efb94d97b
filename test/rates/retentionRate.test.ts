import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { churnRate } from '../../src/rates/churnRate.ts';
import { retentionRate } from '../../src/rates/retentionRate.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { dataFile } from '../data.ts';
import { anyPart, MANY } from './counts.ts';
import { nearestDouble, quotientOf } from './exact.ts';
import { readsItsSubject, refusesQuantities } from './wrongSubjects.ts';

const TEXTBOOK = { customersAtStart: 200, customersAtEnd: 210, newCustomers: 40 };

describe('retentionRate', () => {
  test('is the customers at the end, new ones left out, over those at the start', () => {
    expect(retentionRate(TEXTBOOK)).toBe(0.85);
  });

  test('is 1 where everyone stayed and 0 where nobody did', () => {
    expect(retentionRate({ customersAtStart: 7, customersAtEnd: 12, newCustomers: 5 })).toBe(1);
    expect(retentionRate({ customersAtStart: 7, customersAtEnd: 5, newCustomers: 5 })).toBe(0);
  });

  test('is NaN where there was nobody at the start', () => {
    expect(retentionRate({ customersAtStart: 0, customersAtEnd: 0, newCustomers: 0 })).toBeNaN();
    expect(retentionRate({ customersAtStart: 0, customersAtEnd: 5, newCustomers: 5 })).toBeNaN();
    expect(retentionRate({ customersAtStart: -0, customersAtEnd: 0, newCustomers: 0 })).toBeNaN();
  });

  test('refuses more new customers than customers, by name and value', () => {
    const error = refusalOf(() => retentionRate({ ...TEXTBOOK, newCustomers: 211 }));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['newCustomers'], '211']);
    expect(error.message).toBe('retentionRate: "newCustomers" must be at most "customersAtEnd" (210); received 211');
  });

  test('refuses more retained customers than there were, by the field that is too large and its value', () => {
    const error = refusalOf(() => retentionRate({ customersAtStart: 200, customersAtEnd: 241, newCustomers: 40 }));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['customersAtEnd'], '241']);
    expect(error.message).toBe(
      'retentionRate: "customersAtEnd" must be at most "customersAtStart + newCustomers" (240); received 241',
    );
  });

  test('refuses one customer too many at any size', () => {
    const large = 2 ** 52;
    expect(
      refusalOf(() => retentionRate({ customersAtStart: large, customersAtEnd: large + 1, newCustomers: 0 })).code,
    ).toBe('above-limit');
  });

  refusesQuantities(retentionRate, TEXTBOOK, ['customersAtStart', 'customersAtEnd', 'newCustomers']);
  readsItsSubject(retentionRate, 'counts', TEXTBOOK);
});

describe('retentionRate of whole counts', () => {
  test('is correctly rounded', () => {
    fc.assert(
      fc.property(anyPart, fc.nat(1e6), ({ whole, part }, added) => {
        const newCustomers = Math.min(added, Number.MAX_SAFE_INTEGER - part);
        const rate = retentionRate({ customersAtStart: whole, customersAtEnd: part + newCustomers, newCustomers });
        if (whole === 0) expect(rate).toBeNaN();
        else expect(rate).toBe(nearestDouble(quotientOf(part, whole)));
      }),
      MANY,
    );
  });

  test('adds up to exactly 1 with churnRate', () => {
    fc.assert(
      fc.property(anyPart, ({ whole, part }) => {
        fc.pre(whole > 0);
        const retained = retentionRate({ customersAtStart: whole, customersAtEnd: part, newCustomers: 0 });
        expect(retained + churnRate({ customersAtStart: whole, lostCustomers: whole - part })).toBe(1);
      }),
      MANY,
    );
  });

  test('adds up to exactly 1 with churnRate for every split of every start up to 300, and beside powers of two', () => {
    const starts = Array.from({ length: 300 }, (_, place) => place + 1);
    for (let power = 9; power <= 53; power++) starts.push(2 ** power - 1, 2 ** power - 3);
    for (const customersAtStart of starts) {
      for (const kept of [0, 1, 2, 3, 5, 7].concat(customersAtStart <= 300 ? starts.slice(0, customersAtStart) : [])) {
        const counts = { customersAtStart, customersAtEnd: Math.min(kept, customersAtStart), newCustomers: 0 };
        const lostCustomers = customersAtStart - counts.customersAtEnd;
        if (retentionRate(counts) + churnRate({ customersAtStart, lostCustomers }) !== 1)
          expect(counts).toBe('to add up to 1');
      }
    }
  });
});

describe('retentionRate of totals that are not whole', () => {
  test('takes what exceeds its limit by rounding only for the limit', () => {
    // 0.1 + 0.2 is 0.30000000000000004 and 1.1 - 0.8 is 0.30000000000000004, a little above 0.3.
    expect(retentionRate({ customersAtStart: 0.3, customersAtEnd: 1.1, newCustomers: 0.8 })).toBe(1);
    expect(retentionRate({ customersAtStart: 1, customersAtEnd: 0.3, newCustomers: 0.1 + 0.2 })).toBe(0);
  });

  test('allows for the rounding of large totals, not only of their small difference', () => {
    // 10.05 - 10 is 0.05 and 7 parts in 10^16: within the rounding of 10.05, not within that of 0.05.
    expect(retentionRate({ customersAtStart: 0.05, customersAtEnd: 10.05, newCustomers: 10 })).toBe(1);
  });

  test('refuses what exceeds its limit by more than 8 units in the last place', () => {
    const above = { customersAtStart: 0.3, customersAtEnd: 0.3 * (1 + 9 * Number.EPSILON), newCustomers: 0 };
    expect(refusalOf(() => retentionRate(above)).code).toBe('above-limit');
  });

  test('holds for any decimals of which everyone stayed, in range', () => {
    fc.assert(
      fc.property(fc.nat(1e5), fc.nat(1e7), fc.constantFrom(10, 1000, 1e6), (start, added, unit) => {
        const rate = retentionRate({
          customersAtStart: start / unit,
          customersAtEnd: (start + added) / unit,
          newCustomers: added / unit,
        });
        if (start === 0) expect(rate).toBeNaN();
        else expect(rate <= 1 && rate > 1 - 1e-7).toBe(true);
      }),
      MANY,
    );
  });
});

const renewals = dataFile('renewal-curves.csv');

test.skipIf(renewals === undefined)('published: 631 of 1000 regular customers renew after the first year', () => {
  const lines = readFileSync(renewals!, 'utf8').trim().split('\n');
  const survivors = lines.filter((line) => line.startsWith('regular,')).map((line) => Number(line.split(',')[2]));
  expect(survivors.slice(0, 2)).toEqual([1000, 631]);
  const [customersAtStart, customersAtEnd] = survivors as [number, number];
  expect(retentionRate({ customersAtStart, customersAtEnd, newCustomers: 0 })).toBe(0.631);
});
