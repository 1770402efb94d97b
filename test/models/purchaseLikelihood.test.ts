import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { model as bgBb } from '../../src/models/bgBb/model.ts';
import { model as bgNbd } from '../../src/models/bgNbd/model.ts';
import { compressRows } from '../../src/models/compressRows.ts';
import { model as mbgNbd } from '../../src/models/mbgNbd/model.ts';
import { model as paretoNbd } from '../../src/models/paretoNbd/model.ts';
import type { PurchaseProcess } from '../../src/models/purchaseProcess.ts';
import { runs } from '../laws/runs.ts';
import { anyHistories, anyParameters } from './purchaseDraws.ts';
import { MODELS, relativeError } from './purchaseModels.ts';

const PROCESSES = { bgNbd, mbgNbd, paretoNbd, bgBb } as unknown as Readonly<
  Record<string, PurchaseProcess<string, string>>
>;

/** Steps as shares of a parameter; by Richardson's extrapolation their error is of the fourth order. */
const STEP = 2e-3;

describe.each(MODELS)('the derivatives of the likelihood of $name', (one) => {
  const process = PROCESSES[one.name]!;

  const holds = (parameters: readonly number[], data: { frequency: number[]; recency: number[]; age: number[] }) => {
    const rows = compressRows(
      [data.frequency, data.recency, data.age],
      data.frequency.map((_, i) => 1 + (i % 3)),
    );
    const of = process.likelihood(rows);
    const at = (which: number, by: number) =>
      of(Float64Array.from(parameters, (value, i) => (i === which ? value * (1 + by) : value)));
    const { value, gradient, hessian } = of(Float64Array.from(parameters));
    expect(Number.isFinite(value)).toBe(true);
    // Differences carry the rounding of the value, and errors of the next order of what bends most.
    const purchases = data.frequency.reduce((total, count) => total + count, 10);
    const size = Math.abs(value) + purchases;
    for (let i = 0; i < 4; i++) {
      const [up, down, farUp, farDown] = [at(i, STEP), at(i, -STEP), at(i, 2 * STEP), at(i, -2 * STEP)];
      const slope = (near: readonly [number, number], far: readonly [number, number]) =>
        (8 * (near[0] - near[1]) - (far[0] - far[1])) / (12 * STEP * parameters[i]!);
      const found = slope([up.value, down.value], [farUp.value, farDown.value]);
      expect(Math.abs(gradient[i]! - found) * parameters[i]!).toBeLessThan(1e-8 * size);
      for (let j = 0; j < 4; j++) {
        const bend = slope([up.gradient[j]!, down.gradient[j]!], [farUp.gradient[j]!, farDown.gradient[j]!]);
        const scale = parameters[i]! * parameters[j]!;
        expect(Math.abs(hessian[4 * i + j]! - bend) * scale, `${i} ${j}`).toBeLessThan(1e-7 * size);
        expect(hessian[4 * i + j]).toBe(hessian[4 * j + i]);
      }
    }
  };

  test('are its slopes and theirs, for any parameters and customers', () => {
    fc.assert(
      fc.property(anyParameters(one), anyHistories(one), (law, data) => {
        holds(
          one.names.map((name) => law[name]!),
          data,
        );
      }),
      runs(100),
    );
  });

  test('are so at parameters from a thousandth to a thousand as well', () => {
    fc.assert(
      fc.property(anyParameters(one, 1e-3, 1e3), anyHistories(one), (law, data) => {
        holds(
          one.names.map((name) => law[name]!),
          data,
        );
      }),
      runs(60),
    );
  });

  test('the value is that of each customer, added up', () => {
    fc.assert(
      fc.property(anyParameters(one), anyHistories(one), (law, data) => {
        const { frequency, recency, age } = data;
        let total = 0;
        for (let i = 0; i < frequency.length; i++)
          total += one.model.logLikelihood(law, { frequency: [frequency[i]!], recency: [recency[i]!], age: [age[i]!] });
        const all = one.model.logLikelihood(law, data);
        expect(Math.abs(all - total)).toBeLessThan(
          1e-11 * (1 + frequency.reduce((sum, x) => sum + 8 * x, 0) + Math.abs(all)),
        );
      }),
      runs(50),
    );
  });
});

test('one customer of each model by hand', () => {
  const [bg, mbg, , bb] = MODELS;
  const law = { r: 2, alpha: 3, a: 1, b: 2 };
  const once = { frequency: [1], recency: [2], age: [5] };
  // r alpha^r B(a, b + 1) / B(a, b) (alpha + T)^-3 + r alpha^r B(a + 1, b) / B(a, b) (alpha + t)^-3
  const bgKnown = 18 * ((2 / 3) * 8 ** -3 + (1 / 3) * 5 ** -3);
  expect(relativeError(bg!.model.logLikelihood(law, once), Math.log(bgKnown))).toBeLessThan(1e-14);
  // With one more chance to leave: B(a, b + 2) / B(a, b) is 1/2, B(a + 1, b + 1) / B(a, b) is 1/6.
  const mbgKnown = 18 * (0.5 * 8 ** -3 + (1 / 6) * 5 ** -3);
  expect(relativeError(mbg!.model.logLikelihood(law, once), Math.log(mbgKnown))).toBeLessThan(1e-14);
  // Two opportunities, bought at the first, all chances uniform: there at both 1/3 x 1/6; left before the second 1/6 x 1/2.
  const uniform = { alpha: 1, beta: 1, gamma: 1, delta: 1 };
  const bbKnown = (1 / 3) * (1 / 6) + (1 / 6) * (1 / 2);
  const bought = { frequency: [1], recency: [1], age: [2] };
  expect(relativeError(bb!.model.logLikelihood(uniform, bought), Math.log(bbKnown))).toBeLessThan(1e-14);
});

test('who bought at every opportunity, and then at none of thousands, has a likelihood: that of having left', () => {
  const law = { alpha: 50, beta: 0.05, gamma: 0.6, delta: 2.8 };
  const { model } = MODELS[3]!;
  const found = model.logLikelihood(law, { frequency: [400], recency: [400], age: [9000] });
  // Left at once: (50)_400 / (50.05)_400 is nearly 1, and the chance to leave just then is above e^-15.
  expect(found).toBeGreaterThan(-15);
  expect(found).toBeLessThan(0);
});
