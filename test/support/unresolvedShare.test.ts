import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unresolvedShare } from '../../src/support/unresolvedShare.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyPart, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf } from '../rates/exact.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';

const TEXTBOOK = { openedTickets: 160, unresolvedTickets: 8 };

describe('unresolvedShare', () => {
  test('is the unresolved over the opened tickets', () => {
    expect(unresolvedShare(TEXTBOOK)).toBe(0.05);
  });

  test('is 0 of none and 1 of all', () => {
    expect(unresolvedShare({ openedTickets: 120, unresolvedTickets: 0 })).toBe(0);
    expect(unresolvedShare({ openedTickets: 120, unresolvedTickets: 120 })).toBe(1);
  });

  test('is NaN where no ticket was opened', () => {
    expect(unresolvedShare({ openedTickets: 0, unresolvedTickets: 0 })).toBeNaN();
  });

  test('refuses a part larger than the whole, by name and value', () => {
    const error = refusalOf(() => unresolvedShare({ openedTickets: 120, unresolvedTickets: 121 }));
    expect([error.code, error.path]).toEqual(['above-limit', ['unresolvedTickets']]);
    expect(error.message).toBe(
      'unresolvedShare: "unresolvedTickets" must be at most "openedTickets" (120); received 121',
    );
  });

  test('takes what exceeds the whole by rounding only for the whole', () => {
    expect(unresolvedShare({ openedTickets: 0.3, unresolvedTickets: 0.1 + 0.2 })).toBe(1);
  });

  refusesQuantities(unresolvedShare, TEXTBOOK, ['openedTickets', 'unresolvedTickets']);
  readsItsSubject(unresolvedShare, 'counts', TEXTBOOK);
});

test('unresolvedShare of whole counts is correctly rounded', () => {
  fc.assert(
    fc.property(anyPart, ({ whole, part }) => {
      const found = unresolvedShare({ openedTickets: whole, unresolvedTickets: part });
      if (whole === 0) expect(found).toBeNaN();
      else expect(found).toBe(nearestDouble(quotientOf(part, whole)));
    }),
    MANY,
  );
});
