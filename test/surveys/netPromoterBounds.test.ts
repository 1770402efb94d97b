import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { netPromoterBounds } from '../../src/surveys/netPromoterBounds.ts';
import { netPromoterScore } from '../../src/surveys/netPromoterScore.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { promoters: 50, passives: 30, detractors: 20, invited: 125 };
/** What the shared checks of subjects compare, as one figure. */
function lowerBound(counts: typeof TEXTBOOK): number {
  return netPromoterBounds(counts).lower;
}
Object.defineProperty(lowerBound, 'name', { value: 'netPromoterBounds' });

describe('netPromoterBounds', () => {
  test('takes those who kept silent for detractors, then for promoters', () => {
    // 25 silent of 125: 50 - 20 - 25 = 5 and 50 - 20 + 25 = 55, of 125.
    expect(netPromoterBounds(TEXTBOOK)).toEqual({ lower: 4, upper: 44 });
  });

  test('is the score itself where everyone answered, and says nothing where nobody did', () => {
    expect(netPromoterBounds({ ...TEXTBOOK, invited: 100 })).toEqual({ lower: 30, upper: 30 });
    expect(netPromoterBounds({ promoters: 0, passives: 0, detractors: 0, invited: 9 })).toEqual({
      ...{ lower: -100, upper: 100 },
    });
  });

  test('is NaN where nobody was invited', () => {
    const { lower, upper } = netPromoterBounds({ promoters: 0, passives: 0, detractors: 0, invited: 0 });
    expect([lower, upper]).toEqual([Number.NaN, Number.NaN]);
  });

  test('holds the score of all invited, whatever the silent ones would have said', () => {
    const count = fc.nat(1000);
    fc.assert(
      fc.property(count, count, count, count, count, count, (promoters, passives, detractors, p, q, d) => {
        const invited = promoters + passives + detractors + p + q + d;
        fc.pre(invited > 0);
        const { lower, upper } = netPromoterBounds({ promoters, passives, detractors, invited });
        const all = netPromoterScore({ promoters: promoters + p, passives: passives + q, detractors: detractors + d });
        expect(lower <= all && all <= upper).toBe(true);
        expect(upper - lower).toBeCloseTo((200 * (p + q + d)) / invited, 9);
      }),
    );
  });

  test('refuses more answers than invitations', () => {
    const error = refusalOf(() => netPromoterBounds({ ...TEXTBOOK, invited: 99 }));
    expect(error.code).toBe('above-limit');
    expect(error.message).toBe(
      'netPromoterBounds: "promoters + passives + detractors" must be at most "invited" (99); received 100',
    );
  });

  refusesQuantities(lowerBound, TEXTBOOK, ['promoters', 'passives', 'detractors', 'invited']);
  readsItsSubject(lowerBound, 'counts', TEXTBOOK);
});
