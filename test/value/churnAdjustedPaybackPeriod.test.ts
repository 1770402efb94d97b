import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { churnAdjustedPaybackPeriod } from '../../src/value/churnAdjustedPaybackPeriod.ts';
import { paybackPeriod } from '../../src/value/paybackPeriod.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { NO_FINITE_NUMBERS, NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField } from '../rates/wrongSubjects.ts';
import { paymentByPayment } from './discountedOracle.ts';

const TEXTBOOK = { acquisitionCost: 70, marginPerPeriod: 40, retentionRate: 0.5 };
const anyMoney = fc.integer({ min: 1, max: 1e6 }).map((cents) => cents / 100);
const anyRate = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 0.9, 0.99, 1));

/** Period after period, until the rest of the cost is less than what the period brings. */
function periodByPeriod(cost: number, margin: number, rate: number): number {
  let rest = cost;
  let coming = margin;
  for (let period = 0; period < 100_000; period++) {
    if (rest <= coming) return period + rest / coming;
    rest -= coming;
    coming *= rate;
  }
  return Number.NaN;
}

describe('churnAdjustedPaybackPeriod', () => {
  test('is 3 where 40, 20 and 10 make up for 70, which a customer who stays has brought in after 1.75', () => {
    expect(churnAdjustedPaybackPeriod(TEXTBOOK)).toBeCloseTo(3, 12);
    expect(paybackPeriod(TEXTBOOK)).toBe(1.75);
  });

  test('takes the margin of a period as it comes in over it: 45 are back after a quarter of the second', () => {
    expect(churnAdjustedPaybackPeriod({ ...TEXTBOOK, acquisitionCost: 45 })).toBeCloseTo(1.25, 12);
    expect(churnAdjustedPaybackPeriod({ ...TEXTBOOK, acquisitionCost: 10 })).toBe(0.25);
  });

  test('is NaN where all that ever comes in is no more than the cost: 40 + 20 + 10 + ... is 80', () => {
    expect(churnAdjustedPaybackPeriod({ ...TEXTBOOK, acquisitionCost: 79.999 })).toBeGreaterThan(15);
    expect(churnAdjustedPaybackPeriod({ ...TEXTBOOK, acquisitionCost: 80 })).toBeNaN();
    expect(churnAdjustedPaybackPeriod({ ...TEXTBOOK, acquisitionCost: 81 })).toBeNaN();
  });

  test('is paid back within the first period or never where nobody is kept', () => {
    const parts = { marginPerPeriod: 40, retentionRate: 0 };
    expect(churnAdjustedPaybackPeriod({ ...parts, acquisitionCost: 10 })).toBe(0.25);
    expect(churnAdjustedPaybackPeriod({ ...parts, acquisitionCost: 40 })).toBe(1);
    expect(churnAdjustedPaybackPeriod({ ...parts, acquisitionCost: 41 })).toBeNaN();
  });

  test('is, for the sum of so many payments, so many periods', () => {
    fc.assert(
      fc.property(anyMoney, fc.double({ min: 0.5, max: 1, noNaN: true }), fc.nat(30), (margin, rate, periods) => {
        const parts = { marginPerPeriod: margin, retentionRate: rate, discountRate: 0 };
        const acquisitionCost = paymentByPayment(parts, 'now', periods);
        const found = churnAdjustedPaybackPeriod({ ...parts, acquisitionCost });
        expect(Math.abs(found - periods)).toBeLessThan(1e-5);
      }),
    );
  });

  test('is what going through the periods one by one gives', () => {
    fc.assert(
      fc.property(anyMoney, anyRate, fc.double({ min: 0, max: 0.98, noNaN: true }), (margin, rate, share) => {
        // A share of all that ever comes in, of 200 margins at the most.
        const acquisitionCost = share * margin * Math.min(200, 1 / (1 - rate));
        const found = churnAdjustedPaybackPeriod({ acquisitionCost, marginPerPeriod: margin, retentionRate: rate });
        const slow = periodByPeriod(acquisitionCost, margin, rate);
        expect(Math.abs(found - slow)).toBeLessThan(1e-8 * Math.max(1, slow));
      }),
    );
  });

  test('is the plain payback period where everyone stays, exactly, and never shorter', () => {
    fc.assert(
      fc.property(anyMoney, anyMoney, anyRate, (acquisitionCost, marginPerPeriod, retentionRate) => {
        const plain = paybackPeriod({ acquisitionCost, marginPerPeriod });
        const parts = { acquisitionCost, marginPerPeriod };
        expect(churnAdjustedPaybackPeriod({ ...parts, retentionRate: 1 })).toBe(plain);
        const found = churnAdjustedPaybackPeriod({ ...parts, retentionRate });
        if (!Number.isNaN(found)) expect(found).toBeGreaterThanOrEqual(plain * (1 - 1e-12));
      }),
    );
  });

  test('loses no digits where hardly anyone leaves', () => {
    for (const lost of [1e-9, 1e-12, 2 ** -52]) {
      const found = churnAdjustedPaybackPeriod({ ...TEXTBOOK, acquisitionCost: 4010, retentionRate: 1 - lost });
      // 100.25 periods, and a little more: of the k-th margin (k - 1) x lost is missing, 4950 x lost of the first 100;
      // and the last quarter takes longer, as 100 x lost of its margin is missing.
      expect(Math.abs(found - 100.25 - lost * (4950 + 25))).toBeLessThan(1e-11);
    }
  });

  test('is NaN for a margin of nothing or less, and where a part is NaN', () => {
    for (const marginPerPeriod of [0, -40])
      expect(churnAdjustedPaybackPeriod({ ...TEXTBOOK, marginPerPeriod })).toBeNaN();
    for (const part of Object.keys(TEXTBOOK))
      for (const acquisitionCost of [70, 10])
        expect(churnAdjustedPaybackPeriod({ ...TEXTBOOK, acquisitionCost, [part]: Number.NaN })).toBeNaN();
  });

  test('refuses a retention rate above 1', () => {
    expect(refusalOf(() => churnAdjustedPaybackPeriod({ ...TEXTBOOK, retentionRate: 1.01 })).code).toBe('above-limit');
  });

  for (const field of ['acquisitionCost', 'retentionRate']) {
    const rule = 'a finite number of at least 0';
    refusesField(churnAdjustedPaybackPeriod, TEXTBOOK, field, 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  }
  const [margin, rule] = ['marginPerPeriod', 'a finite number'];
  refusesField(churnAdjustedPaybackPeriod, TEXTBOOK, margin, 'not-a-number', rule, NO_FINITE_NUMBERS);
  readsItsSubject(churnAdjustedPaybackPeriod, 'parts', TEXTBOOK);
});
