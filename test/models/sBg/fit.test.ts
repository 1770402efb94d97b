import { describe, expect, test } from 'vitest';
import * as sBg from '../../../src/models/sBg/index.ts';
import { dataFile } from '../../data.ts';
import { HIGH_END, REGULAR, relativeError, seenFor, THREE_COHORTS } from '../renewalCurves.ts';
import { readRenewalCurves } from '../renewalCurvesFile.ts';

/**
 * Maxima of the likelihood by Newton's method with derivatives written otherwise, to 1e-12 of the slope: curve, renewals
 * seen, alpha, beta, log-likelihood, and standard errors where they were computed.
 */
const EXACT = [
  [
    'regular',
    REGULAR,
    4,
    0.7636650625645509,
    1.2958302721824986,
    -1401.5594235774456,
    0.09679524763860241,
    0.2106257442842139,
  ],
  [
    'regular',
    REGULAR,
    7,
    0.7040772984735184,
    1.1820430262094812,
    -1680.2651884632867,
    0.06559896423403759,
    0.15247563167591047,
  ],
  ['regular', REGULAR, 12, 0.6973624517, 1.168904621, -1931.49169413, Number.NaN, Number.NaN],
  [
    'high end',
    HIGH_END,
    4,
    1.2809763803669896,
    7.790384095260852,
    -1225.1349070416143,
    0.5534679683775717,
    3.8087223418,
  ],
  [
    'high end',
    HIGH_END,
    7,
    0.6680883511064214,
    3.8060949640580715,
    -1611.158147391156,
    0.1037349311495575,
    0.7855316917756467,
  ],
  ['high end', HIGH_END, 12, 0.5961112005, 3.326968741, -2010.85841957, Number.NaN, Number.NaN],
] as const;

describe('the fit of the published renewal curves', () => {
  test.each(EXACT)(
    '%s, renewals as listed, seen for the years given',
    (_, curve, years, alpha, beta, value, seAlpha, seBeta) => {
      const { parameters, standardErrors, logLikelihood: reached, ...rest } = sBg.fit(seenFor(curve, years));
      expect(rest).toMatchObject({
        model: 'sBg',
        converged: true,
        ending: 'converged',
        boundaries: [],
        observations: 1000,
      });
      expect(rest.definition).toEqual({ period: 'renewal', cohorts: 1, longestTenure: years });
      expect(relativeError(parameters.alpha, alpha)).toBeLessThan(1e-9);
      expect(relativeError(parameters.beta, beta)).toBeLessThan(1e-9);
      expect(Math.abs(reached - value)).toBeLessThan(1e-8);
      if (Number.isNaN(seAlpha)) return;
      expect(relativeError(standardErrors.alpha, seAlpha)).toBeLessThan(1e-9);
      expect(relativeError(standardErrors.beta, seBeta)).toBeLessThan(1e-9);
    },
  );

  test('rounds to what Fader and Hardie (2007) printed', () => {
    const regular = sBg.fit(seenFor(REGULAR, 7)).parameters;
    const highEnd = sBg.fit(seenFor(HIGH_END, 7)).parameters;
    expect([regular.alpha.toFixed(3), regular.beta.toFixed(3)]).toEqual(['0.704', '1.182']);
    expect([highEnd.alpha.toFixed(3), highEnd.beta.toFixed(3)]).toEqual(['0.668', '3.806']);
  });

  test('is better than alpha 0.688, which a test of another package asks for within ten per cent', () => {
    const data = seenFor(REGULAR, 7);
    const best = sBg.fit(data);
    expect(sBg.logLikelihood({ alpha: 0.688, beta: 1.182 }, data)).toBeLessThan(best.logLikelihood - 0.1);
    expect(relativeError(best.parameters.alpha, 0.688)).toBeGreaterThan(0.02);
  });

  test('has covariances that are those of its standard errors, and symmetric', () => {
    const { covariance, standardErrors } = sBg.fit(seenFor(REGULAR, 7));
    expect(Math.sqrt(covariance[0]![0]!)).toBe(standardErrors.alpha);
    expect(covariance[0]![1]).toBe(covariance[1]![0]);
    expect(covariance[0]![1]).toBeCloseTo(0.0088911926, 8);
  });

  test.skipIf(dataFile('renewal-curves.csv') === undefined)('is that of the curves as they are on file', () => {
    const curves = readRenewalCurves(dataFile('renewal-curves.csv')!);
    expect([...curves.values()].map((curve) => curve.length)).toEqual([13, 13]);
    const [regular, highEnd] = [...curves.values()];
    expect(regular).toEqual(REGULAR);
    expect(highEnd).toEqual(HIGH_END);
  });
});

test('cohorts of unlike lengths, one first seen after its second renewal, are fitted together', () => {
  // By mpmath at 50 digits: the chances to leave at t over those to have come to the first renewal that was seen.
  const { parameters, standardErrors, logLikelihood: reached, observations, distinctRows } = sBg.fit(THREE_COHORTS);
  expect(relativeError(parameters.alpha, 0.682988366222537)).toBeLessThan(1e-10);
  expect(relativeError(parameters.beta, 1.16409222892461)).toBeLessThan(1e-10);
  expect(relativeError(reached, -2204.52796921589)).toBeLessThan(1e-14);
  expect(relativeError(standardErrors.alpha, 0.0624824739263)).toBeLessThan(1e-9);
  expect(relativeError(standardErrors.beta, 0.140157115694)).toBeLessThan(1e-9);
  // Lost at 1 to 4 and under way after 4; of the second under way after 2 besides; of the third lost at 3 to 5 and under way.
  expect([observations, distinctRows]).toEqual([1800, 5 + 1 + 4]);
});

test('two renewals are met exactly: the chances to leave are 0.4 and 0.25', () => {
  // alpha / (alpha + beta) = 2/5 and alpha / (alpha + beta + 1) = 1/4: alpha = 2/3, beta = 1.
  const { parameters } = sBg.fit({ cohorts: [{ survivors: [100, 60, 45] }] });
  expect(parameters.alpha).toBeCloseTo(2 / 3, 10);
  expect(parameters.beta).toBeCloseTo(1, 10);
});

describe('data that the model says nothing of', () => {
  const endOf = (survivors: number[]) => {
    const { converged, ending, boundaries } = sBg.fit({ cohorts: [{ survivors }] });
    expect(converged).toBe(false);
    return [ending, ...boundaries.map(({ parameter, limit }) => `${parameter} ${limit}`)];
  };

  test('one rate of leaving for all: both parameters run to infinity together', () => {
    expect(endOf([1000, 500, 250, 125])).toEqual(['boundary', 'alpha infinity', 'beta infinity']);
  });

  test('a rate of leaving that rises', () => {
    expect(endOf([1000, 900, 700, 300])).toEqual(['boundary', 'alpha infinity', 'beta infinity']);
    const { boundaries } = sBg.fit({ cohorts: [{ survivors: [1000, 900, 700, 300] }] });
    expect(boundaries[0]!.meaning).toContain('does not fall with the tenure');
    expect(boundaries[0]!.instead).toContain('betaDiscreteWeibull');
  });

  test('nobody lost after the first renewal', () => {
    expect(endOf([1000, 500, 500, 500, 500])).toEqual(['boundary', 'alpha zero', 'beta zero']);
  });

  test('nobody lost', () => {
    expect(endOf([1000, 1000, 1000])).toEqual(['boundary', 'beta infinity']);
  });

  test('all lost at once', () => {
    expect(endOf([1000, 0])).toEqual(['boundary', 'beta zero']);
  });

  test('one renewal: all pairs of parameters with its rate fit equally well', () => {
    expect(endOf([1000, 600])).toEqual(['no curvature']);
  });
});

test('the customers of a simulation give back its parameters, within three standard errors', () => {
  for (const [seed, truth] of [
    [1, { alpha: 0.7, beta: 1.2 }],
    [2, { alpha: 3, beta: 8 }],
    [3, { alpha: 0.2, beta: 0.6 }],
  ] as const) {
    const { parameters, standardErrors, converged } = sBg.fit(
      sBg.simulate(truth, { seed, customers: 20_000, periods: 12 }),
    );
    expect(converged).toBe(true);
    for (const name of ['alpha', 'beta'] as const)
      expect(Math.abs(parameters[name] - truth[name])).toBeLessThan(3 * standardErrors[name]);
  }
});
