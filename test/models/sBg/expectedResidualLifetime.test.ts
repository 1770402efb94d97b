import { describe, expect, test } from 'vitest';
import * as sBg from '../../../src/models/sBg/index.ts';
import { HIGH_END, REGULAR, relativeError, seenFor } from '../renewalCurves.ts';

const NEW = { renewals: 0 };

describe('the residual lifetime', () => {
  test.each([
    ['regular', REGULAR, 7, 4.409944709267097],
    ['high end', HIGH_END, 7, 7.155650064145099],
    ['regular', REGULAR, 4, 4.332876219262853],
    ['high end', HIGH_END, 4, 6.795301271367992],
  ] as const)(
    'of a new customer of the %s curve within 12 periods is the known one, from the years given',
    (_, curve, years, value) => {
      const { parameters } = sBg.fit(seenFor(curve, years));
      const lifetime = sBg.expectedResidualLifetime(parameters, NEW, { timing: 'justAcquired', horizon: 12 });
      expect(relativeError(lifetime, value)).toBeLessThan(1e-8);
    },
  );

  test('is infinite for the regular customers, as it is wherever alpha is at most 1, and finite up to a horizon', () => {
    const { parameters } = sBg.fit(seenFor(REGULAR, 7));
    for (const timing of ['justAcquired', 'beforeRenewal', 'afterPayment'] as const) {
      expect(sBg.expectedResidualLifetime(parameters, NEW, { timing })).toBe(Infinity);
      expect(sBg.expectedResidualLifetime({ alpha: 1, beta: 1 }, NEW, { timing })).toBe(Infinity);
      expect(sBg.expectedResidualLifetime(parameters, NEW, { timing, horizon: 1000 })).toBeLessThan(1000);
    }
  });

  test('is (alpha + beta + renewals - 1) / (alpha - 1) with the payment of now, one less without it', () => {
    const parameters = { alpha: 5, beta: 4 };
    expect(sBg.expectedResidualLifetime(parameters, NEW, { timing: 'justAcquired' })).toBeCloseTo(2, 13);
    for (const timing of ['beforeRenewal', 'afterPayment'] as const) {
      expect(sBg.expectedResidualLifetime(parameters, NEW, { timing })).toBeCloseTo(1, 13);
      expect(sBg.expectedResidualLifetime(parameters, { renewals: 8 }, { timing })).toBeCloseTo(3, 13);
    }
  });

  test('of alpha 1 and beta 1 within n payments is the n-th harmonic number', () => {
    let harmonic = 0;
    for (let n = 1; n <= 3000; n++) {
      harmonic += 1 / n;
      if (n % 100 > 3) continue;
      const options = { timing: 'justAcquired', horizon: n } as const;
      const lifetime = sBg.expectedResidualLifetime({ alpha: 1, beta: 1 }, NEW, options);
      expect(relativeError(lifetime, harmonic)).toBeLessThan(1e-13);
    }
  });
});
