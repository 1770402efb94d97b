import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fit as fitSpend } from '../../../src/models/gammaGamma/fit.ts';
import { logLikelihood } from '../../../src/models/gammaGamma/logLikelihood.ts';
import { simulate } from '../../../src/models/gammaGamma/simulate.ts';
import { purchaseSummary } from '../../../src/models/purchaseSummary.ts';
import type { SpendHistories } from '../../../src/models/purchaseTypes.ts';
import { refusalOf } from '../../core/refusalOf.ts';
import { deepFrozen } from '../../laws/deepFrozen.ts';
import { CALIBRATION_END, cdnowLog, hasCdnow } from '../cdnow.ts';
import { syntheticCustomers } from '../syntheticCustomers.ts';

const NAMES = ['p', 'q', 'v'] as const;
const TRUTH = { p: 6.25, q: 3.74, v: 15.44 };

type Figures = Readonly<Record<'p' | 'q' | 'v', number>>;

function expectWithin(found: Figures, known: Figures, share: number): void {
  for (const name of NAMES) expect(Math.abs(found[name] / known[name] - 1), name).toBeLessThan(share);
}

/** Some customers of a shop, a fifth of them without a repeated purchase. */
function drawn(count: number, seed: number): { frequency: number[]; meanSpend: number[] } {
  const frequencies = Array.from({ length: count }, (_, i) => (i % 5 === 0 ? 0 : 1 + (i % 7) * (i % 3)));
  const { frequency, meanSpend } = simulate(TRUTH, { seed, frequencies });
  return { frequency: [...frequency], meanSpend: [...meanSpend].map((spend) => Math.round(100 * spend) / 100) };
}

// models.json of the reference: the optimum by Newton's steps on other derivatives; lifetimes agrees with it.
describe('gammaGamma.fit of 100,000 synthetic customers', () => {
  const { frequency, meanSpend } = syntheticCustomers(100_000);
  const found = fitSpend({ frequency, meanSpend });

  test('finds the optimum, to 1e-6, with its standard errors', () => {
    expect(found.converged).toBe(true);
    expectWithin(found.parameters, { p: 5.900053817657678, q: 3.814315431089748, v: 16.772886310832195 }, 1e-10);
    expect(found.logLikelihood).toBeCloseTo(-173429.70756885, 7);
    const errors = { p: 0.15195102663849133, q: 0.04416082812752819, v: 0.6161834330146939 };
    expectWithin(found.standardErrors, errors, 1e-8);
  });

  test('rests on those with purchases, and counts the others', () => {
    expect([found.observations, found.leftOut]).toEqual([40_273, 59_727]);
    expect(found.evaluations).toBeLessThanOrEqual(8);
  });

  test('begun from its own parameters it is there at once', () => {
    const again = fitSpend({ frequency, meanSpend }, { start: found.parameters });
    expectWithin(again.parameters, found.parameters, 1e-12);
    expect(again.iterations).toBeLessThanOrEqual(1);
  });
});

describe.skipIf(!hasCdnow)('gammaGamma.fit of CDNOW, calibration to 1997-09-30', () => {
  const summary = hasCdnow ? purchaseSummary(cdnowLog(), { asOf: CALIBRATION_END, unit: 'week' }) : undefined;

  test('the mean spend to cents, as published, gives the published figures', () => {
    // Half cents go up; a mean of whole cents that lies on one is not exactly there.
    const meanSpend = summary!.meanSpend.map((spend) => Math.floor(100 * spend + 0.5 + 1e-9) / 100);
    const found = fitSpend({ frequency: summary!.frequency, meanSpend });
    expect([found.observations, found.leftOut, found.converged]).toEqual([946, 1411, true]);
    expectWithin(found.parameters, { p: 6.24880249, q: 3.744588453, v: 15.44774801 }, 1e-6);
    expect(Math.abs(found.logLikelihood - -4055.9232435)).toBeLessThan(1e-6);
    expectWithin(found.standardErrors, { p: 1.189687037, q: 0.290165615, v: 4.159993878 }, 1e-4);
    // Fader and Hardie (2013), note 025.
    expect(NAMES.map((name) => found.parameters[name].toFixed(2))).toEqual(['6.25', '3.74', '15.45']);
    const [[, pq, pv], , [, , vv]] = found.covariance as unknown as [number[], number[], number[]];
    [
      [pq!, -0.2319069],
      [pv!, -4.802066],
      [vv!, 17.305549],
    ].forEach(([covariance, known]) => void expect(covariance! / known! - 1).toBeCloseTo(0, 6));
  });

  test('the mean spend unrounded gives the optimum of exact data, of which others stop short', () => {
    const found = fitSpend(summary!);
    expectWithin(found.parameters, { p: 6.249572271, q: 3.744224667, v: 15.44352096 }, 1e-6);
    expect(Math.abs(found.logLikelihood - -4055.9176948)).toBeLessThan(1e-6);
    expectWithin(found.standardErrors, { p: 1.190055, q: 0.2901331, v: 4.159423 }, 1e-4);
    expect(found.definition).toEqual({ spend: 'repeat', currency: undefined });
  });

  test('first purchases may be taken in, but for customers who paid nothing, who are refused by place', () => {
    const all = purchaseSummary(cdnowLog(), { asOf: CALIBRATION_END, unit: 'week', spend: 'all' });
    expect(refusalOf(() => fitSpend(all))).toMatchObject({ path: ['data', 'meanSpend', 86], received: '0' });
    const found = fitSpend({
      ...all,
      spendCount: all.spendCount.map((count, i) => (all.meanSpend[i]! > 0 ? count : 0)),
    });
    // CLVTools 0.12.1 stops a little short, at a log-likelihood of -9898.45093664.
    expectWithin(found.parameters, { p: 9.88124105, q: 3.398749981, v: 7.928587928 }, 1e-5);
    expect(found.logLikelihood).toBeCloseTo(-9898.45093663, 8);
    expect([found.observations, found.leftOut, found.definition.spend]).toEqual([2349, 8, 'all']);
  });
});

describe('gammaGamma.fit', () => {
  const data = drawn(600, 4);
  const found = fitSpend(data);

  test('is at a maximum: the likelihood falls on every side', () => {
    expect(found.converged).toBe(true);
    expect(found.logLikelihood).toBe(logLikelihood(found.parameters, data));
    for (const name of NAMES)
      for (const factor of [0.999, 1.001]) {
        const beside = { ...found.parameters, [name]: factor * found.parameters[name] };
        expect(logLikelihood(beside, data)).toBeLessThan(found.logLikelihood);
      }
  });

  test('its covariance is symmetric, with the squared standard errors on the diagonal', () => {
    NAMES.forEach((name, row) => {
      expect(Math.sqrt(found.covariance[row]![row]!)).toBe(found.standardErrors[name]);
      for (const column of [0, 1, 2])
        expect(found.covariance[row]![column]! / found.covariance[column]![row]!).toBeCloseTo(1, 12);
    });
  });

  test('its covariance is the inverse of the second derivatives, by differences of the log-likelihood', () => {
    const { p, q, v } = found.parameters;
    const point = [p, q, v];
    const steps = point.map((value) => 1e-3 * value);
    const at = (...moves: number[]) => {
      const [a, b, c] = point.map((value, i) => value + moves[i]! * steps[i]!);
      return logLikelihood({ p: a!, q: b!, v: c! }, data);
    };
    const unit = (one: number, other: number, sign: number) =>
      [0, 1, 2].map((place) => (place === one ? 1 : 0) + sign * (place === other ? 1 : 0));
    const minus = (moves: number[]) => moves.map((move) => -move);
    const information = [0, 1, 2].map((row) =>
      [0, 1, 2].map((column) => {
        const [both, apart] = [unit(row, column, 1), unit(row, column, -1)];
        const bend = at(...both) + at(...minus(both)) - at(...apart) - at(...minus(apart));
        return -bend / (4 * steps[row]! * steps[column]!);
      }),
    );
    for (const row of [0, 1, 2])
      for (const column of [0, 1, 2]) {
        const product = information[row]!.reduce((sum, value, k) => sum + value * found.covariance[k]![column]!, 0);
        expect(Math.abs(product - (row === column ? 1 : 0))).toBeLessThan(0.02);
      }
  });

  test('criteria of choice count three parameters', () => {
    expect(found.aic).toBeCloseTo(6 - 2 * found.logLikelihood, 10);
    expect(found.bic).toBeCloseTo(3 * Math.log(480) - 2 * found.logLikelihood, 10);
  });

  test('the order of customers changes nothing, to the last digit', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const order = data.frequency.map((_, i) => i).sort((a, b) => ((a * seed) % 601) - ((b * seed) % 601));
        const shuffled = {
          frequency: order.map((i) => data.frequency[i]!),
          meanSpend: Float64Array.from(order, (i) => data.meanSpend[i]!),
        };
        expect(fitSpend(shuffled)).toEqual(found);
      }),
      { numRuns: 20 },
    );
  });

  test('a weight stands for as many customers, and 0 leaves one out, to the last digit', () => {
    const weight = data.frequency.map((_, i) => i % 4);
    const repeated = { frequency: [] as number[], meanSpend: [] as number[] };
    weight.forEach((times, i) => {
      for (let n = 0; n < times; n++) {
        repeated.frequency.push(data.frequency[i]!);
        repeated.meanSpend.push(data.meanSpend[i]!);
      }
    });
    expect(fitSpend({ ...data, weight })).toEqual(fitSpend(repeated));
  });

  test('the customers of two shops together are those of one', () => {
    const other = drawn(300, 9);
    const together = {
      frequency: [...other.frequency, ...data.frequency],
      meanSpend: [...other.meanSpend, ...data.meanSpend],
    };
    const parts = [data, other].map((shop) => logLikelihood(TRUTH, shop));
    expect(logLikelihood(TRUTH, together)).toBeCloseTo(parts[0]! + parts[1]!, 8);
  });

  test('money in cents scales v, and moves the log-likelihood by ln 100 a customer', () => {
    const cents = fitSpend({ ...data, meanSpend: data.meanSpend.map((spend) => 100 * spend) });
    const { p, q, v } = found.parameters;
    expectWithin(cents.parameters, { p, q, v: 100 * v }, 1e-9);
    expectWithin(cents.standardErrors, { ...found.standardErrors, v: 100 * found.standardErrors.v }, 1e-7);
    expect(cents.logLikelihood).toBeCloseTo(found.logLikelihood - 480 * Math.log(100), 7);
  });

  test('customers without purchases are counted, and what they spent is not looked at', () => {
    const frequency = [0, ...data.frequency, 0, 0];
    for (const nothing of [0, Number.NaN, -5, Infinity]) {
      const meanSpend = [nothing, ...data.meanSpend, nothing, nothing];
      expect(fitSpend({ frequency, meanSpend })).toEqual({ ...found, leftOut: found.leftOut + 3 });
    }
    expect(found.leftOut).toBe(120);
  });

  test('columns may be frozen, typed or plain, and others beside them are not looked at', () => {
    const typed = { frequency: Int32Array.from(data.frequency), meanSpend: Float64Array.from(data.meanSpend) };
    expect(fitSpend(typed)).toEqual(found);
    expect(fitSpend(deepFrozen({ ...data, customers: ['ada'], recency: null }) as SpendHistories)).toEqual(found);
  });

  test('what a summary says of its spend is carried along, anything else is not', () => {
    const told = (definition: unknown) => fitSpend({ ...data, definition } as SpendHistories).definition;
    expect(told({ spend: 'all', currency: 'EUR', timeUnit: 'week' })).toEqual({ spend: 'all', currency: 'EUR' });
    for (const nothing of [undefined, null, 5, { spend: 'some', currency: 5 }])
      expect(told(nothing)).toEqual({ spend: undefined, currency: undefined });
  });
});

describe('gammaGamma.fit of data that say too little', () => {
  const boundariesOf = (frequency: number[], meanSpend: number[]) => {
    const { converged, ending, boundaries, standardErrors } = fitSpend({ frequency, meanSpend });
    expect([converged, standardErrors.p]).toEqual([false, Number.NaN]);
    expect(['boundary', 'no curvature', 'too many iterations']).toContain(ending);
    return boundaries.map(({ parameter, limit }) => `${parameter} ${limit}`);
  };

  const frequencies = Array.from({ length: 400 }, (_, i) => [1, 10, 100, 1000][i % 4]!);

  test('customers who differ, each always spending the same: p is without end, and v with it 0', () => {
    const { frequency, meanSpend } = simulate({ p: 1e12, q: 3, v: 1e-10 }, { seed: 1, frequencies });
    expect(boundariesOf([...frequency], [...meanSpend])).toEqual(['p infinity', 'v zero']);
  });

  test('customers who do not differ: q is without end, and v with it', () => {
    const { frequency, meanSpend } = simulate({ p: 6, q: 1e12, v: 5e12 }, { seed: 1, frequencies });
    expect(boundariesOf([...frequency], [...meanSpend])).toEqual(['q infinity', 'v infinity']);
  });

  test('a single customer, and customers who all spend the same', () => {
    expect(boundariesOf([3], [20])).not.toEqual([]);
    expect(boundariesOf([3, 1, 7], [20, 20, 20])).not.toEqual([]);
  });

  test('a boundary says in words what it means and what to do', () => {
    const wordsOf = (parameters: Figures) => {
      const { boundaries } = fitSpend(simulate(parameters, { seed: 1, frequencies }));
      return boundaries.map(({ meaning, instead }) => `${meaning}; ${instead}`);
    };
    for (const words of wordsOf({ p: 1e12, q: 3, v: 1e-10 }))
      expect(words).toMatch(/each spends the same at every purchase; take each customer's own mean/);
    for (const words of wordsOf({ p: 6, q: 1e12, v: 5e12 }))
      expect(words).toMatch(/customers do not differ.*; take the mean spend of all purchases for every customer/);
  });

  test('nobody with a purchase: no parameters at all', () => {
    const found = fitSpend({ frequency: [0, 0], meanSpend: [Number.NaN, 0], weight: [1, 4] });
    expect(found).toMatchObject({ converged: false, observations: 0, leftOut: 5, logLikelihood: 0 });
    for (const name of NAMES) expect(found.parameters[name]).toBeNaN();
  });
});

describe('gammaGamma.fit refuses', () => {
  const refused = (data: unknown, options?: object) => refusalOf(() => fitSpend(data as never, options as never));
  const good = { frequency: [1, 2], meanSpend: [10, 20] };

  test('spend at or below 0 with purchases, by index and value', () => {
    for (const spend of [0, -5, Number.NaN, Infinity, undefined, '20'])
      expect(refused({ ...good, meanSpend: [10, spend] })).toMatchObject({
        code: 'not-a-quantity',
        metric: 'gammaGamma.fit',
        path: ['data', 'meanSpend', 1],
      });
    expect(refused({ ...good, meanSpend: [10, -5] }).message).toBe(
      'gammaGamma.fit: "data.meanSpend[1]" must be a finite number above 0 where there are purchases; received -5',
    );
  });

  test('frequencies and weights that are no counts, by index', () => {
    for (const wrong of [-1, 0.5, Number.NaN, Infinity, '1', null]) {
      expect(refused({ ...good, frequency: [1, wrong] })).toMatchObject({
        code: 'not-a-count',
        path: ['data', 'frequency', 1],
      });
      expect(refused({ ...good, weight: [wrong, 1] })).toMatchObject({
        code: 'not-a-count',
        path: ['data', 'weight', 0],
      });
    }
  });

  test('columns that are none, or of other lengths, and no customer', () => {
    for (const wrong of [null, 5, 'rows']) expect(refused(wrong)).toMatchObject({ code: 'not-a-record' });
    expect(refused({ ...good, meanSpend: 5 })).toMatchObject({ code: 'not-rows', path: ['data', 'meanSpend'] });
    expect(refused({ ...good, meanSpend: [1] })).toMatchObject({
      code: 'length-mismatch',
      path: ['data', 'meanSpend'],
    });
    expect(refused({ ...good, weight: [1] })).toMatchObject({ code: 'length-mismatch', path: ['data', 'weight'] });
    expect(refused({ frequency: [], meanSpend: [] })).toMatchObject({ code: 'below-limit' });
    expect(refused({ ...good, weight: [0, 0] })).toMatchObject({ code: 'below-limit' });
  });

  test('options it does not know, and a start that is none', () => {
    expect(refused(good, { begin: TRUTH })).toMatchObject({ code: 'unknown-option' });
    expect(refused(good, { start: { ...TRUTH, q: 0 } })).toMatchObject({ code: 'not-a-quantity', path: ['q'] });
    expect(refused(good, { start: null })).toMatchObject({ code: 'not-a-record', path: ['start'] });
  });
});
