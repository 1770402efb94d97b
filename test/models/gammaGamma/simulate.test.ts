import { describe, expect, test } from 'vitest';
import { fit as fitSpend } from '../../../src/models/gammaGamma/fit.ts';
import { simulate } from '../../../src/models/gammaGamma/simulate.ts';
import { incompleteBeta } from '../../../src/numeric/special/incompleteBeta.ts';
import { refusalOf } from '../../core/refusalOf.ts';
import { deepFrozen } from '../../laws/deepFrozen.ts';
import { expectLaw } from '../../numeric/random/drawn.ts';

const TRUTH = { p: 6.25, q: 3.74, v: 15.44 };
const NAMES = ['p', 'q', 'v'] as const;

/** As many purchases as customers of a shop have: most one, few many. */
const frequenciesOf = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => 1 + Math.floor(60 / (1 + (i % 60))));

describe('gammaGamma.simulate', () => {
  test.each([1, 4, 30])('the mean spend of %d purchases follows the law of the model', (purchases) => {
    const { meanSpend } = simulate(TRUTH, { seed: purchases, frequencies: new Int32Array(20_000).fill(purchases) });
    // x z / (v + x z) is of a beta law: a gamma value of shape p x over its sum with one of shape q.
    const shares = meanSpend.map((spend) => (purchases * spend) / (TRUTH.v + purchases * spend));
    expectLaw(shares, (share) => incompleteBeta(TRUTH.p * purchases, TRUTH.q, share));
  });

  test('the fit of drawn customers recovers the parameters', () => {
    const drawn = simulate(TRUTH, { seed: 5, frequencies: frequenciesOf(30_000) });
    const { parameters, standardErrors, converged } = fitSpend(drawn);
    expect(converged).toBe(true);
    for (const name of NAMES) {
      expect(Math.abs(parameters[name] - TRUTH[name])).toBeLessThan(4 * standardErrors[name]);
      expect(standardErrors[name] / parameters[name]).toBeLessThan(0.1);
    }
  });

  test('of a thousand shops nineteen in twenty have the truth within their 95 % intervals', { timeout: 60_000 }, () => {
    const covered = { p: 0, q: 0, v: 0 };
    for (let seed = 1; seed <= 1000; seed++) {
      const { parameters, standardErrors, converged } = fitSpend(
        simulate(TRUTH, { seed, frequencies: frequenciesOf(1500) }),
      );
      expect(converged).toBe(true);
      for (const name of NAMES) {
        const distance = Math.abs(Math.log(parameters[name] / TRUTH[name]));
        if (distance < (1.959964 * standardErrors[name]) / parameters[name]) covered[name]++;
      }
    }
    for (const name of NAMES) {
      expect(covered[name]).toBeGreaterThanOrEqual(925);
      expect(covered[name]).toBeLessThanOrEqual(975);
    }
  });

  test('the same seed draws the same, another does not', () => {
    const draw = (seed: number) => simulate(TRUTH, { seed, frequencies: [1, 2, 3] });
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7).meanSpend).not.toEqual(draw(8).meanSpend);
  });

  test('a customer without purchases has no mean spend and takes nothing from the stream', () => {
    const { frequency, meanSpend } = simulate(TRUTH, deepFrozen({ seed: 7, frequencies: [0, 1, 0, 2] }));
    expect([...frequency]).toEqual([0, 1, 0, 2]);
    expect([meanSpend[0], meanSpend[2]]).toEqual([Number.NaN, Number.NaN]);
    const others = simulate(TRUTH, { seed: 7, frequencies: [1, 2] });
    expect([meanSpend[1], meanSpend[3]]).toEqual([...others.meanSpend]);
  });

  test('money scales with v', () => {
    const [dollars, cents] = [TRUTH, { ...TRUTH, v: 1544 }].map((parameters) =>
      simulate(parameters, { seed: 3, frequencies: [1, 5] }),
    );
    dollars!.meanSpend.forEach((spend, i) => void expect(cents!.meanSpend[i]).toBeCloseTo(100 * spend, 9));
  });

  test('wrong options are refused by name and value', () => {
    const refused = (options: object) => refusalOf(() => simulate(TRUTH, options as never));
    for (const seed of [undefined, 0.5, Number.NaN, 2 ** 53, '1'])
      expect(refused({ seed, frequencies: [1] })).toMatchObject({
        code: 'not-an-option',
        metric: 'gammaGamma.simulate',
        path: ['seed'],
      });
    expect(refused({ seed: 1 })).toMatchObject({ code: 'not-rows', path: ['frequencies'] });
    for (const wrong of [-1, 0.5, Number.NaN, '2', null])
      expect(refused({ seed: 1, frequencies: [1, wrong] })).toMatchObject({
        code: 'not-a-count',
        path: ['frequencies', 1],
      });
    expect(refused({ seed: 1, frequencies: [], frequency: [] })).toMatchObject({ code: 'unknown-option' });
  });
});
