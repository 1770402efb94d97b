import { describe, expect, test } from 'vitest';
import * as betaDiscreteWeibull from '../../../src/models/betaDiscreteWeibull/index.ts';
import { HIGH_END, REGULAR, relativeError, seenFor } from '../renewalCurves.ts';

/** Survival after 0 to 12 renewals at the maximum of the likelihood of so many renewals, to double precision. */
const PROJECTED = [
  [
    'regular',
    REGULAR,
    4,
    [
      1.0, 0.6309709341991132, 0.46841307754338674, 0.381213797529905, 0.32604532816764076, 0.2875394532576172,
      0.2588858392062974, 0.23658514953752133, 0.21864429166451116, 0.2038390687303988, 0.19137293616394557,
      0.1807035084980144, 0.17144763627125847,
    ],
  ],
  [
    'regular',
    REGULAR,
    7,
    [
      1.0, 0.6310637159162815, 0.4674453315530054, 0.381544479132266, 0.3277044100143998, 0.29026973264042527,
      0.26244715958187564, 0.24079059527403562, 0.22335317367319207, 0.20894542272140285, 0.19679610550541046,
      0.18638128517118976, 0.17733139829490205,
    ],
  ],
  [
    'high end',
    HIGH_END,
    4,
    [
      1.0, 0.8691470791341049, 0.7419286283817255, 0.6547847108591682, 0.5929332497108162, 0.5466108287653246,
      0.5103694029131475, 0.4810447433931649, 0.4566888063282905, 0.4360372979127807, 0.4182323334482462,
      0.4026697747447771, 0.38891073081743144,
    ],
  ],
  [
    'high end',
    HIGH_END,
    7,
    [
      1.0, 0.8694236621272231, 0.7403651918210308, 0.6552886487315496, 0.5961616906672257, 0.5523298908055133,
      0.5182001274515183, 0.49063706404216517, 0.4677523728862749, 0.44833790800545825, 0.4315817400920236,
      0.4169158760210691, 0.4039295907000478,
    ],
  ],
] as const;

describe('the projection', () => {
  test.each(PROJECTED)(
    'of the %s curve is the known one, with renewals as listed, from the years given',
    (_, curve, years, survival) => {
      const { rows } = betaDiscreteWeibull.projection(betaDiscreteWeibull.fit(seenFor(curve, years)).parameters, {
        periods: 12,
      });
      expect(rows).toHaveLength(13);
      for (const row of rows) expect(relativeError(row.survival, survival[row.period]!)).toBeLessThan(1e-8);
      for (const { period, retentionRate } of rows.slice(1))
        expect(relativeError(retentionRate, survival[period]! / survival[period - 1]!)).toBeLessThan(1e-8);
    },
  );

  test('of alpha 1, beta 2 and c 3 has 2 / (t^3 + 2) left after t renewals', () => {
    const { rows, definition } = betaDiscreteWeibull.projection({ alpha: 1, beta: 2, c: 3 }, { periods: 50 });
    for (const { period, survival } of rows) expect(relativeError(survival, 2 / (period ** 3 + 2))).toBeLessThan(1e-13);
    expect(definition).toEqual({ model: 'betaDiscreteWeibull', parameters: { alpha: 1, beta: 2, c: 3 } });
  });
});
