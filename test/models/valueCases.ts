// Fits of known parameters and customers to be valued: what the tests of values share.
import fc from 'fast-check';
import type { CustomerId } from '../../src/core/types.ts';
import type { GammaGammaFit } from '../../src/models/gammaGamma/types.ts';
import type { PurchaseFit } from '../../src/models/purchaseFits.ts';
import type { CustomerSpending } from '../../src/models/valueOptions.ts';
import { anyCustomer } from './purchaseDraws.ts';
import { MODELS, type ModelCase, type Parameters } from './purchaseModels.ts';

/** A covariance of parameters known to a few percent each, and one by one. */
function roughly(parameters: Parameters): number[][] {
  const values = Object.values(parameters);
  return values.map((value, i) => values.map((_, j) => (i === j ? (0.05 * value) ** 2 : 0)));
}

/** A fit as JSON may have kept it: what values need of one. */
export function fitOf(
  model: string,
  parameters: object,
  definition: object = {},
  covariance: readonly (readonly number[])[] = roughly(parameters as Parameters),
): PurchaseFit {
  const fit: unknown = { model, parameters, covariance, converged: true, definition };
  return fit as PurchaseFit;
}

/** The same of spend. */
export function spendFitOf(
  parameters: object,
  definition: object = {},
  covariance?: readonly (readonly number[])[],
): GammaGammaFit {
  return fitOf('gammaGamma', parameters, definition, covariance) as unknown as GammaGammaFit;
}

/** Spend of a shop like CDNOW. */
export const SPEND = { p: 6.25, q: 3.74, v: 15.44 } as const;

/** The weighted mean that the model of spend expects: own purchases weigh p x, those of everybody q - 1. */
export function spendOracle(purchases: number, meanSpend: number, { p, q, v } = SPEND): number {
  const weight = (p * purchases) / (p * purchases + q - 1);
  const ofAll = (p * v) / (q - 1);
  return purchases === 0 ? ofAll : weight * meanSpend + (1 - weight) * ofAll;
}

/** A few customers of whichever model, some without a second purchase. */
export function anySpenders(one: ModelCase, minLength: number = 0): fc.Arbitrary<SpenderColumns> {
  const spender = fc.tuple(anyCustomer(one), fc.integer({ min: 1, max: 100_000 }));
  return fc.array(spender, { minLength, maxLength: 9 }).map((spenders) => ({
    customers: spenders.map((_, i) => `customer ${i}`),
    frequency: spenders.map(([{ frequency }]) => frequency),
    recency: spenders.map(([{ recency }]) => recency),
    age: spenders.map(([{ age }]) => age),
    meanSpend: spenders.map(([{ frequency }, cents]) => (frequency === 0 ? Number.NaN : cents / 100)),
  }));
}

/** Customers as arrays, which may be picked from. */
export interface SpenderColumns extends CustomerSpending {
  readonly customers: readonly CustomerId[];
  readonly frequency: readonly number[];
  readonly recency: readonly number[];
  readonly age: readonly number[];
  readonly meanSpend: readonly number[];
}

/** Some of the customers, in the order asked for. */
export function pick(spenders: CustomerSpending, places: readonly number[]): SpenderColumns {
  const of = <Value>(column: ArrayLike<Value>): Value[] => places.map((place) => column[place]!);
  return {
    customers: of(spenders.customers),
    frequency: of(spenders.frequency),
    recency: of(spenders.recency),
    age: of(spenders.age),
    meanSpend: of(spenders.meanSpend),
  };
}

/** Two customers whom every model may have: one of two repeat purchases, one of none. */
export const TWO: SpenderColumns = {
  customers: ['ada', 'bob'],
  frequency: [2, 0],
  recency: [30, 0],
  age: [39, 39],
  meanSpend: [22, Number.NaN],
};

/** The typical fit of a model, and one of spend. */
export function typicalFits({ name, typical }: ModelCase): { purchaseFit: PurchaseFit; spendFit: GammaGammaFit } {
  return { purchaseFit: fitOf(name, typical), spendFit: spendFitOf(SPEND) };
}

/** The model of a name. */
export function modelOf(name: ModelCase['name']): ModelCase {
  return MODELS.find((one) => one.name === name)!;
}
