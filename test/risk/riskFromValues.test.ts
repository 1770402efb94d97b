import { describe, expect, test } from 'vitest';
import { riskFromValues } from '../../src/risk/riskFromValues.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';

const map = { kind: 'linear', safe: 40, risky: 0 } as const;

describe('riskFromValues', () => {
  test('gives a risk for each value, in their order, and NaN for a missing one', () => {
    expect([...riskFromValues([60, 10, Number.NaN, 25], map)]).toEqual([0, 0.75, Number.NaN, 0.375]);
    expect(riskFromValues([], map)).toEqual(new Float64Array(0));
  });

  test('gives the same of an array, of one that is typed, and of one that is frozen, and leaves it as it was', () => {
    const typed = Int32Array.of(60, 10);
    expect([...riskFromValues(typed, map)]).toEqual([0, 0.75]);
    expect([...typed]).toEqual([60, 10]);
    expect([...riskFromValues(deepFrozen([60, 10]), deepFrozen({ ...map }))]).toEqual([0, 0.75]);
  });

  test('refuses values that are neither finite nor NaN, by their place', () => {
    expect(refusalOf(() => riskFromValues([1, -Infinity], map)).message).toBe(
      'riskFromValues: "values[1]" must be a finite number, or NaN where it is missing; received -Infinity',
    );
    for (const wrong of ['1', null, undefined, 5n, new Date(5)])
      expect(refusalOf(() => riskFromValues([wrong] as never, map))).toMatchObject({
        code: 'not-a-number',
        path: ['values', 0],
      });
  });

  test.each(HOSTILE_VALUES)('%s as the map, and lists only as the values', (_, value) => {
    expect(refusalOf(() => riskFromValues([1], value as never)).metric).toBe('riskFromValues');
    if (!Array.isArray(value) && !ArrayBuffer.isView(value))
      expect(refusalOf(() => riskFromValues(value as never, map)).code).toBe('not-rows');
  });
});
