import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retentionProfitEffect } from '../../src/value/retentionProfitEffect.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { NO_QUANTITIES_NOR_NAN, readsItsSubject, refusesField } from '../rates/wrongSubjects.ts';
import { anyParts, paymentByPayment, TIMINGS } from './discountedOracle.ts';

const TEXTBOOK = {
  ...{ marginPerPeriod: 90, retentionRate: 0.8, changedRetentionRate: 0.85, discountRate: 0.1 },
  acquisitionCost: 180,
};
const NOW = { firstPayment: 'now' } as const;

describe('retentionProfitEffect', () => {
  test('is the rise of the profit: 90 x 1.1 / 0.25 less 180 is 216, and 90 x 1.1 / 0.3 less 180 is 150', () => {
    expect(retentionProfitEffect(TEXTBOOK, NOW)).toBeCloseTo(216 / 150 - 1, 12);
  });

  test('is the larger the more of the value winning the customer costs', () => {
    expect(retentionProfitEffect({ ...TEXTBOOK, acquisitionCost: 0 }, NOW)).toBeCloseTo(0.2, 12);
    expect(retentionProfitEffect({ ...TEXTBOOK, acquisitionCost: 297 }, NOW)).toBeCloseTo(2, 12);
  });

  test('is 0 where retention does not change, and below 0 where it falls', () => {
    expect(retentionProfitEffect({ ...TEXTBOOK, changedRetentionRate: 0.8 }, NOW)).toBe(0);
    // 99 / 0.4 is 247.5, less 180 is 67.5, of 150.
    expect(retentionProfitEffect({ ...TEXTBOOK, changedRetentionRate: 0.7 }, NOW)).toBeCloseTo(67.5 / 150 - 1, 12);
    // All of them leave at once: 90 less 180, a loss of 90 where there was a profit of 150.
    expect(retentionProfitEffect({ ...TEXTBOOK, changedRetentionRate: 0 }, NOW)).toBeCloseTo(-240 / 150, 12);
  });

  test('is NaN where there was no profit before, or a loss', () => {
    for (const acquisitionCost of [331, 5000])
      expect(retentionProfitEffect({ ...TEXTBOOK, acquisitionCost }, NOW)).toBeNaN();
    const even = { ...TEXTBOOK, retentionRate: 0.5, discountRate: 0, acquisitionCost: 180 };
    expect(retentionProfitEffect(even, NOW)).toBeNaN();
    expect(retentionProfitEffect({ ...TEXTBOOK, marginPerPeriod: -1, acquisitionCost: 0 }, NOW)).toBeNaN();
  });

  test('is NaN where one of the two values has no end, and not where a horizon gives it one', () => {
    const undiscounted = { ...TEXTBOOK, discountRate: 0 };
    expect(retentionProfitEffect({ ...undiscounted, changedRetentionRate: 1 }, NOW)).toBeNaN();
    expect(retentionProfitEffect({ ...undiscounted, retentionRate: 1 }, NOW)).toBeNaN();
    const within = { ...undiscounted, changedRetentionRate: 1, retentionRate: 0, acquisitionCost: 0 };
    expect(retentionProfitEffect(within, { firstPayment: 'now', horizon: 5 })).toBeCloseTo(4, 12);
  });

  test('is by how much two sums of payments, less the cost, differ', () => {
    fc.assert(
      fc.property(
        anyParts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.constantFrom(...TIMINGS),
        fc.integer({ min: 1, max: 100 }),
        (parts, changedRetentionRate, spent, firstPayment, horizon) => {
          const before = paymentByPayment(parts, firstPayment, horizon);
          const after = paymentByPayment({ ...parts, retentionRate: changedRetentionRate }, firstPayment, horizon);
          const acquisitionCost = spent * before;
          const all = { ...parts, changedRetentionRate, acquisitionCost };
          const found = retentionProfitEffect(all, { firstPayment, horizon });
          const profits = [before, after].map((value) => value - acquisitionCost) as [number, number];
          if (profits[0] <= 0) expect(found).toBeNaN();
          else expect(Math.abs(found - (profits[1] / profits[0] - 1))).toBeLessThan(1e-10 * (1 + after / profits[0]));
        },
      ),
    );
  });

  test('does not depend on the unit of money, exactly for powers of two', () => {
    fc.assert(
      fc.property(anyParts, fc.double({ min: 0, max: 1, noNaN: true }), (parts, changedRetentionRate) => {
        const one = { ...parts, changedRetentionRate, acquisitionCost: parts.marginPerPeriod / 2 };
        const marginPerPeriod = 1024 * one.marginPerPeriod;
        const other = { ...one, marginPerPeriod, acquisitionCost: 1024 * one.acquisitionCost };
        expect(retentionProfitEffect(other, NOW)).toBe(retentionProfitEffect(one, NOW));
      }),
    );
  });

  test('lets NaN through from any part that a metric gives', () => {
    for (const part of ['marginPerPeriod', 'retentionRate', 'changedRetentionRate', 'acquisitionCost'])
      expect(retentionProfitEffect({ ...TEXTBOOK, [part]: Number.NaN }, NOW)).toBeNaN();
  });

  test('refuses five points written as percent, and no timing', () => {
    const error = refusalOf(() => retentionProfitEffect({ ...TEXTBOOK, changedRetentionRate: 85 }, NOW));
    expect([error.code, error.path]).toEqual(['above-limit', ['changedRetentionRate']]);
    expect(refusalOf(() => retentionProfitEffect(TEXTBOOK, {} as never)).metric).toBe('retentionProfitEffect');
  });

  const metric = Object.defineProperty((parts: typeof TEXTBOOK) => retentionProfitEffect(parts, NOW), 'name', {
    value: 'retentionProfitEffect',
  });
  for (const field of ['changedRetentionRate', 'acquisitionCost']) {
    const rule = 'a finite number of at least 0';
    refusesField(metric, TEXTBOOK, field, 'not-a-quantity', rule, NO_QUANTITIES_NOR_NAN);
  }
  readsItsSubject(metric, 'parts', TEXTBOOK);
});
