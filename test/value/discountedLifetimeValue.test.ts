import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { averageLifespan } from '../../src/rates/averageLifespan.ts';
import { customerLifetimeValue } from '../../src/value/customerLifetimeValue.ts';
import { discountedLifetimeValue } from '../../src/value/discountedLifetimeValue.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { ulpsApart, ulpsOff } from '../rates/exact.ts';
import {
  NO_FINITE_NUMBERS,
  NO_QUANTITIES,
  NO_QUANTITIES_NOR_NAN,
  readsItsSubject,
  refusesField,
} from '../rates/wrongSubjects.ts';
import cases from '../reference/published/valueCases.json' with { type: 'json' };
import { anyParts, exactlyFromNow, paymentByPayment, TIMINGS } from './discountedOracle.ts';

const TEXTBOOK = { marginPerPeriod: 90, retentionRate: 0.8, discountRate: 0.1 };
const anyTiming = fc.constantFrom(...TIMINGS);

/** Whether two numbers agree to within so many parts of 10^13. */
const agree = (one: number, other: number, parts = 1): boolean =>
  Math.abs(one - other) <= parts * 1e-13 * Math.abs(other);

describe('discountedLifetimeValue without a horizon', () => {
  // 1 + d - r is 0.3 in all three: 90 x 1.1 / 0.3, 90 / 0.3 and 90 x 0.8 / 0.3.
  test.each([
    ['now', 330],
    ['endOfPeriod', 300],
    ['endOfPeriodIfRetained', 240],
  ] as const)('with the first payment %s is, in the textbook case, %d', (firstPayment, value) => {
    expect(ulpsApart(discountedLifetimeValue(TEXTBOOK, { firstPayment }), value)).toBeLessThanOrEqual(4);
  });

  test('is at no discount what a customer brings in over 1 / churn periods', () => {
    fc.assert(
      fc.property(anyParts, ({ marginPerPeriod, retentionRate }) => {
        fc.pre(retentionRate < 1);
        const parts = { marginPerPeriod, retentionRate, discountRate: 0 };
        const lifespan = averageLifespan({ churnRate: 1 - retentionRate });
        const plain = customerLifetimeValue({ averageOrderValue: marginPerPeriod, purchaseFrequency: 1, lifespan });
        expect(agree(discountedLifetimeValue(parts, { firstPayment: 'now' }), plain)).toBe(true);
      }),
    );
  });

  test('differs between the timings by exactly a period of discount and a period of retention', () => {
    fc.assert(
      fc.property(anyParts, fc.option(fc.nat(500), { nil: undefined }), (parts, horizon) => {
        fc.pre(horizon !== undefined || parts.retentionRate < 1 || parts.discountRate > 0);
        const [now, end, ifRetained] = TIMINGS.map((firstPayment) =>
          discountedLifetimeValue(parts, horizon === undefined ? { firstPayment } : { firstPayment, horizon }),
        );
        expect(agree(end! * (1 + parts.discountRate), now!)).toBe(true);
        expect(agree(end! * parts.retentionRate, ifRetained!)).toBe(true);
      }),
    );
  });

  test('counts one payment from those who all leave at once: the first, unless it comes only from who stays', () => {
    const parts = { ...TEXTBOOK, retentionRate: 0 };
    expect(discountedLifetimeValue(parts, { firstPayment: 'now' })).toBe(90);
    expect(agree(discountedLifetimeValue(parts, { firstPayment: 'endOfPeriod' }), 90 / 1.1)).toBe(true);
    expect(discountedLifetimeValue(parts, { firstPayment: 'endOfPeriodIfRetained' })).toBe(0);
  });

  test('is NaN where nobody leaves and nothing is discounted, since the sum has no end', () => {
    for (const firstPayment of TIMINGS)
      expect(discountedLifetimeValue({ ...TEXTBOOK, retentionRate: 1, discountRate: 0 }, { firstPayment })).toBeNaN();
  });

  test('keeps the digits of a discount that is small beside 1', () => {
    const parts = { marginPerPeriod: 1, retentionRate: 1, discountRate: 2 ** -60 };
    expect(discountedLifetimeValue(parts, { firstPayment: 'endOfPeriod' })).toBe(2 ** 60);
  });

  test('is negative for customers who cost money', () => {
    const parts = { ...TEXTBOOK, marginPerPeriod: -90 };
    expect(agree(discountedLifetimeValue(parts, { firstPayment: 'endOfPeriod' }), -300)).toBe(true);
  });

  const { retention, byDiscount } = cases.guptaLehmannMultiples;
  test.each(Object.entries(byDiscount))('published: margin multiples of Gupta and Lehmann at %s', (discount, row) => {
    retention.forEach((retentionRate, place) => {
      const parts = { marginPerPeriod: 1, retentionRate, discountRate: Number(discount) };
      const multiple = discountedLifetimeValue(parts, { firstPayment: 'endOfPeriodIfRetained' });
      expect(Math.abs(multiple - row[place]!)).toBeLessThan(0.005 + 1e-9);
    });
  });
});

describe('discountedLifetimeValue with a horizon', () => {
  test('is the sum of so many payments, each from those kept and for what it is worth now', () => {
    fc.assert(
      fc.property(anyParts, anyTiming, fc.nat(300), (parts, firstPayment, horizon) => {
        const value = discountedLifetimeValue(parts, { firstPayment, horizon });
        const slow = paymentByPayment(parts, firstPayment, horizon);
        expect(agree(value, slow, 10)).toBe(true);
      }),
    );
  });

  test('loses no digits where hardly anyone leaves and hardly anything is discounted', () => {
    for (const [retentionRate, discountRate] of [
      [1 - 2 ** -50, 0],
      [1 - 2 ** -40, 2 ** -45],
      [1, 2 ** -48],
      [1, 1e-9],
    ] as const)
      for (const horizon of [1, 2, 3, 10, 100]) {
        const parts = { marginPerPeriod: 30, retentionRate, discountRate };
        const value = discountedLifetimeValue(parts, { firstPayment: 'now', horizon });
        expect(ulpsOff(value, exactlyFromNow(parts, horizon))).toBeLessThan(8);
      }
  });

  test('is 0 for no payment and the first payment for one', () => {
    for (const firstPayment of TIMINGS) expect(discountedLifetimeValue(TEXTBOOK, { firstPayment, horizon: 0 })).toBe(0);
    const losing = { ...TEXTBOOK, marginPerPeriod: -5 };
    expect(discountedLifetimeValue(losing, { firstPayment: 'now', horizon: 0 })).toBe(0);
    expect(agree(discountedLifetimeValue(TEXTBOOK, { firstPayment: 'now', horizon: 1 }), 90)).toBe(true);
    expect(agree(discountedLifetimeValue(TEXTBOOK, { firstPayment: 'endOfPeriod', horizon: 1 }), 90 / 1.1)).toBe(true);
    const ifRetained = discountedLifetimeValue(TEXTBOOK, { firstPayment: 'endOfPeriodIfRetained', horizon: 1 });
    expect(agree(ifRetained, 72 / 1.1)).toBe(true);
  });

  test('is as many margins as payments where nobody leaves and nothing is discounted', () => {
    const parts = { marginPerPeriod: 12.5, retentionRate: 1, discountRate: 0 };
    expect(discountedLifetimeValue(parts, { firstPayment: 'now', horizon: 40 })).toBe(500);
  });

  test('never falls with more payments and comes to the value without an end', () => {
    fc.assert(
      fc.property(anyParts, anyTiming, fc.nat(1000), (parts, firstPayment, horizon) => {
        const [fewer, more] = [horizon, horizon + 1].map((payments) =>
          discountedLifetimeValue(parts, { firstPayment, horizon: payments }),
        );
        expect(more! - fewer!).toBeGreaterThanOrEqual(-1e-13 * more!);
        fc.pre(1 - parts.retentionRate + parts.discountRate > 1e-13);
        const whole = discountedLifetimeValue(parts, { firstPayment });
        expect(more!).toBeLessThanOrEqual(whole * (1 + 1e-13));
        expect(agree(discountedLifetimeValue(parts, { firstPayment, horizon: 2 ** 52 }), whole)).toBe(true);
      }),
    );
  });
});

describe('what discountedLifetimeValue takes', () => {
  const metric = Object.defineProperty(
    (parts: typeof TEXTBOOK) => discountedLifetimeValue(parts, { firstPayment: 'now' }),
    'name',
    { value: 'discountedLifetimeValue' },
  );

  test('NaN, as a mean or a rate of empty data is, gives NaN as margin and as retention', () => {
    for (const part of ['marginPerPeriod', 'retentionRate'])
      for (const horizon of [3, undefined])
        expect(
          discountedLifetimeValue(
            { ...TEXTBOOK, [part]: Number.NaN },
            horizon === undefined ? { firstPayment: 'now' } : { firstPayment: 'now', horizon },
          ),
        ).toBeNaN();
  });

  test('refuses to guess when the first payment comes', () => {
    const error = refusalOf(() => discountedLifetimeValue(TEXTBOOK, {} as never));
    expect([error.code, error.path]).toEqual(['not-an-option', ['firstPayment']]);
    expect(error.expected).toBe("one of 'now', 'endOfPeriod', 'endOfPeriodIfRetained'");
    expect(refusalOf(() => discountedLifetimeValue(TEXTBOOK, undefined as never)).code).toBe('not-a-record');
  });

  test('refuses a horizon that is not a whole number of payments, and an option that is not known', () => {
    for (const horizon of [-1, 2.5, Number.NaN, Infinity, '3' as never])
      expect(refusalOf(() => discountedLifetimeValue(TEXTBOOK, { firstPayment: 'now', horizon })).code).toBe(
        'not-a-count',
      );
    const misspelt = { firstPayment: 'now', horizn: 3 } as never;
    expect(refusalOf(() => discountedLifetimeValue(TEXTBOOK, misspelt)).received).toBe('"horizn"');
  });

  test('refuses a retention rate above 1: 80 % is 0.8', () => {
    const error = refusalOf(() => metric({ ...TEXTBOOK, retentionRate: 80 }));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['retentionRate'], '80']);
  });

  const rule = 'a finite number of at least 0';
  refusesField(metric, TEXTBOOK, 'marginPerPeriod', 'not-a-number', 'a finite number', NO_FINITE_NUMBERS);
  refusesField(metric, TEXTBOOK, 'retentionRate', 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  refusesField(metric, TEXTBOOK, 'discountRate', 'not-a-quantity', rule, NO_QUANTITIES);
  readsItsSubject(metric, 'parts', TEXTBOOK);
});
