import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertLift } from '../../src/risk/alertLift.ts';
import { alertPrecision } from '../../src/risk/alertPrecision.ts';
import { alertRecall } from '../../src/risk/alertRecall.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { anyCount, MANY } from '../rates/counts.ts';
import { nearestDouble, quotientOf, ulpsOff } from '../rates/exact.ts';
import { readsItsSubject, refusesQuantities } from '../rates/wrongSubjects.ts';

/** Small enough for sums of two to be exact. */
const anyHalf = anyCount.map((count) => Math.floor(count / 2));

describe.each([
  ['alertPrecision', alertPrecision, 'caughtAlerts', 'falseAlerts'],
  ['alertRecall', alertRecall, 'caughtLosses', 'missedLosses'],
] as const)('%s', (_, metric, right, wrong) => {
  const share = (one: number, other: number): number => metric({ [right]: one, [wrong]: other } as never);

  test('is the share of the right ones among both', () => {
    expect([share(30, 90), share(0, 5), share(5, 0)]).toEqual([0.25, 0, 1]);
  });

  test('is NaN where there is neither', () => {
    expect(share(0, 0)).toBeNaN();
  });

  test('is correctly rounded for whole counts', () => {
    fc.assert(
      fc.property(anyHalf, anyHalf, (one, other) => {
        fc.pre(one + other > 0);
        expect(share(one, other)).toBe(nearestDouble(quotientOf(one, one + other)));
      }),
      MANY,
    );
  });

  refusesQuantities(metric, { [right]: 3, [wrong]: 9 }, [right, wrong]);
  readsItsSubject(metric, 'counts', { [right]: 3, [wrong]: 9 });
});

const COUNTS = { caughtAlerts: 30, falseAlerts: 90, baseCustomers: 5000, baseLosses: 250 };

describe('alertLift', () => {
  test('is the precision over the share of losses among all customers', () => {
    // A quarter of the alerts, a twentieth of the customers.
    expect(alertLift(COUNTS)).toBe(5);
  });

  test('is 1 where alerts are no better than chance, and 0 where none is right', () => {
    expect(alertLift({ ...COUNTS, caughtAlerts: 6, falseAlerts: 114 })).toBe(1);
    expect(alertLift({ ...COUNTS, caughtAlerts: 0 })).toBe(0);
  });

  test('is NaN without alerts, without customers, and without losses among them', () => {
    expect(alertLift({ ...COUNTS, caughtAlerts: 0, falseAlerts: 0 })).toBeNaN();
    expect(alertLift({ ...COUNTS, baseCustomers: 0, baseLosses: 0 })).toBeNaN();
    expect(alertLift({ ...COUNTS, baseLosses: 0 })).toBeNaN();
  });

  test('is the exact quotient within three units in the last place, one for each rounding', () => {
    fc.assert(
      fc.property(
        fc.nat(1e6),
        fc.nat(1e6),
        fc.nat(1e6),
        fc.nat(1e6),
        (caughtAlerts, falseAlerts, baseLosses, others) => {
          fc.pre(caughtAlerts > 0 && baseLosses > 0);
          const baseCustomers = baseLosses + others;
          const exact = {
            numerator: BigInt(caughtAlerts) * BigInt(baseCustomers),
            denominator: BigInt(caughtAlerts + falseAlerts) * BigInt(baseLosses),
          };
          const found = alertLift({ caughtAlerts, falseAlerts, baseCustomers, baseLosses });
          expect(ulpsOff(found, exact)).toBeLessThanOrEqual(3);
        },
      ),
      MANY,
    );
  });

  test('refuses more losses than customers, by name and value', () => {
    const error = refusalOf(() => alertLift({ ...COUNTS, baseLosses: 5001 }));
    expect(error.message).toBe('alertLift: "baseLosses" must be at most "baseCustomers" (5000); received 5001');
  });

  refusesQuantities(alertLift, COUNTS, Object.keys(COUNTS));
  readsItsSubject(alertLift, 'counts', COUNTS);
});
