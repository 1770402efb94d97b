import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { netPromoterVariance } from '../../src/surveys/netPromoterVariance.ts';
import { anyQuantity, MANY } from '../rates/counts.ts';
import { ulpsOff } from '../rates/exact.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { promoters: 50, passives: 30, detractors: 20 };

describe('netPromoterVariance', () => {
  test('is the variance of 1 a promoter, 0 a passive, -1 a detractor: 0.5 + 0.2 - 0.3 squared', () => {
    expect(netPromoterVariance(TEXTBOOK)).toBeCloseTo(0.61, 15);
  });

  test('is 0 where all agree and 1 where opinions are split in halves', () => {
    expect(netPromoterVariance({ promoters: 7, passives: 0, detractors: 0 })).toBe(0);
    expect(netPromoterVariance({ promoters: 0, passives: 7, detractors: 0 })).toBe(0);
    expect(netPromoterVariance({ promoters: 0, passives: 0, detractors: 7 })).toBe(0);
    expect(netPromoterVariance({ promoters: 7, passives: 0, detractors: 7 })).toBe(1);
  });

  test('is NaN where nobody answered', () => {
    expect(netPromoterVariance({ promoters: 0, passives: 0, detractors: 0 })).toBeNaN();
  });

  test('keeps its digits where nearly all agree: within 4 units in the last place of the exact value', () => {
    const count = fc.oneof(fc.nat(20), fc.nat(1e9));
    fc.assert(
      fc.property(count, count, count, (promoters, passives, detractors) => {
        fc.pre(promoters + passives + detractors > 0);
        // The sum of squares over n less the square of the mean, over n squared, in whole numbers.
        const [p, q, d] = [promoters, passives, detractors].map(BigInt) as [bigint, bigint, bigint];
        const n = p + q + d;
        const exact = { numerator: n * (p + d) - (p - d) ** 2n, denominator: n * n };
        const found = netPromoterVariance({ promoters, passives, detractors });
        if (exact.numerator === 0n) expect(found).toBe(0);
        else expect(ulpsOff(found, exact)).toBeLessThanOrEqual(4);
      }),
      MANY,
    );
  });

  test('stays within 0 and 1 for any weights', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, anyQuantity, (promoters, passives, detractors) => {
        fc.pre(promoters + passives + detractors > 0);
        const found = netPromoterVariance({ promoters, passives, detractors });
        expect(found >= 0 && found <= 1).toBe(true);
      }),
      MANY,
    );
  });

  refusesQuantities(netPromoterVariance, TEXTBOOK, ['promoters', 'passives', 'detractors']);
  readsItsSubject(netPromoterVariance, 'counts', TEXTBOOK);
});
