import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { netPromoterScore } from '../../src/surveys/netPromoterScore.ts';
import { anyQuantity, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf } from '../rates/exact.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { promoters: 50, passives: 30, detractors: 20 };

describe('netPromoterScore', () => {
  test('is promoters less detractors, in points of all who answered', () => {
    expect(netPromoterScore(TEXTBOOK)).toBe(30);
  });

  test('is 100 where all are promoters, -100 where all are detractors, 0 where all are passives or both are even', () => {
    expect(netPromoterScore({ promoters: 3, passives: 0, detractors: 0 })).toBe(100);
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 3 })).toBe(-100);
    expect(netPromoterScore({ promoters: 0, passives: 3, detractors: 0 })).toBe(0);
    expect(netPromoterScore({ promoters: 3, passives: 1, detractors: 3 })).toBe(0);
  });

  test('is NaN where nobody answered', () => {
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 })).toBeNaN();
  });

  test('is not rounded: 2 more of 7 are 28.571…', () => {
    expect(netPromoterScore({ promoters: 3, passives: 3, detractors: 1 })).toBe(200 / 7);
  });

  test('takes weighted answers', () => {
    expect(netPromoterScore({ promoters: 0.75, passives: 0.5, detractors: 0.25 })).toBe(100 / 3);
  });

  test('is correctly rounded for whole counts', () => {
    const count = fc.oneof(fc.nat(20), fc.nat(1e12));
    fc.assert(
      fc.property(count, count, count, (promoters, passives, detractors) => {
        const answers = promoters + passives + detractors;
        fc.pre(answers > 0);
        const exact = quotientOf(100 * (promoters - detractors), answers);
        expect(netPromoterScore({ promoters, passives, detractors }) + 0).toBe(nearestDouble(exact) + 0);
      }),
      MANY,
    );
  });

  test('stays within -100 and 100 for any weights, however the product rounds', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: Number.MAX_VALUE, noNaN: true }), anyQuantity, (many, few) => {
        const all = netPromoterScore({ promoters: many, passives: 0, detractors: 0 });
        expect(all <= 100 && all >= 100 - 2e-14).toBe(true);
        const score = netPromoterScore({ promoters: few, passives: 0, detractors: many });
        expect(score >= -100 && score <= 100).toBe(true);
      }),
      MANY,
    );
  });

  test('turns its sign where promoters and detractors change places', () => {
    fc.assert(
      fc.property(anyQuantity, anyQuantity, anyQuantity, (promoters, passives, detractors) => {
        fc.pre(promoters + passives + detractors > 0);
        const turned = netPromoterScore({ promoters: detractors, passives, detractors: promoters });
        // Three summands in another order may round otherwise.
        expect(Math.abs(netPromoterScore({ promoters, passives, detractors }) + turned)).toBeLessThan(1e-13);
      }),
    );
  });

  refusesQuantities(netPromoterScore, TEXTBOOK, ['promoters', 'passives', 'detractors']);
  readsItsSubject(netPromoterScore, 'counts', TEXTBOOK);
});
