import { describe, expect, test } from 'vitest';
import { customerLifespan } from '../../src/value/customerLifespan.ts';
import { customerLifespanInterval } from '../../src/value/customerLifespanInterval.ts';
import { customerLifespanWithin } from '../../src/value/customerLifespanWithin.ts';
import { customerLifespanWithinInterval } from '../../src/value/customerLifespanWithinInterval.ts';
import { refusalOf } from '../core/refusalOf.ts';
import aml from '../reference/survival/aml.json' with { type: 'json' };

const LIFESPANS = { time: [20, 35, 50, 80, 90], ended: [1, 1, 0, 1, 0] };

describe('customerLifespanInterval', () => {
  test('has its metric as the estimate, and the ends that R’s intervals have at a half', () => {
    // The lower ends first come down to 1/2 at 13 and the upper ones never; of the others at 5 and at 33.
    expect(customerLifespanInterval(aml.maintained)).toMatchObject({ estimate: 31, lower: 13, upper: Number.NaN });
    expect(customerLifespanInterval(aml.nonmaintained)).toMatchObject({ estimate: 23, lower: 5, upper: 33 });
    expect(customerLifespanInterval(LIFESPANS).estimate).toBe(customerLifespan(LIFESPANS));
  });

  test('is no wider at a lower level, and says which level it is of', () => {
    const half = customerLifespanInterval(aml.nonmaintained, { level: 0.5 });
    expect(half.level).toBe(0.5);
    expect([half.lower >= 5, half.upper <= 33]).toEqual([true, true]);
  });

  test('refuses what is wrong in its own name', () => {
    const errors = [
      refusalOf(() => customerLifespanInterval(5 as never)),
      refusalOf(() => customerLifespanInterval(LIFESPANS, { level: 1 })),
      refusalOf(() => customerLifespanInterval(LIFESPANS, { horizon: 1 } as never)),
    ];
    expect(errors.map(({ metric, code }) => [metric, code])).toEqual([
      ['customerLifespanInterval', 'not-a-record'],
      ['customerLifespanInterval', 'not-an-option'],
      ['customerLifespanInterval', 'unknown-option'],
    ]);
  });
});

describe('customerLifespanWithinInterval', () => {
  test('by hand: areas of 27 and 15 from days 20 and 35 to 60, with 5 and 4 at risk', () => {
    const { estimate, standardError, upper } = customerLifespanWithinInterval(LIFESPANS, { horizon: 60 });
    expect(estimate).toBe(customerLifespanWithin(LIFESPANS, { horizon: 60 }));
    expect(standardError).toBeCloseTo(Math.sqrt(27 ** 2 / (5 * 4) + 15 ** 2 / (4 * 3)), 12);
    expect(upper).toBe(60);
  });

  test('has the standard error that R has', () => {
    for (const group of [aml.maintained, aml.nonmaintained])
      for (const { horizon, standardError } of group.restrictedMean) {
        const found = customerLifespanWithinInterval(group, { horizon });
        expect(Math.abs(found.standardError - standardError)).toBeLessThan(1e-6);
      }
  });

  test('takes a level', () => {
    const { level, lower } = customerLifespanWithinInterval(LIFESPANS, { horizon: 60, level: 0.5 });
    expect(level).toBe(0.5);
    // Half of a normal law lies within 0.6745 standard errors, here of 7.4297.
    expect(lower).toBeCloseTo(47 - 0.6744897501960817 * Math.sqrt(55.2), 9);
  });

  test('refuses what is wrong in its own name', () => {
    const errors = [
      refusalOf(() => customerLifespanWithinInterval({ time: [1], ended: [2] }, { horizon: 5 })),
      refusalOf(() => customerLifespanWithinInterval(LIFESPANS, { horizon: -1 })),
      refusalOf(() => customerLifespanWithinInterval(LIFESPANS, { horizon: 1, level: 0 })),
      refusalOf(() => customerLifespanWithinInterval(LIFESPANS, undefined as never)),
    ];
    expect(errors.map(({ metric, code }) => [metric, code])).toEqual([
      ['customerLifespanWithinInterval', 'not-an-option'],
      ['customerLifespanWithinInterval', 'not-a-quantity'],
      ['customerLifespanWithinInterval', 'not-an-option'],
      ['customerLifespanWithinInterval', 'not-a-record'],
    ]);
  });
});
