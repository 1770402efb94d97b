import { describe, expect, test } from 'vitest';
import * as sBg from '../../../src/models/sBg/index.ts';
import { HIGH_END, REGULAR, relativeError, seenFor } from '../renewalCurves.ts';

/** Survival after 0 to 12 renewals at the maximum of the likelihood of so many renewals, to double precision. */
const PROJECTED = [
  [
    'regular',
    REGULAR,
    4,
    [
      1.0, 0.6291979643360809, 0.47214706207022467, 0.38332759414047674, 0.32546927591027675, 0.2844510885497553,
      0.25368042463774537, 0.2296433268659824, 0.21028567182022945, 0.1943218669390513, 0.18090382061939378,
      0.16944812337363738, 0.15953950068794442,
    ],
  ],
  [
    'regular',
    REGULAR,
    7,
    [
      1.0, 0.6267060540838757, 0.4738193217731432, 0.3879739541143838, 0.3320679110087698, 0.2923470992013097,
      0.2624558184630946, 0.23902361402997557, 0.2200849665338191, 0.2044107866146369, 0.19119019101896295,
      0.17986499242512688, 0.1700374528115109,
    ],
  ],
  [
    'high end',
    HIGH_END,
    4,
    [
      1.0, 0.8587889452956232, 0.7495595758071487, 0.6628341806399927, 0.5924962157342122, 0.5344323547285049,
      0.48578068209906183, 0.44449220115444166, 0.40906371258313245, 0.37836897360012506, 0.35154854030186083,
      0.3279358894238775, 0.30700665898447976,
    ],
  ],
  [
    'high end',
    HIGH_END,
    7,
    [
      1.0, 0.8506792627735994, 0.7468594099724588, 0.6697889831051685, 0.6099191353314202, 0.5618342811009683,
      0.522215569284931, 0.4889064197209214, 0.46043967182044027, 0.4357795900051808, 0.41417239787170806,
      0.3950553431582999, 0.37799907159740975,
    ],
  ],
] as const;

describe('the projection', () => {
  test.each(PROJECTED)(
    'of the %s curve is the known one, with renewals as listed, from the years given',
    (_, curve, years, survival) => {
      const { rows } = sBg.projection(sBg.fit(seenFor(curve, years)).parameters, { periods: 12 });
      expect(rows).toHaveLength(13);
      for (const row of rows) expect(relativeError(row.survival, survival[row.period]!)).toBeLessThan(1e-9);
      for (const { period, retentionRate } of rows.slice(1))
        expect(relativeError(retentionRate, survival[period]! / survival[period - 1]!)).toBeLessThan(1e-9);
    },
  );

  test('comes within 5 per cent of those who were there in the five years after', () => {
    for (const curve of [REGULAR, HIGH_END]) {
      const { rows } = sBg.projection(sBg.fit(seenFor(curve, 7)).parameters, { periods: 12 });
      for (const { period, survival } of rows.slice(8))
        expect(relativeError(1000 * survival, curve[period]!)).toBeLessThan(0.05);
    }
  });

  test('of alpha 1 and beta 2 has 2 / (t + 2) left after t renewals', () => {
    const { rows } = sBg.projection({ alpha: 1, beta: 2 }, { periods: 50 });
    for (const { period, survival } of rows) expect(survival).toBeCloseTo(2 / (period + 2), 14);
  });

  test('of no renewal ahead is the cohort as it joined, and takes extra fields of a fit', () => {
    const { rows, definition } = sBg.projection({ alpha: 1, beta: 2, label: 'plan A' } as never, { periods: 0 });
    expect(rows).toEqual([{ period: 0, survival: 1, retentionRate: Number.NaN }]);
    expect(definition).toEqual({ model: 'sBg', parameters: { alpha: 1, beta: 2 } });
  });
});
