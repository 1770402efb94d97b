import { describe, expect, test } from 'vitest';
import * as betaDiscreteWeibull from '../../../src/models/betaDiscreteWeibull/index.ts';
import * as sBg from '../../../src/models/sBg/index.ts';
import { HIGH_END, REGULAR, relativeError, seenFor, THREE_COHORTS } from '../renewalCurves.ts';

/**
 * Maxima of the likelihood by Newton's method with derivatives written otherwise, to 1e-11 of the slope: curve, renewals
 * seen, alpha, beta, c, log-likelihood, and standard errors where they were computed.
 */
const EXACT = [
  [
    'regular',
    REGULAR,
    4,
    [0.5230293129088199, 0.8942826589102921, 1.1963987113590437],
    -1401.3830516786184,
    [0.30903806473071777, 0.5248197610327442, 0.37408614755728026],
  ],
  [
    'regular',
    REGULAR,
    7,
    [0.4556139893716471, 0.7793255083879709, 1.283451285783276],
    -1679.6028329071783,
    [0.167041427452854, 0.28270991739747386, 0.2980950712391264],
  ],
  ['regular', REGULAR, 12, [0.5083087046, 0.8688463367, 1.209377876], -1930.92972857, []],
  [
    'high end',
    HIGH_END,
    4,
    [0.2593357315111779, 1.722551488086763, 1.5843615150228287],
    -1222.7493182408218,
    [0.12016929099679334, 0.7769416440965464, 0.35302329695277196],
  ],
  [
    'high end',
    HIGH_END,
    7,
    [0.21425333928084836, 1.4265748748600646, 1.7235648487445183],
    -1605.314213214193,
    [0.05957970644278365, 0.38140861469338416, 0.30104328172417627],
  ],
  ['high end', HIGH_END, 12, [0.249640734, 1.654180958, 1.596796468], -2004.8168885, []],
] as const;

describe('the fit of the published renewal curves', () => {
  test.each(EXACT)('%s, renewals as listed, seen for the years given', (_, curve, years, best, value, errors) => {
    const fit = betaDiscreteWeibull.fit(seenFor(curve, years));
    expect(fit).toMatchObject({ model: 'betaDiscreteWeibull', converged: true, boundaries: [], observations: 1000 });
    expect(fit.definition).toEqual({ period: 'renewal', cohorts: 1, longestTenure: years });
    for (const [i, name] of (['alpha', 'beta', 'c'] as const).entries()) {
      expect(relativeError(fit.parameters[name], best[i]!)).toBeLessThan(1e-8);
      if (errors.length > 0) expect(relativeError(fit.standardErrors[name], errors[i]!)).toBeLessThan(1e-8);
    }
    expect(Math.abs(fit.logLikelihood - value)).toBeLessThan(1e-8);
    expect(fit.evaluations).toBeLessThan(20);
  });

  test('of five points rounds to the published 0.523, 0.894, 1.196 and 0.259, 1.722, 1.584', () => {
    // The last printed digit of the beta of high-end customers is cut, not rounded: 1.72255.
    const of = (curve: readonly number[]) => betaDiscreteWeibull.fit(seenFor(curve, 4)).parameters;
    const { alpha, beta, c } = of(REGULAR);
    expect([alpha.toFixed(3), beta.toFixed(3), c.toFixed(3)]).toEqual(['0.523', '0.894', '1.196']);
    const highEnd = of(HIGH_END);
    for (const [i, value] of [0.259, 1.722, 1.584].entries())
      expect(Math.abs([highEnd.alpha, highEnd.beta, highEnd.c][i]! - value)).toBeLessThan(1e-3);
  });

  test('against the sBG has the published likelihood ratios 0.35 and 4.77', () => {
    const ratio = (curve: readonly number[]) => {
      const data = seenFor(curve, 4);
      return 2 * (betaDiscreteWeibull.fit(data).logLikelihood - sBg.fit(data).logLikelihood);
    };
    expect(ratio(REGULAR).toFixed(2)).toBe('0.35');
    expect(ratio(HIGH_END).toFixed(2)).toBe('4.77');
  });
});

test('cohorts of unlike lengths, one first seen after its second renewal, are fitted together', () => {
  // By mpmath at 50 digits: the chances to leave at t over those to have come to the first renewal that was seen.
  const { parameters, standardErrors, logLikelihood } = betaDiscreteWeibull.fit(THREE_COHORTS);
  expect(relativeError(parameters.alpha, 0.358047924849432)).toBeLessThan(1e-9);
  expect(relativeError(parameters.beta, 0.620322696659216)).toBeLessThan(1e-9);
  expect(relativeError(parameters.c, 1.44405505274773)).toBeLessThan(1e-9);
  expect(relativeError(logLikelihood, -2203.36778180058)).toBeLessThan(1e-14);
  expect(relativeError(standardErrors.alpha, 0.141286944461)).toBeLessThan(1e-8);
  expect(relativeError(standardErrors.beta, 0.243372160977)).toBeLessThan(1e-8);
  expect(relativeError(standardErrors.c, 0.383802152282)).toBeLessThan(1e-8);
});

describe('data that the model says nothing of', () => {
  const endOf = (survivors: number[]) => {
    const { converged, ending, boundaries } = betaDiscreteWeibull.fit({ cohorts: [{ survivors }] });
    expect(converged).toBe(false);
    return [ending, ...boundaries.map(({ parameter, limit }) => `${parameter} ${limit}`)];
  };

  test('a rate of leaving that rises for all alike', () => {
    expect(endOf([1000, 900, 700, 300])).toEqual(['boundary', 'alpha infinity', 'beta infinity']);
  });

  test('nobody leaves at first, then half at once, then few: c runs to infinity', () => {
    expect(endOf([1000, 1000, 500, 400, 350])).toContain('c infinity');
  });

  test('two renewals: three parameters have many ways to meet them', () => {
    expect(endOf([100, 60, 45])).toEqual(['no curvature']);
  });

  test('nobody lost', () => {
    expect(endOf([1000, 1000, 1000, 1000])).toEqual(['boundary', 'beta infinity']);
  });
});

test('the customers of a simulation give back its parameters, within three standard errors', () => {
  for (const [seed, truth] of [
    [1, { alpha: 0.5, beta: 0.9, c: 1.2 }],
    [2, { alpha: 0.26, beta: 1.7, c: 1.6 }],
    [3, { alpha: 1.5, beta: 2, c: 0.8 }],
  ] as const) {
    const fit = betaDiscreteWeibull.fit(betaDiscreteWeibull.simulate(truth, { seed, customers: 50_000, periods: 15 }));
    expect(fit.converged).toBe(true);
    for (const name of ['alpha', 'beta', 'c'] as const)
      expect(Math.abs(fit.parameters[name] - truth[name])).toBeLessThan(3 * fit.standardErrors[name]);
  }
});
