import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentStability } from '../../src/segments/segmentStability.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyPart, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf } from '../rates/exact.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { commonCustomers: 400, stableCustomers: 250 };

describe('segmentStability', () => {
  test('is the share of common customers who stayed in their segment', () => {
    expect(segmentStability(TEXTBOOK)).toBe(0.625);
  });

  test('is NaN where nobody was there at both dates', () => {
    expect(segmentStability({ commonCustomers: 0, stableCustomers: 0 })).toBeNaN();
  });

  test('refuses more stable customers than common ones', () => {
    expect(refusalOf(() => segmentStability({ commonCustomers: 4, stableCustomers: 5 })).message).toBe(
      'segmentStability: "stableCustomers" must be at most "commonCustomers" (4); received 5',
    );
  });

  test('is correctly rounded', () => {
    fc.assert(
      fc.property(anyPart, ({ whole, part }) => {
        fc.pre(whole > 0);
        expect(segmentStability({ commonCustomers: whole, stableCustomers: part })).toBe(
          nearestDouble(quotientOf(part, whole)),
        );
      }),
      MANY,
    );
  });

  refusesQuantities(segmentStability, TEXTBOOK, ['commonCustomers', 'stableCustomers']);
  readsItsSubject(segmentStability, 'counts', TEXTBOOK);
});
