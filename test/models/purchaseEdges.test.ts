import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PurchaseHistory } from '../../src/models/purchaseTypes.ts';
import { MODELS, type Parameters, relativeError } from './purchaseModels.ts';

interface Edge {
  readonly parameters: Parameters;
  readonly customer: PurchaseHistory;
  readonly horizon: number;
  readonly probabilityAlive: number;
  readonly expectedPurchases: number;
  readonly logLikelihood?: number;
}

const EDGES = JSON.parse(readFileSync(new URL('../reference/models/edges.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, readonly Edge[]>
>;

describe.each(MODELS.filter(({ name }) => name in EDGES))('$name, where other programs lose digits', (one) => {
  test.each(EDGES[one.name]!)('$parameters, $customer', (edge) => {
    const { parameters, customer, horizon, logLikelihood } = edge;
    const { frequency, recency, age } = customer;
    const alive = one.model.probabilityAlive(parameters, customer);
    const expected = one.model.expectedPurchases(parameters, customer, { horizon });
    // Below the least double a chance is 0, and so is what hangs on it.
    if (edge.probabilityAlive === 0)
      expect([alive, expected].every((value) => value >= 0 && value < 1e-300)).toBe(true);
    else {
      expect(relativeError(alive, edge.probabilityAlive)).toBeLessThan(1e-11);
      expect(relativeError(expected, edge.expectedPurchases)).toBeLessThan(1e-11);
    }
    const found = one.model.logLikelihood(parameters, { frequency: [frequency], recency: [recency], age: [age] });
    expect(Number.isFinite(found)).toBe(true);
    if (logLikelihood !== undefined) expect(relativeError(found, logLikelihood)).toBeLessThan(1e-12);
  });
});
