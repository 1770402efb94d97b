import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as betaDiscreteWeibull from '../../src/models/betaDiscreteWeibull/index.ts';
import * as bgBb from '../../src/models/bgBb/index.ts';
import * as bgNbd from '../../src/models/bgNbd/index.ts';
import type { BgNbdParameters } from '../../src/models/bgNbd/types.ts';
import { explainFit, type ModelFit } from '../../src/models/explainFit.ts';
import * as gammaGamma from '../../src/models/gammaGamma/index.ts';
import * as mbgNbd from '../../src/models/mbgNbd/index.ts';
import * as paretoNbd from '../../src/models/paretoNbd/index.ts';
import * as sBg from '../../src/models/sBg/index.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { CDNOW_FITS, fitOf } from './checkCases.ts';

const explained = (model: string, parameters: object, definition: object = {}): readonly string[] =>
  explainFit({ model, parameters, converged: true, definition } as ModelFit);

// Figures of the laws by scipy: gamma(r, scale=1/alpha), beta(a, b) and invgamma(q, scale=p v), ppf(0.5) and isf(0.1).
describe('what is said of a fit of purchases', () => {
  test('is the pace, how it differs, how customers leave, and what has no end', () => {
    expect(explainFit(CDNOW_FITS.mbgNbd)).toEqual([
      'While they stay, customers buy 0.0849 times per week, or once in 11.8 weeks, in the mean (r / alpha).',
      'They differ in it: half buy less often than once in 24.8 weeks, one in ten more often than once in 4.4 weeks.',
      'r is below 1: the most common pace is next to none, so that many who are silent need not have left.',
      'At each purchase, the first among them, customers leave with a chance of 35.6 % in the mean; half of them with less than 31.3 %, one in ten with more than 73.9 % (a / (a + b)).',
      'a is at most 1: so many customers are taken to stay that the expected number of purchases over all time to come has no end. Give a horizon or a discount rate.',
    ]);
  });

  test('is of BG/NBD that one without a repeat purchase counts as alive, whatever the silence', () => {
    const sentences = explainFit(CDNOW_FITS.bgNbd);
    expect(sentences[3]).toMatch(/^At each repeat purchase customers leave with a chance of 24\.6 % /);
    expect(sentences[4]).toMatch(/^A customer without a repeat purchase counts as surely alive, .* mbgNbd /);
    const silent = { frequency: 0, recency: 0, age: 1e6 };
    expect(bgNbd.probabilityAlive(CDNOW_FITS.bgNbd.parameters as BgNbdParameters, silent)).toBe(1);
    for (const other of [CDNOW_FITS.mbgNbd, CDNOW_FITS.paretoNbd])
      expect(explainFit(other).join(' ')).not.toMatch(/surely alive/);
  });

  test('is of Pareto/NBD how long customers stay', () => {
    // 11.66873528 (2^(1 / 0.6062399887) - 1) = 24.94 and 11.66873528 (10^(1 / 0.6062399887) - 1) = 508.9.
    expect(explainFit(CDNOW_FITS.paretoNbd)[3]).toBe(
      'Customers leave at any time, whether they buy or not: half of the new ones within 24.9 weeks (beta (2^(1 / s) - 1)), while one in ten stays for more than 509 weeks.',
    );
    expect(explainFit(CDNOW_FITS.paretoNbd)[4]).toMatch(/^s is at most 1: .* no end/);
    const loyal = { r: 2, alpha: 5, s: 0.2, beta: 40 };
    expect(explained('paretoNbd', loyal)[2]).toMatch(/within 1240 units of time .* stays for good, so to speak\.$/);
    expect(explained('paretoNbd', { ...loyal, s: 0.01 })[2]).toMatch(/but most of them hardly ever do\.$/);
  });

  test('is of BG/BB the chances to buy and to leave, by the opportunity', () => {
    const gifts = { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 };
    expect(explained('bgBb', gifts, { timeUnit: 'year' })).toEqual([
      'At each opportunity (year) the customers who are still there buy with a chance of 61.6 % in the mean; half of them with less than 66.1 %, one in ten with more than 96.2 % (means by alpha / (alpha + beta)).',
      'Before each opportunity customers leave with a chance of 19.1 % in the mean; half of them with less than 13.1 %, one in ten with more than 47.1 % (gamma / (gamma + delta)).',
      'gamma is at most 1: so many customers are taken to stay that the expected number of purchases over all time to come has no end. Give a horizon or a discount rate.',
    ]);
  });

  test('has the expected number of purchases where it has an end', () => {
    // (a + b - 1) / (a - 1) = 4; times b / (a + b) = 3/5 of new customers who stay past their first purchase; r beta / (alpha (s - 1)); mean
    // chance to buy 1/2 times delta / (gamma - 1).
    const last = (model: string, parameters: object): string => explained(model, parameters).at(-1)!;
    const times = (count: string): string =>
      `Over all time to come a new customer is expected to buy again ${count} times.`;
    expect(last('bgNbd', { r: 1, alpha: 5, a: 2, b: 3 })).toBe(times('4'));
    expect(last('mbgNbd', { r: 1, alpha: 5, a: 2, b: 3 })).toBe(times('3'));
    expect(last('paretoNbd', { r: 2, alpha: 8, s: 3, beta: 10 })).toBe(times('1.25'));
    expect(last('bgBb', { alpha: 2, beta: 2, gamma: 3, delta: 5 })).toBe(times('1.25'));
  });

  test('says that expectations have no end just where they have none', () => {
    const law = fc.double({ min: 0.05, max: 20, noNaN: true });
    fc.assert(
      fc.property(law, law, law, law, (one, two, three, four) => {
        const cases = [
          ['bgNbd', bgNbd, { r: one, alpha: two, a: three, b: four }],
          ['mbgNbd', mbgNbd, { r: one, alpha: two, a: three, b: four }],
          ['paretoNbd', paretoNbd, { r: one, alpha: two, s: three, beta: four }],
          ['bgBb', bgBb, { alpha: one, beta: two, gamma: three, delta: four }],
        ] as const;
        for (const [name, model, parameters] of cases) {
          const total = model.expectedPurchasesOfNewCustomer(parameters as never, { horizon: Infinity });
          const text = explained(name, parameters).join(' ');
          expect(/has no end/.test(text)).toBe(total === Infinity);
          expect(/is expected to buy again/.test(text)).toBe(total < Infinity);
        }
      }),
      runs(100),
    );
  });

  test('says so at the limit itself as well', () => {
    const atLimit = [
      ['bgNbd', { r: 1, alpha: 5, a: 1, b: 3 }],
      ['mbgNbd', { r: 1, alpha: 5, a: 1, b: 3 }],
      ['paretoNbd', { r: 1, alpha: 5, s: 1, beta: 3 }],
      ['bgBb', { alpha: 1, beta: 5, gamma: 1, delta: 3 }],
      ['sBg', { alpha: 1, beta: 3 }],
    ] as const;
    for (const [model, parameters] of atLimit) expect(explained(model, parameters).join(' ')).toMatch(/has no end/);
    expect(explained('bgNbd', { r: 1, alpha: 5, a: 1, b: 3 }).join(' ')).not.toMatch(/r is below 1/);
  });

  test('of those who hardly ever buy says so, instead of once in a million weeks', () => {
    const half = explained('bgNbd', { r: 0.05, alpha: 4, a: 2, b: 3 }, { timeUnit: 'day' });
    expect(half[1]).toMatch(/half of them hardly ever buy again, one in ten more often than once in .* days\.$/);
    expect(explained('bgNbd', { r: 0.001, alpha: 4, a: 2, b: 3 })[1]).toMatch(/nine in ten hardly ever buy again\.$/);
  });

  test('of those who buy more than once in a unit says how often', () => {
    const [mean, spread, next] = explained('bgNbd', { r: 6, alpha: 2, a: 2, b: 3 }, { timeUnit: 'year' });
    expect(mean).toBe('While they stay, customers buy 3 times per year in the mean (r / alpha).');
    expect(spread).toMatch(
      /half buy less often than 2\.84 times per year, one in ten more often than 4\.64 times per year/,
    );
    expect(next).not.toMatch(/r is below 1/);
  });
});

describe('what is said of a fit of spend', () => {
  // The parameters that Fader and Hardie (2013) publish for CDNOW.
  const published = { p: 6.25, q: 3.74, v: 15.44 };

  test('is the expected spend, how customers differ, and what one purchase counts for', () => {
    expect(explained('gammaGamma', published, { currency: 'USD' })).toEqual([
      'A new customer is expected to spend 35.22 USD a purchase (p v / (q - 1)).',
      'Customers differ in what they spend: half of them have a mean of more than 28.28 USD, one in ten of more than 61.36 USD.',
      "A customer's own purchases lie about the customer's mean with a spread of 40 % of it (1 / sqrt(p)).",
      "Of what is expected of a customer's next purchase, one purchase so far makes up 69.5 % (p / (p + q - 1)) and ten of them 95.8 %; the rest is the mean of all customers.",
    ]);
  });

  test('is that the mean is infinite where q is at most 1', () => {
    for (const q of [0.5, 1]) {
      expect(gammaGamma.expectedSpendOfNewCustomer({ ...published, q })).toBe(Infinity);
      expect(explained('gammaGamma', { ...published, q })[2]).toMatch(
        /^q is at most 1: .* is infinite, .* mixed units/,
      );
    }
    expect(explained('gammaGamma', { ...published, q: 1.01 }).join(' ')).not.toMatch(/infinite/);
  });

  test('is that one in ten spends without bound where the tenth is beyond all numbers', () => {
    expect(explained('gammaGamma', { ...published, q: 1e-3 })[0]).toMatch(/one in ten of more than any amount\.$/);
  });
});

describe('what is said of a fit of contracts', () => {
  const regular = { survivors: [1000, 631, 468, 382, 326, 289, 262, 241] };

  test('is the chance to leave, the renewals to come, and that payments have no end', () => {
    // Renewing: beta / (alpha + beta), (beta + 1) / (alpha + beta + 1) and (beta + 5) / (alpha + beta + 5), with
    // alpha = 0.704 and beta = 1.182.
    expect(explainFit(sBg.fit({ cohorts: [regular] }))).toEqual([
      'At the first renewal customers leave with a chance of 37.3 % in the mean; half of them with less than 32.2 %, one in ten with more than 80.8 % (alpha / (alpha + beta)).',
      'Of new customers 62.7 % renew; of those who have renewed once 75.6 % do again, and of those who have renewed five times 89.8 %.',
      'alpha is at most 1: so many customers are taken to stay that the expected number of payments over all time to come has no end. Give a horizon or a discount rate.',
    ]);
  });

  test('has the expected number of payments where it has an end', () => {
    // The mean of 1 over the chance to leave: (alpha + beta - 1) / (alpha - 1) = 4.
    const parameters = { alpha: 2, beta: 3 };
    const known = sBg.expectedResidualLifetime(parameters, { renewals: 0 }, { timing: 'justAcquired' });
    expect(known).toBeCloseTo(4, 12);
    expect(explained('sBg', parameters).at(-1)).toBe(
      'Over all time to come a new customer is expected to pay 4 times, the first among them.',
    );
  });

  test('is how the chance of one customer goes with the tenure, by c', () => {
    const said = (c: number): string => explained('betaDiscreteWeibull', { alpha: 2, beta: 3, c })[2]!;
    expect(said(1.5)).toMatch(/^c is above 1: .* rises with the tenure/);
    expect(said(0.75)).toMatch(/^c is below 1: .* falls with the tenure/);
    expect(said(1)).toMatch(/^c is 1: .* stays as it is, as in sBg/);
  });

  test('of c asks whether alpha c is above 1', () => {
    const said = (alpha: number, c: number): string =>
      explained('betaDiscreteWeibull', { alpha, beta: 3, c }).join(' ');
    expect(said(0.8, 1.5)).not.toMatch(/has no end/);
    expect(said(0.8, 1.25)).toMatch(/alpha c is at most 1: .* payments over all time to come has no end/);
    expect(said(1.5, 0.6)).toMatch(/has no end/);
  });

  test('is of two kinds of customers where both parameters are below 1', () => {
    expect(explained('sBg', { alpha: 0.5, beta: 0.9 })[2]).toMatch(/^alpha and beta are below 1: .* two kinds/);
    expect(explained('sBg', { alpha: 0.5, beta: 1 }).join(' ')).not.toMatch(/two kinds/);
  });
});

describe('what is said of a fit that did not converge', () => {
  test('is that its parameters are not to be used, what ran away, what that means, and what to do instead', () => {
    const silent = { frequency: [0, 0, 0], recency: [0, 0, 0], age: [1, 2, 3] };
    const fits: readonly ModelFit[] = [
      bgNbd.fit(silent),
      mbgNbd.fit(silent),
      paretoNbd.fit(silent),
      bgBb.fit(silent),
      sBg.fit({ cohorts: [{ survivors: [1000, 900, 810] }] }),
    ];
    for (const fit of fits) {
      const [first, , ...boundaries] = explainFit(fit);
      expect(first).toBe('The search found no best parameters: those of this fit are not to be used.');
      expect(fit.boundaries.length).toBeGreaterThan(0);
      expect(boundaries).toEqual(
        fit.boundaries.map(
          ({ parameter, limit, meaning, instead }) => `${parameter} ran to ${limit}: ${meaning}. Instead: ${instead}.`,
        ),
      );
    }
  });

  test('is why the search ended', () => {
    const said = (ending: string): string | undefined =>
      explainFit({ model: 'sBg', converged: false, ending, boundaries: [] } as never)[1];
    expect(said('boundary')).toMatch(/smaller model/);
    expect(said('no curvature')).toMatch(/too few customers/);
    expect(said('too many iterations')).toMatch(/`start`/);
    const nobody = gammaGamma.fit({ frequency: [0], meanSpend: [0] });
    expect(explainFit(nobody)).toHaveLength(2);
    const two = betaDiscreteWeibull.fit({ cohorts: [{ survivors: [1000, 900, 810] }] });
    expect(two.converged).toBe(false);
    expect(explainFit(two).length).toBeGreaterThan(1);
  });
});

test('sentences end in a full stop and hold no undefined figure, whatever the parameters', () => {
  const law = fc.double({ min: -12, max: 12, noNaN: true }).map(Math.exp);
  const shapes: Readonly<Record<string, readonly string[]>> = {
    bgNbd: ['r', 'alpha', 'a', 'b'],
    mbgNbd: ['r', 'alpha', 'a', 'b'],
    paretoNbd: ['r', 'alpha', 's', 'beta'],
    bgBb: ['alpha', 'beta', 'gamma', 'delta'],
    gammaGamma: ['p', 'q', 'v'],
    sBg: ['alpha', 'beta'],
    betaDiscreteWeibull: ['alpha', 'beta', 'c'],
  };
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(shapes)), fc.tuple(law, law, law, law), (model, values) => {
      const parameters = Object.fromEntries(shapes[model]!.map((name, place) => [name, values[place]!]));
      for (const sentence of explained(model, parameters)) {
        expect(sentence).toMatch(/^[A-Za-z].*\.$/);
        expect(sentence).not.toMatch(/NaN|undefined|Infinity|more than 100 %/);
      }
    }),
    runs(400),
  );
});

test('a fit is explained from JSON and frozen', () => {
  const fit = sBg.fit({ cohorts: [{ survivors: [1000, 869, 743, 653, 593] }] });
  expect(explainFit(deepFrozen(JSON.parse(JSON.stringify(fit))))).toEqual(explainFit(fit));
});

describe('the input', () => {
  const spend = { model: 'gammaGamma', parameters: { p: 6, q: 4, v: 15 }, converged: true, definition: {} };
  const failed = { model: 'sBg', converged: false, ending: 'boundary', boundaries: [] };

  test.each([
    [undefined, 'not-a-record', ['fit']],
    [{ ...spend, model: 'nbd' }, 'not-an-option', ['fit', 'model']],
    [{ ...spend, converged: 1 }, 'not-an-option', ['fit', 'converged']],
    [{ ...spend, parameters: null }, 'not-a-record', ['fit.parameters']],
    [{ ...spend, parameters: { p: 6, q: 4, v: 0 } }, 'not-a-quantity', ['fit.parameters.v']],
    [{ ...spend, definition: undefined }, 'not-a-record', ['fit.definition']],
    [{ ...spend, definition: { currency: 5 } }, 'not-a-text', ['fit', 'definition', 'currency']],
    [{ ...spend, model: 'sBg' }, 'not-a-quantity', ['fit.parameters.alpha']],
    [{ ...spend, model: 'bgNbd' }, 'not-a-quantity', ['fit.parameters.r']],
    [fitOf('bgNbd', { r: 1, alpha: 1, a: 1, b: 1 }, 7 as never), 'not-a-text', ['fit', 'definition', 'timeUnit']],
    [{ ...failed, ending: 'converged' }, 'not-an-option', ['fit.ending']],
    [{ ...failed, boundaries: undefined }, 'not-rows', ['fit', 'boundaries']],
    [{ ...failed, boundaries: [null] }, 'not-a-record', ['fit.boundaries[0]']],
    [
      { ...failed, boundaries: [{ parameter: 'alpha', limit: 'zero', meaning: 5, instead: 'no' }] },
      'not-a-text',
      ['fit', 'boundaries', 0, 'meaning'],
    ],
  ])('%o is refused', (fit, code, path) => {
    expect(refusalOf(() => explainFit(fit as never))).toMatchObject({ code, metric: 'explainFit', path });
  });
});
