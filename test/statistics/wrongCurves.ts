import { expect, test } from 'vitest';
import { type ProductLimitCurve, productLimitCurve } from '../../src/statistics/productLimitCurve.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';

/** A curve of five things, three of which ended. */
export const CURVE = productLimitCurve({ time: [2, 3, 3, 5, 8], ended: [1, 1, 0, 1, 0] });

/** Holds that what reads a curve refuses what is none, by place and with its own name. */
export function refusesWrongCurves(name: string, read: (curve: ProductLimitCurve) => unknown): void {
  const refused = (change: object) => refusalOf(() => read({ ...CURVE, ...change } as never));

  test('refuses a curve that went through JSON, and says why', () => {
    const error = refusalOf(() => read(JSON.parse(JSON.stringify(CURVE))));
    expect(error.message).toBe(
      `${name}: "curve.time" must be a column of numbers, as productLimitCurve gives it (JSON does not keep it); received an object`,
    );
  });

  test('reads a curve whose columns became plain arrays alike', () => {
    const { time, atRisk, ended, survival, lower, upper } = CURVE;
    const steps = { time: [...time], atRisk: [...atRisk], ended: [...ended] };
    const arrays = { ...steps, survival: [...survival], lower: [...lower], upper: [...upper] };
    expect(read(Object.freeze({ ...CURVE, ...arrays }) as never)).toEqual(read(CURVE));
  });

  test('refuses columns of unlike length', () => {
    expect(refused({ survival: Float64Array.of(1) }).message).toBe(
      `${name}: "curve.survival" must be as long as "time" (3); received 1`,
    );
  });

  test('refuses a curve without definition, or whose level is none, or that does not say whether it is weighted', () => {
    expect(refused({ definition: undefined }).path).toEqual(['curve.definition']);
    expect(refused({ definition: { level: '0.95' } }).path).toEqual(['curve', 'definition', 'level']);
    expect(refused({ definition: { level: 0.95 } }).path).toEqual(['curve', 'definition', 'weighted']);
  });

  test.each(HOSTILE_VALUES)('refuses %s as a column, within one and as the curve', (_, value) => {
    const isColumnOfThree = Array.isArray(value) && value.length === 3 && value.every((own) => typeof own === 'number');
    for (const column of ['time', 'atRisk', 'ended', 'survival', 'lower', 'upper'] as const) {
      const isColumn = isColumnOfThree || (value instanceof Int32Array && value.length === 3);
      if (!isColumn) expect(refused({ [column]: value }).metric).toBe(name);
      if (typeof value !== 'number') expect(refused({ [column]: [1, 1, value] }).path).toEqual(['curve', column, 2]);
    }
    expect(refusalOf(() => read(value as never)).metric).toBe(name);
    if (typeof value !== 'number') expect(refused({ longest: value }).path).toEqual(['curve', 'longest']);
  });
}
