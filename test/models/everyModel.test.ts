// What every model of the room has in common, whatever it is of.
import * as models from 'tenure/models';
import { describe, expect, test } from 'vitest';

interface Model {
  readonly fit: (data: never, options?: never) => models.ModelFit;
  readonly logLikelihood: (parameters: never, data: never) => number;
  readonly simulate: (parameters: never, options: never) => object;
}

const ages = new Array<number>(1500).fill(40);
const opportunities = new Array<number>(1500).fill(12);
const contracts = { customers: 2000, periods: 8 };
const frequencies = Array.from({ length: 1500 }, (_, customer) => customer % 5);

const CASES: readonly (readonly [name: string, parameters: object, drawn: object])[] = [
  ['bgNbd', { r: 0.5, alpha: 6, a: 0.8, b: 2.5 }, { ages }],
  ['mbgNbd', { r: 0.8, alpha: 6, a: 0.8, b: 2.5 }, { ages }],
  ['paretoNbd', { r: 0.8, alpha: 6, s: 0.8, beta: 12 }, { ages }],
  ['bgBb', { alpha: 1.2, beta: 0.8, gamma: 0.7, delta: 3 }, { ages: opportunities }],
  ['sBg', { alpha: 0.7, beta: 1.2 }, contracts],
  ['betaDiscreteWeibull', { alpha: 0.5, beta: 0.9, c: 1.2 }, contracts],
  ['gammaGamma', { p: 6, q: 4, v: 15 }, { frequencies }],
];

const namespaces = Object.entries(models).filter(([, value]) => typeof value === 'object');

test('every namespace is a model that is looked at here', () => {
  expect(namespaces.map(([name]) => name).sort()).toEqual(CASES.map(([name]) => name).sort());
});

describe.each(CASES)('%s', (name, parameters, drawn) => {
  const model = (models as unknown as Record<string, Model>)[name]!;
  const draw = (seed: number): never => model.simulate(parameters as never, { seed, ...drawn } as never) as never;
  const data = draw(7);
  const fit = model.fit(data);

  test('draws what it fits, the same by the same seed and other by another', () => {
    expect(draw(7)).toStrictEqual(data);
    expect(draw(8)).not.toEqual(data);
    expect(fit.converged).toBe(true);
    expect(fit.model).toBe(name);
    expect(Object.keys(fit.parameters)).toEqual(Object.keys(parameters));
  });

  test('says of its parameters the likelihood that they have, above that of those that drew', () => {
    expect(model.logLikelihood(fit.parameters as never, data)).toBeCloseTo(fit.logLikelihood, 8);
    expect(fit.logLikelihood).toBeGreaterThan(model.logLikelihood(parameters as never, data));
    const size = Object.keys(parameters).length;
    expect(fit.aic).toBeCloseTo(2 * size - 2 * fit.logLikelihood, 8);
    expect(fit.bic).toBeCloseTo(size * Math.log(fit.observations) - 2 * fit.logLikelihood, 8);
  });

  test('is plain data: what JSON has kept is the same fit, and begins the next one where this one ended', () => {
    const kept: models.ModelFit = JSON.parse(JSON.stringify(fit));
    expect({ ...kept, definition: 0 }).toEqual({ ...fit, definition: 0 });
    const again = model.fit(data, { start: kept.parameters } as never);
    expect(again.logLikelihood).toBeCloseTo(fit.logLikelihood, 8);
    expect(again.evaluations).toBeLessThan(fit.evaluations);
  });
});
