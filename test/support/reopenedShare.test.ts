import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reopenedShare } from '../../src/support/reopenedShare.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyPart, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf } from '../rates/exact.ts';
import { NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField, refusesQuantities } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { resolvedTickets: 120, reopenedTickets: 9 };

describe('reopenedShare', () => {
  test('is the reopened over the resolved tickets', () => {
    expect(reopenedShare(TEXTBOOK)).toBe(0.075);
  });

  test('is 0 of none and 1 of all', () => {
    expect(reopenedShare({ resolvedTickets: 120, reopenedTickets: 0 })).toBe(0);
    expect(reopenedShare({ resolvedTickets: 120, reopenedTickets: 120 })).toBe(1);
  });

  test('is NaN where no ticket was resolved', () => {
    expect(reopenedShare({ resolvedTickets: 0, reopenedTickets: 0 })).toBeNaN();
  });

  test('is NaN where it is not known which were opened again, and still reads the rest', () => {
    expect(reopenedShare({ resolvedTickets: 120, reopenedTickets: Number.NaN })).toBeNaN();
    expect(refusalOf(() => reopenedShare({ resolvedTickets: -1, reopenedTickets: Number.NaN })).path).toEqual([
      'resolvedTickets',
    ]);
  });

  test('refuses a part larger than the whole, by name and value', () => {
    const error = refusalOf(() => reopenedShare({ resolvedTickets: 120, reopenedTickets: 121 }));
    expect([error.code, error.path]).toEqual(['above-limit', ['reopenedTickets']]);
    expect(error.message).toBe(
      'reopenedShare: "reopenedTickets" must be at most "resolvedTickets" (120); received 121',
    );
  });

  test('takes what exceeds the whole by rounding only for the whole', () => {
    expect(reopenedShare({ resolvedTickets: 0.3, reopenedTickets: 0.1 + 0.2 })).toBe(1);
  });

  refusesQuantities(reopenedShare, TEXTBOOK, ['resolvedTickets']);
  refusesField(
    reopenedShare,
    TEXTBOOK,
    'reopenedTickets',
    'not-a-quantity',
    'a finite number of at least 0',
    NO_QUANTITIES_NOR_NAN,
  );
  readsItsSubject(reopenedShare, 'counts', TEXTBOOK);
});

test('reopenedShare of whole counts is correctly rounded', () => {
  fc.assert(
    fc.property(anyPart, ({ whole, part }) => {
      const found = reopenedShare({ resolvedTickets: whole, reopenedTickets: part });
      if (whole === 0) expect(found).toBeNaN();
      else expect(found).toBe(nearestDouble(quotientOf(part, whole)));
    }),
    MANY,
  );
});
