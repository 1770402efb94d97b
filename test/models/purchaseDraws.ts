import fc from 'fast-check';
import type { PurchaseHistories, PurchaseHistory } from '../../src/models/purchaseTypes.ts';
import type { ModelCase, Parameters } from './purchaseModels.ts';

const logarithmic = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);

/** Parameters of a model, each from `min` to `max`, as far apart as they may be. */
export function anyParameters({ names }: ModelCase, min: number = 0.05, max: number = 50): fc.Arbitrary<Parameters> {
  return fc.record(Object.fromEntries(names.map((name) => [name, logarithmic(min, max)])));
}

/** A customer as the model may have one. */
export function anyCustomer({ isDiscrete }: ModelCase): fc.Arbitrary<PurchaseHistory> {
  const share = fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 1, noNaN: true }));
  const count = fc.oneof(fc.nat(3), fc.nat(40), fc.nat(400));
  if (!isDiscrete)
    return fc.tuple(logarithmic(0.05, 500), share, count).map(([age, part, frequency]) => ({
      frequency,
      recency: frequency === 0 ? 0 : age * part,
      age,
    }));
  return fc.tuple(fc.oneof(fc.nat(8), fc.nat(80)), share, share).map(([age, part, other]) => {
    const recency = Math.floor(age * part);
    return { frequency: Math.ceil(recency * other), recency, age };
  });
}

/** A time ahead. */
export function anyHorizon({ isDiscrete }: ModelCase): fc.Arbitrary<number> {
  return isDiscrete ? fc.nat(60) : logarithmic(0.01, 500);
}

/** Histories of a few kinds of customers, as columns. */
export function anyHistories(one: ModelCase): fc.Arbitrary<{ frequency: number[]; recency: number[]; age: number[] }> {
  return fc.array(anyCustomer(one), { minLength: 1, maxLength: 12 }).map(columnsOf);
}

/** Customers as columns. */
export function columnsOf(customers: readonly PurchaseHistory[]) {
  return {
    frequency: customers.map(({ frequency }) => frequency),
    recency: customers.map(({ recency }) => recency),
    age: customers.map(({ age }) => age),
  };
}

/** Customers of a shop like the typical one, drawn by the library. */
export function typicalShop(
  { model, typical, isDiscrete }: ModelCase,
  seed: number,
  customers: number,
): PurchaseHistories {
  const ages = Array.from({ length: customers }, (_, i) => (isDiscrete ? 4 + (i % 5) : 26 + (i % 14)));
  return model.simulate(typical, { seed, ages });
}
