import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repeatPurchaseRate } from '../../src/rates/repeatPurchaseRate.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyPart, MANY } from './counts.ts';
import { nearestDouble, quotientOf } from './exact.ts';
import { readsItsSubject, refusesQuantities } from './wrongSubjects.ts';

const TEXTBOOK = { buyers: 400, repeatBuyers: 100 };

describe('repeatPurchaseRate', () => {
  test('is the buyers with two orders or more over all buyers', () => {
    expect(repeatPurchaseRate(TEXTBOOK)).toBe(0.25);
  });

  test('is NaN where nobody bought', () => {
    expect(repeatPurchaseRate({ buyers: 0, repeatBuyers: 0 })).toBeNaN();
  });

  test('refuses more repeat buyers than buyers, by code, name and value', () => {
    const error = refusalOf(() => repeatPurchaseRate({ buyers: 3, repeatBuyers: 4 }));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['repeatBuyers'], '4']);
    expect(error.message).toBe('repeatPurchaseRate: "repeatBuyers" must be at most "buyers" (3); received 4');
  });

  test('is correctly rounded for whole counts', () => {
    fc.assert(
      fc.property(anyPart, ({ whole, part }) => {
        const rate = repeatPurchaseRate({ buyers: whole, repeatBuyers: part });
        if (whole === 0) expect(rate).toBeNaN();
        else expect(rate).toBe(nearestDouble(quotientOf(part, whole)));
      }),
      MANY,
    );
  });

  refusesQuantities(repeatPurchaseRate, TEXTBOOK, ['buyers', 'repeatBuyers']);
  readsItsSubject(repeatPurchaseRate, 'counts', TEXTBOOK);
});
