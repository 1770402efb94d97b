import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityCalibrationTable } from '../../src/models/activityCalibrationTable.ts';
import { calibrationHoldoutSummary } from '../../src/models/calibrationHoldoutSummary.ts';
import { proportionInterval } from '../../src/statistics/proportionInterval.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { CALIBRATION_END, cdnowLog, HOLDOUT_END, hasCdnow } from './cdnow.ts';
import { anySplit, CDNOW_FITS, SPLIT, splitOf, WRONG_FITS, WRONG_LENGTHS, WRONG_SPLITS } from './checkCases.ts';

const fit = CDNOW_FITS.bgNbd;

/** Customers of one repeat purchase each, whose chance to buy again is the higher the later it came. */
const ladder = {
  frequency: [1, 1, 1, 1, 1, 1],
  recency: [12, 2, 10, 4, 8, 6],
  age: [12, 12, 12, 12, 12, 12],
  holdoutFrequency: [2, 0, 1, 0, 0, 1],
  holdoutLength: 12,
};

describe('the table of chances to buy', () => {
  test('puts customers in bins of as many each, from the lowest chance to the highest', () => {
    const { rows, customers } = activityCalibrationTable(ladder, { fit, bins: 3 });
    expect(customers).toBe(6);
    expect(rows.map(({ bin, customers, active, activeShare }) => [bin, customers, active, activeShare])).toEqual([
      [1, 2, 0, 0],
      [2, 2, 1, 0.5],
      [3, 2, 2, 1],
    ]);
  });

  test('keeps customers of one chance together, in the bin of the middle of them', () => {
    // Ranks 0 to 8: four alike in the middle of 2, the other five behind them. Bins are 3 wide: the middle of the four
    // is in the first, and the second is left with the two at 4 and 5.
    const split = { ...ladder, weight: [1, 4, 1, 1, 1, 1] };
    const { rows } = activityCalibrationTable(split, { fit, bins: 3 });
    expect(rows.map(({ bin, customers }) => [bin, customers])).toEqual([
      [1, 4],
      [2, 2],
      [3, 3],
    ]);
    // Eight alike of thirteen: their middle, 4, is in the first of two bins, and so are they all.
    const most = activityCalibrationTable({ ...ladder, weight: [1, 8, 1, 1, 1, 1] }, { fit, bins: 2 });
    expect(most.rows.map(({ customers }) => customers)).toEqual([8, 5]);
  });

  test('leaves out bins that nobody falls in', () => {
    const alike = { frequency: [0, 0], recency: [0, 0], age: [5, 5], holdoutFrequency: [0, 1], holdoutLength: 5 };
    const { rows } = activityCalibrationTable(alike, { fit });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ bin: 6, customers: 2, active: 1, activeShare: 0.5 });
    const nobody = { frequency: [], recency: [], age: [], holdoutFrequency: [], holdoutLength: 5 };
    expect(activityCalibrationTable(nobody, { fit })).toMatchObject({ rows: [], customers: 0 });
  });

  test('has no bin beyond the last, of as many customers as numbers can tell apart', () => {
    const many = { frequency: [1, 1], recency: [2, 12], age: [12, 12], holdoutFrequency: [0, 1], holdoutLength: 12 };
    const { rows } = activityCalibrationTable({ ...many, weight: [2 ** 53 - 2, 1] }, { fit });
    expect(rows.map(({ bin }) => bin)).toEqual([6, 10]);
  });

  test('has the Wilson interval of each share, at the level asked for', () => {
    const split = { ...ladder, weight: [5, 4, 3, 4, 9, 2] };
    for (const level of [0.8, 0.95])
      for (const { customers, active, interval } of activityCalibrationTable(split, { fit, bins: 2, level }).rows) {
        const { lower, upper } = proportionInterval({ successes: active, trials: customers }, { level });
        expect(interval).toEqual({ lower, upper });
      }
  });

  test('has means of what the model says of customers one by one, in bins that part them all by rank', () => {
    fc.assert(
      fc.property(anySplit, fc.integer({ min: 1, max: 12 }), ({ modelCase, fit, split, customers }, bins) => {
        const { model, typical } = modelCase;
        const table = activityCalibrationTable(split, { fit, bins });
        const known = customers.map((customer) => ({
          active: customer.holdoutFrequency > 0,
          chance: 1 - model.probabilityOfPurchases(typical, customer, { purchases: 0, horizon: 12 }),
          alive: model.probabilityAlive(typical, customer),
        }));
        // Those below, and half of those alike, the customer among them.
        const binOf = (chance: number): number => {
          const below = known.filter((other) => other.chance < chance).length;
          const alike = known.filter((other) => other.chance === chance).length;
          return Math.floor(((below + alike / 2) * bins) / known.length) + 1;
        };
        const binned = known.map((one) => ({ ...one, bin: binOf(one.chance) }));
        expect(table.rows.map(({ bin }) => bin)).toEqual(
          [...new Set(binned.map(({ bin }) => bin))].sort((one, other) => one - other),
        );
        for (const row of table.rows) {
          const own = binned.filter(({ bin }) => bin === row.bin);
          const mean = (of: 'chance' | 'alive'): number => own.reduce((sum, one) => sum + one[of], 0) / own.length;
          expect(row.customers).toBe(own.length);
          expect(row.active).toBe(own.filter(({ active }) => active).length);
          expect(row.meanChance).toBeCloseTo(mean('chance'), 12);
          expect(row.meanProbabilityAlive).toBeCloseTo(mean('alive'), 12);
        }
        const chances = table.rows.map(({ meanChance }) => meanChance);
        expect(chances).toEqual([...chances].sort((one, other) => one - other));
      }),
      runs(100),
    );
  });

  test('is the same of customers one by one, in any order, to the last bit', () => {
    fc.assert(
      fc.property(anySplit, ({ fit, split, customers }) => {
        const spelt = activityCalibrationTable(splitOf([...customers].reverse()), { fit, bins: 4 });
        expect(spelt).toStrictEqual(activityCalibrationTable(split, { fit, bins: 4 }));
      }),
      runs(40),
    );
  });

  test('says what it rests on, and takes frozen data', () => {
    const { definition } = activityCalibrationTable(deepFrozen({ ...SPLIT }), deepFrozen({ fit }));
    expect(definition).toEqual({
      ...{ model: 'bgNbd', parameters: fit.parameters, timeUnit: 'week', holdoutLength: 12 },
      ...{ bins: 10, level: 0.95, method: 'wilson' },
    });
  });
});

describe('the input', () => {
  test.each(WRONG_SPLITS)('%o is refused', (changed, code, path) => {
    expect(refusalOf(() => activityCalibrationTable({ ...SPLIT, ...changed }, { fit }))).toMatchObject({
      code,
      metric: 'activityCalibrationTable',
      path: ['split', ...path],
    });
  });

  test.each(WRONG_LENGTHS)('a holdout of length %o is refused', (holdoutLength) => {
    const call = (): unknown => activityCalibrationTable({ ...SPLIT, holdoutLength } as never, { fit });
    expect(refusalOf(call).path).toEqual(['split.holdoutLength']);
  });

  test.each(WRONG_FITS)('a fit that is %o is refused', (wrong, code, path) => {
    const refusal = refusalOf(() => activityCalibrationTable(SPLIT, { fit: wrong as never }));
    expect(refusal).toMatchObject({ code, metric: 'activityCalibrationTable', path });
  });

  test.each([
    [{ bins: 0 }, 'below-limit', ['bins']],
    [{ bins: 2.5 }, 'not-a-count', ['bins']],
    [{ level: 95 }, 'not-an-option', ['level']],
    [{ atMost: 3 }, 'unknown-option', ['options']],
  ])('options with %o are refused', (changed, code, path) => {
    const refusal = refusalOf(() => activityCalibrationTable(SPLIT, { fit, ...changed } as never));
    expect(refusal).toMatchObject({ code, path });
  });
});

describe.skipIf(!hasCdnow)('CDNOW', () => {
  // Ranked, binned and averaged by a plain loop in Python, chances by the closed form in 30 digits of mpmath.
  test('has the bins of the slow loop: who has bought is told well, the lowest chances are too low', () => {
    const split = calibrationHoldoutSummary(cdnowLog(), {
      ...{ calibrationEnd: CALIBRATION_END, holdoutEnd: HOLDOUT_END, unit: 'week' },
    });
    const { rows } = activityCalibrationTable(split, { fit });
    expect(rows.map(({ customers, active }) => [customers, active])).toEqual([
      ...[
        [241, 48],
        [230, 22],
        [240, 33],
        [223, 25],
        [243, 38],
      ],
      ...[
        [234, 40],
        [239, 57],
        [236, 103],
        [235, 126],
        [236, 192],
      ],
    ]);
    const chances = [
      ...[0.122521854727879, 0.149882038336593, 0.154942397303706, 0.159634972807402, 0.164887100702108],
      ...[0.170334694541656, 0.181175052910922, 0.304671956173456, 0.467814736177965, 0.742300459751049],
    ];
    const alive = [
      ...[0.574684769713783, 0.966924560493121, 0.993611115126023, 0.9728695115155, 0.960993040944114],
      ...[0.959212079622777, 0.792542970882246, 0.473897579120336, 0.650565891384419, 0.800219937192241],
    ];
    rows.forEach(({ meanChance, meanProbabilityAlive }, place) => {
      expect(meanChance).toBeCloseTo(chances[place]!, 11);
      expect(meanProbabilityAlive).toBeCloseTo(alive[place]!, 11);
    });
  });
});
