import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refusalOf } from '../core/refusalOf.ts';
import { anyPart, MANY } from './counts.ts';
import { nearestDouble, quotientOf } from './exact.ts';
import { readsItsSubject, refusesQuantities } from './wrongSubjects.ts';

/** Holds what every share of a whole does: `part` of `whole`, two fields of one subject. */
export function isShareOf(metric: (subject: never) => number, whole: string, part: string): void {
  const share = (all: number, some: number): number => metric({ [whole]: all, [part]: some } as never);

  test('is 0 where nobody did and 1 where everyone did', () => {
    expect([share(7, 0), share(7, 7)]).toEqual([0, 1]);
  });

  test('is NaN of nobody', () => {
    expect([share(0, 0), share(-0, 0)]).toEqual([Number.NaN, Number.NaN]);
  });

  test('refuses a part above its whole, by code, name and value', () => {
    const error = refusalOf(() => share(5, 6));
    expect([error.code, error.path]).toEqual(['above-limit', [part]]);
    expect(error.message).toBe(`${metric.name}: "${part}" must be at most "${whole}" (5); received 6`);
  });

  test('takes what exceeds the whole by rounding only for the whole', () => {
    // 0.1 + 0.2 is 0.30000000000000004.
    expect(share(0.3, 0.1 + 0.2)).toBe(1);
    expect(refusalOf(() => share(0.3, 0.3 * (1 + 9 * Number.EPSILON))).code).toBe('above-limit');
  });

  test('is correctly rounded for whole counts', () => {
    fc.assert(
      fc.property(anyPart, (counts) => {
        fc.pre(counts.whole > 0);
        expect(share(counts.whole, counts.part)).toBe(nearestDouble(quotientOf(counts.part, counts.whole)));
      }),
      MANY,
    );
  });

  refusesQuantities(metric, { [whole]: 8, [part]: 2 }, [whole, part]);
  readsItsSubject(metric, 'counts', { [whole]: 8, [part]: 2 });
}
