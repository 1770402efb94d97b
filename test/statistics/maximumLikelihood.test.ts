import { describe, expect, test } from 'vitest';
import { type LikelihoodProblem, maximumLikelihood } from '../../src/statistics/maximumLikelihood.ts';

const limit = (name: string) => ({
  zero: { meaning: `${name} is nothing`, instead: `a model without ${name}` },
  infinity: { meaning: `${name} is endless`, instead: `a constant ${name}` },
});

/** n waiting times of a given total with one exponential rate: the maximum is n / total, its error n^-1/2 of it. */
function waiting(n: number, total: number, start: number): LikelihoodProblem<'rate'> {
  return {
    names: ['rate'],
    evaluate: ([rate]) => ({
      value: n * Math.log(rate!) - rate! * total,
      gradient: Float64Array.of(n / rate! - total),
      hessian: Float64Array.of(-n / rate! ** 2),
    }),
    start: [start],
    scales: [1],
    limits: { rate: limit('rate') },
    observations: n,
    distinctRows: n,
  };
}

describe('an exponential rate', () => {
  test.each([1e-3, 0.3, 1, 70])('is found from %d, with error and criteria', (start) => {
    const fit = maximumLikelihood(waiting(100, 50, start));
    expect(fit).toMatchObject({
      converged: true,
      ending: 'converged',
      boundaries: [],
      observations: 100,
      distinctRows: 100,
    });
    expect(fit.parameters.rate).toBeCloseTo(2, 10);
    expect(fit.standardErrors.rate).toBeCloseTo(0.2, 9);
    expect(fit.covariance[0]![0]).toBeCloseTo(0.04, 9);
    const logLikelihood = 100 * Math.log(2) - 100;
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 10);
    expect(fit.aic).toBeCloseTo(2 - 2 * logLikelihood, 9);
    expect(fit.bic).toBeCloseTo(Math.log(100) - 2 * logLikelihood, 9);
    expect(fit.gradientNorm).toBeLessThan(1e-10);
  });

  test('that nothing bounds runs to infinity, and the fit says so', () => {
    const fit = maximumLikelihood(waiting(10, 0, 1));
    expect(fit).toMatchObject({ converged: false, ending: 'boundary' });
    expect(fit.boundaries).toEqual([{ parameter: 'rate', limit: 'infinity', ...limit('rate').infinity }]);
    expect(fit.standardErrors.rate).toBeNaN();
    expect(fit.covariance).toEqual([[Number.NaN]]);
    expect(fit.parameters.rate).toBeGreaterThan(1e5);
  });

  test('of no event runs to 0', () => {
    const fit = maximumLikelihood(waiting(0, 50, 1));
    expect(fit.converged).toBe(false);
    expect(fit.boundaries.map(({ parameter, limit: end }) => [parameter, end])).toEqual([['rate', 'zero']]);
  });
});

/** Two parameters that the data tell of by their product alone: a ridge without an end. */
const RIDGE: LikelihoodProblem<'one' | 'other'> = {
  names: ['one', 'other'],
  evaluate: ([x, y]) => {
    const off = Math.log(x! * y!);
    return {
      value: -50 * off * off,
      gradient: Float64Array.of((-100 * off) / x!, (-100 * off) / y!),
      hessian: Float64Array.of(
        (100 * (off - 1)) / x! ** 2,
        -100 / (x! * y!),
        -100 / (x! * y!),
        (100 * (off - 1)) / y! ** 2,
      ),
    };
  },
  start: [3, 5],
  scales: [1, 1],
  limits: { one: limit('one'), other: limit('other') },
  observations: 10,
  distinctRows: 10,
};

test('parameters that the data cannot tell apart are not said to be found', () => {
  const fit = maximumLikelihood(RIDGE);
  expect(fit).toMatchObject({ converged: false, ending: 'no curvature', boundaries: [] });
  expect(fit.parameters.one * fit.parameters.other).toBeCloseTo(1, 6);
  expect(Object.values(fit.standardErrors)).toEqual([Number.NaN, Number.NaN]);
});

test('what is no number at the first start is tried from the scales, and all evaluations are counted', () => {
  let calls = 0;
  const problem = waiting(100, 50, 1e6);
  const fit = maximumLikelihood({
    ...problem,
    evaluate: (parameters) => {
      calls++;
      const point = problem.evaluate(parameters);
      return parameters[0]! > 1000 ? { ...point, value: Number.NaN } : point;
    },
  });
  expect(fit.converged).toBe(true);
  expect(fit.parameters.rate).toBeCloseTo(2, 9);
  expect(fit.evaluations).toBe(calls);
});

test('the covariance of two parameters is the inverse of what the likelihood bends by', () => {
  // A normal mean m and variance v of n = 50 values with mean 3 and squares about it of 200: v = 4, errors v / n and 2 v^2 / n.
  const [n, mean, squares] = [50, 3, 200];
  const fit = maximumLikelihood({
    ...RIDGE,
    evaluate: ([m, v]) => {
      const sum = squares + n * (mean - m!) ** 2;
      return {
        value: -0.5 * n * Math.log(v!) - sum / (2 * v!),
        gradient: Float64Array.of((n * (mean - m!)) / v!, -n / (2 * v!) + sum / (2 * v! ** 2)),
        hessian: Float64Array.of(
          -n / v!,
          (-n * (mean - m!)) / v! ** 2,
          (-n * (mean - m!)) / v! ** 2,
          n / (2 * v! ** 2) - sum / v! ** 3,
        ),
      };
    },
    observations: n,
  });
  expect(fit.converged).toBe(true);
  expect(fit.parameters.one).toBeCloseTo(3, 8);
  expect(fit.parameters.other).toBeCloseTo(4, 8);
  expect(fit.covariance[0]![0]).toBeCloseTo(4 / 50, 8);
  expect(fit.covariance[1]![1]).toBeCloseTo(32 / 50, 7);
  expect(Math.abs(fit.covariance[0]![1]!)).toBeLessThan(1e-7);
  expect(fit.standardErrors.other).toBeCloseTo(Math.sqrt(32 / 50), 8);
});
