import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fit as fitSpend } from '../../../src/models/gammaGamma/fit.ts';
import { logLikelihood } from '../../../src/models/gammaGamma/logLikelihood.ts';
import type { GammaGammaParameters } from '../../../src/models/gammaGamma/types.ts';
import { refusalOf } from '../../core/refusalOf.ts';
import { deepFrozen } from '../../laws/deepFrozen.ts';

const PARAMETERS = { p: 6.25, q: 3.74, v: 15.44 };
const DATA = { frequency: [1, 29], meanSpend: [11.77, 26.26] };

/**
 * The density of a mean spend as the integral, over the logarithm of the customer's rate, of the law of the rate times
 * that of the spend at the rate; p and q are whole, so that factorials serve for gamma functions.
 */
function densityByQuadrature({ p, q, v }: GammaGammaParameters, purchases: number, meanSpend: number): number {
  const gamma = (n: number): number => (n <= 1 ? 1 : (n - 1) * gamma(n - 1));
  const shape = p * purchases;
  let total = 0;
  const step = 0.001;
  for (let log = -30; log < 10; log += step) {
    const rate = Math.exp(log);
    const ofRate = (v ** q * rate ** (q - 1) * Math.exp(-v * rate)) / gamma(q);
    const all = rate * purchases;
    const ofSpend = (all ** shape * meanSpend ** (shape - 1) * Math.exp(-all * meanSpend)) / gamma(shape);
    total += ofRate * ofSpend * rate * step;
  }
  return total;
}

describe('gammaGamma.logLikelihood', () => {
  test('is that of high precision', () => {
    // mpmath at 60 digits: -3.7377096787408399 and -3.5604573876342277.
    expect(logLikelihood(PARAMETERS, DATA)).toBeCloseTo(-7.298167066375067, 13);
  });

  test.each([
    [{ p: 6, q: 4, v: 15 }, 1, 20],
    [{ p: 2, q: 1, v: 3 }, 5, 0.7],
    [{ p: 1, q: 7, v: 100 }, 3, 12],
  ])('is the logarithm of a mean over the rates of customers: %o', (parameters, frequency, meanSpend) => {
    const density = densityByQuadrature(parameters, frequency, meanSpend);
    const found = logLikelihood(parameters, { frequency: [frequency], meanSpend: [meanSpend] });
    expect(found).toBeCloseTo(Math.log(density), 9);
  });

  test('all means together are certain: the densities add up to 1', () => {
    const step = 0.01;
    let total = 0;
    for (let log = -8; log < 14; log += step) {
      const spend = Math.exp(log);
      total += Math.exp(logLikelihood(PARAMETERS, { frequency: [3], meanSpend: [spend] })) * spend * step;
    }
    expect(total).toBeCloseTo(1, 8);
  });

  test('customers without purchases add nothing, whatever they spent', () => {
    const more = { frequency: [0, 1, 29], meanSpend: [Number.NaN, 11.77, 26.26] };
    expect(logLikelihood(PARAMETERS, more)).toBe(logLikelihood(PARAMETERS, DATA));
    expect(logLikelihood(PARAMETERS, { frequency: [0], meanSpend: [0] })).toBe(0);
  });

  test('order and weights change nothing, to the last digit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), { minLength: 1 }),
        (rows) => {
          const columns = (list: readonly (readonly [number, number])[]) => ({
            frequency: list.map(([frequency]) => frequency),
            meanSpend: list.map(([, spend]) => spend / 3),
          });
          const all = logLikelihood(PARAMETERS, columns(rows));
          expect(logLikelihood(PARAMETERS, columns([...rows].reverse()))).toBe(all);
          const doubled = { ...columns(rows), weight: rows.map(() => 2) };
          expect(logLikelihood(PARAMETERS, columns([...rows, ...rows]))).toBe(logLikelihood(PARAMETERS, doubled));
        },
      ),
    );
  });

  test('a fit, whatever the data, ends at a maximum or says why not', () => {
    const spend = fc.double({ min: -12, max: 12, noNaN: true }).map((exponent) => Math.exp(exponent));
    const row = fc.tuple(fc.integer({ min: 0, max: 400 }), spend);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const data = deepFrozen({ frequency: rows.map(([x]) => x), meanSpend: rows.map(([, z]) => z) });
        const { converged, ending, parameters, standardErrors, logLikelihood: reached } = fitSpend(data);
        expect(converged).toBe(ending === 'converged');
        if (!converged) return void expect(standardErrors.q).toBeNaN();
        expect(reached).toBeCloseTo(logLikelihood(parameters, data), 9);
        for (const factor of [0.9, 1.1])
          for (const name of ['p', 'q', 'v'] as const) {
            expect(standardErrors[name]).toBeGreaterThan(0);
            const beside = { ...parameters, [name]: factor * parameters[name] };
            expect(logLikelihood(beside, data)).toBeLessThan(reached + 1e-9);
          }
      }),
    );
  });

  test('wrong parameters and data are refused by name and value', () => {
    const refused = (parameters: unknown, data: unknown) =>
      refusalOf(() => logLikelihood(parameters as never, data as never));
    const metric = 'gammaGamma.logLikelihood';
    expect(refused(null, DATA)).toMatchObject({ code: 'not-a-record', metric, path: ['parameters'] });
    expect(refused({ ...PARAMETERS, v: -1 }, DATA)).toMatchObject({ code: 'not-a-quantity', metric, path: ['v'] });
    expect(refused(PARAMETERS, { ...DATA, meanSpend: [1, 0] })).toMatchObject({
      code: 'not-a-quantity',
      metric,
      path: ['data', 'meanSpend', 1],
    });
    expect(refused(PARAMETERS, null)).toMatchObject({ code: 'not-a-record', metric, path: ['data'] });
  });
});
