import { describe, expect, test } from 'vitest';
import type { PurchaseHistories } from '../../src/models/purchaseTypes.ts';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { typicalShop } from './purchaseDraws.ts';
import { MODELS, relativeError } from './purchaseModels.ts';

function shuffled({ frequency, recency, age }: PurchaseHistories, seed: number): PurchaseHistories {
  const random = seededRandom(seed);
  const order = Array.from({ length: frequency.length }, (_, i) => [random.uniform(), i] as const)
    .sort(([one], [other]) => one - other)
    .map(([, i]) => i);
  const column = (values: ArrayLike<number>) => order.map((i) => values[i]!);
  return { frequency: column(frequency), recency: column(recency), age: column(age) };
}

const joined = (one: ArrayLike<number>, other: ArrayLike<number>) => [...Array.from(one), ...Array.from(other)];

describe.each(MODELS)('$name.fit', (one) => {
  const { model, names, typical, isDiscrete } = one;
  const shop = typicalShop(one, 41, 4000);
  const fit = model.fit(shop);

  test('finds what the customers were drawn with, within four standard errors', () => {
    expect(fit.converged).toBe(true);
    // On the logarithmic scale, where the errors of positive parameters are nearer to normal.
    for (const name of names)
      expect(
        Math.abs(Math.log(fit.parameters[name]! / typical[name]!)) /
          (fit.standardErrors[name]! / fit.parameters[name]!),
        name,
      ).toBeLessThan(4);
  });

  test('of 20,000 customers, explains them hardly better than what they were drawn with', () => {
    const many = typicalShop(one, 43, 20_000);
    const gain = model.fit(many).logLikelihood - model.logLikelihood(typical, many);
    expect(gain).toBeGreaterThan(0);
    // Twice the gain is a chi-squared variable of 4 degrees of freedom: beyond 23.5 once in ten thousand times.
    expect(2 * gain).toBeLessThan(23.5);
  });

  test('is at a maximum: the likelihood is what logLikelihood says, and falls on every side', () => {
    expect(fit.logLikelihood).toBe(model.logLikelihood(fit.parameters, shop));
    for (const name of names)
      for (const factor of [0.998, 1.002]) {
        const beside = { ...fit.parameters, [name]: factor * fit.parameters[name]! };
        expect(model.logLikelihood(beside, shop), name).toBeLessThan(fit.logLikelihood);
      }
  });

  test('its errors are the curvature of the likelihood, by differences of it', () => {
    // Along the four columns of the covariance the information times the column is a unit vector.
    const point = names.map((name) => fit.parameters[name]!);
    const at = (moves: readonly number[]) =>
      model.logLikelihood(Object.fromEntries(names.map((name, i) => [name, point[i]! + moves[i]!])), shop);
    const steps = names.map((name) => 0.02 * fit.standardErrors[name]!);
    const bend = (i: number, j: number) => {
      const move = (first: number, second: number) =>
        at(point.map((_, k) => (k === i ? first * steps[i]! : 0) + (k === j ? second * steps[j]! : 0)));
      return (move(1, 1) - move(1, -1) - move(-1, 1) + move(-1, -1)) / (4 * steps[i]! * steps[j]!);
    };
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++) {
        let product = 0;
        for (let k = 0; k < 4; k++) product -= bend(i, k) * fit.covariance[k]![j]!;
        const scale = fit.standardErrors[names[j]!]! / fit.standardErrors[names[i]!]!;
        expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(0.02 * Math.max(scale, 1));
      }
  });

  test('the order of customers does not change a digit', () => {
    expect(model.fit(shuffled(shop, 3))).toEqual(fit);
  });

  test('a kind of customers with its number is as good as each of them', () => {
    const kinds = new Map<string, number[]>();
    for (let i = 0; i < 4000; i++) {
      const row = [shop.frequency[i]!, shop.recency[i]!, shop.age[i]!];
      const key = row.join();
      const [, , , times = 0] = kinds.get(key) ?? [];
      kinds.set(key, [...row, times + 1]);
    }
    const rows = [...kinds.values()];
    const column = (place: number) => rows.map((row) => row[place]!);
    const weighted = { frequency: column(0), recency: column(1), age: column(2), weight: column(3) };
    expect(model.fit(weighted)).toEqual(fit);
    expect(fit).toMatchObject({ observations: 4000, distinctRows: rows.length });
  });

  test('the customers of two shops, one after the other, are those of both', () => {
    const other = typicalShop(one, 42, 500);
    const both = (first: PurchaseHistories, second: PurchaseHistories) =>
      model.fit({
        frequency: joined(first.frequency, second.frequency),
        recency: joined(first.recency, second.recency),
        age: joined(first.age, second.age),
      });
    const found = both(shop, other);
    expect(found.observations).toBe(4500);
    expect(both(other, shop)).toEqual(found);
    const { parameters } = found;
    const apart = model.logLikelihood(parameters, shop) + model.logLikelihood(parameters, other);
    expect(relativeError(found.logLikelihood, apart)).toBeLessThan(1e-12);
  });

  test('begun at an earlier fit it is there in few steps, at the same optimum', () => {
    const again = model.fit(shop, { start: fit.parameters });
    expect(again.evaluations).toBeLessThanOrEqual(3);
    expect(again.evaluations).toBeLessThan(fit.evaluations);
    for (const name of names) expect(relativeError(again.parameters[name]!, fit.parameters[name]!)).toBeLessThan(1e-8);
  });

  test('from wherever it begins it ends at the same optimum', () => {
    for (const factor of [0.05, 0.3, 3, 20]) {
      const start = Object.fromEntries(names.map((name, i) => [name, typical[name]! * (i % 2 ? factor : 1 / factor)]));
      const again = model.fit(shop, { start });
      expect(again.converged).toBe(true);
      expect(again.evaluations).toBeLessThan(60);
      for (const name of names)
        expect(relativeError(again.parameters[name]!, fit.parameters[name]!)).toBeLessThan(1e-6);
    }
  });

  test.skipIf(isDiscrete)('in days it is the same fit as in weeks', () => {
    const days = (weeks: ArrayLike<number>) => Float64Array.from(weeks, (value) => 7 * value);
    const found = model.fit({ frequency: shop.frequency, recency: days(shop.recency), age: days(shop.age) });
    const purchases = Array.from(shop.frequency).reduce((total, count) => total + count, 0);
    expect(Math.abs(found.logLikelihood + purchases * Math.log(7) - fit.logLikelihood)).toBeLessThan(1e-6);
    for (const name of names) {
      const factor = name === 'alpha' || name === 'beta' ? 7 : 1;
      expect(relativeError(found.parameters[name]!, factor * fit.parameters[name]!)).toBeLessThan(1e-7);
      expect(relativeError(found.standardErrors[name]!, factor * fit.standardErrors[name]!)).toBeLessThan(1e-6);
    }
  });

  test('is plain data, that JSON brings back as it was', () => {
    expect(JSON.parse(JSON.stringify({ ...fit, definition: {} }))).toEqual({ ...fit, definition: {} });
  });

  test('takes the time unit from what the data say of themselves', () => {
    expect(model.fit({ ...shop, definition: { timeUnit: 'week' } }).definition).toEqual({ timeUnit: 'week' });
    expect(fit.definition).toEqual({ timeUnit: undefined });
  });
});
