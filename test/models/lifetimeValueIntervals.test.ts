import { describe, expect, test } from 'vitest';
import { expectedLifetimeValues } from '../../src/models/expectedLifetimeValues.ts';
import * as gammaGamma from '../../src/models/gammaGamma/index.ts';
import {
  type LifetimeValueIntervals,
  lifetimeValueIntervals,
  type ValueIntervalOptions,
} from '../../src/models/lifetimeValueIntervals.ts';
import type { PurchaseFit } from '../../src/models/purchaseFits.ts';
import type { CustomerSpending } from '../../src/models/valueOptions.ts';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { typicalShop } from './purchaseDraws.ts';
import { MODELS, type ModelCase, relativeError } from './purchaseModels.ts';
import { fitOf, modelOf, pick, SPEND, spendFitOf, TWO, typicalFits } from './valueCases.ts';

/** The 97.5 % point of the normal law. */
const Z95 = 1.959963984540054;

interface Shop extends Pick<ValueIntervalOptions, 'purchaseFit' | 'spendFit'> {
  readonly summary: CustomerSpending & { readonly frequency: Float64Array; readonly meanSpend: Float64Array };
}

/** Drawn customers of a model, and the fits to them. */
function shopOf(one: ModelCase, seed: number, size: number): Shop {
  const drawn = typicalShop(one, seed, size);
  const frequency = Float64Array.from(drawn.frequency);
  const paid = gammaGamma.simulate(SPEND, { seed: seed + 1_000_000, frequencies: frequency });
  const customers = Array.from(frequency, (_, customer) => customer);
  return {
    summary: { ...drawn, customers, frequency, meanSpend: paid.meanSpend },
    purchaseFit: one.model.fit(drawn) as unknown as PurchaseFit,
    spendFit: gammaGamma.fit(paid),
  };
}

const shops = new Map(MODELS.map((one) => [one.name, shopOf(one, 11, 2500)]));
const shop = shops.get('bgNbd')!;
const fits = { purchaseFit: shop.purchaseFit, spendFit: shop.spendFit };
/** The first so many customers of the shop. */
const first = (count: number) => pick(shop.summary, [...new Array(count).keys()]);
const some = first(700);
const few = first(10);

/** Derivatives by differences of four points, in the parameters as they are. */
function slopes(values: readonly number[], of: (values: readonly number[]) => number): number[] {
  return values.map((value, j) => {
    const step = 1e-3 * value;
    const at = (steps: number): number => of(values.map((other, i) => (i === j ? other + steps * step : other)));
    return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step);
  });
}

const product = (vector: readonly number[], matrix: readonly (readonly number[])[]): number =>
  vector.reduce((total, one, i) => total + vector.reduce((row, other, j) => row + one * matrix[i]![j]! * other, 0), 0);

const named = (like: object, values: readonly number[]): object =>
  Object.fromEntries(Object.keys(like).map((name, i) => [name, values[i]]));

/** The ends that the covariances of both fits make of a figure, the slow way. */
function byHand(
  { purchaseFit, spendFit }: Pick<ValueIntervalOptions, 'purchaseFit' | 'spendFit'>,
  figure: (purchaseFit: PurchaseFit, spendFit: Shop['spendFit']) => number,
): readonly [lower: number, upper: number] {
  const { parameters, covariance, model } = purchaseFit;
  const bought = slopes(Object.values(parameters), (values) =>
    figure(fitOf(model, named(parameters, values)), spendFit),
  );
  const spent = slopes(Object.values(spendFit.parameters), (values) =>
    figure(purchaseFit, spendFitOf(named(spendFit.parameters, values))),
  );
  const value = figure(purchaseFit, spendFit);
  const error = Math.sqrt(product(bought, covariance) + product(spent, spendFit.covariance));
  const reach = Math.exp((Z95 * error) / value);
  return [value / reach, value * reach];
}

describe.each(MODELS)('intervals of values by the delta method: $name', (one) => {
  const { summary, purchaseFit, spendFit } = shops.get(one.name)!;
  const options = { horizon: 26, discountRate: 0.002, margin: 0.4 };
  const intervals = lifetimeValueIntervals(summary, { ...options, purchaseFit, spendFit });

  test.each([0, 1, 2, 3, 4])('customer %d: what the standard errors of the parameters make of the value', (at) => {
    const own = pick(summary, [at]);
    const known = byHand({ purchaseFit, spendFit }, (purchases, spend) => {
      const { value } = expectedLifetimeValues(own, { ...options, purchaseFit: purchases, spendFit: spend });
      return value[0]!;
    });
    expect(relativeError(intervals.lower[at]!, known[0])).toBeLessThan(1e-7);
    expect(relativeError(intervals.upper[at]!, known[1])).toBeLessThan(1e-7);
  });

  test('all together: of the value and of the purchases', () => {
    const total = (purchases: PurchaseFit, spend: Shop['spendFit']) =>
      expectedLifetimeValues(summary, { ...options, purchaseFit: purchases, spendFit: spend }).total;
    const ofValue = byHand({ purchaseFit, spendFit }, (...both) => total(...both).value);
    expect(relativeError(intervals.totalValue.lower, ofValue[0])).toBeLessThan(1e-7);
    expect(relativeError(intervals.totalValue.upper, ofValue[1])).toBeLessThan(1e-7);
    const ofPurchases = byHand({ purchaseFit, spendFit }, (...both) => total(...both).expectedPurchases);
    expect(relativeError(intervals.totalPurchases.lower, ofPurchases[0])).toBeLessThan(1e-7);
    expect(relativeError(intervals.totalPurchases.upper, ofPurchases[1])).toBeLessThan(1e-7);
  });

  test('the estimates are the expected values, bit for bit', () => {
    const values = expectedLifetimeValues(summary, { ...options, purchaseFit, spendFit });
    expect(intervals.value).toEqual(values.value);
    expect(intervals.totalValue.estimate).toBe(values.total.value);
    expect(intervals.totalPurchases.estimate).toBe(values.total.expectedPurchases);
    expect(intervals.customers).toBe(summary.customers);
  });
});

describe('intervals of values', () => {
  const options: ValueIntervalOptions = { ...fits, horizon: 52, discountRate: 0.002, margin: 0.5 };
  const boot = { method: 'bootstrap', seed: 3, resamples: 40 } as const;

  const ordered = ({ value, lower, upper, totalPurchases, totalValue }: LifetimeValueIntervals): boolean =>
    value.every((own, at) => lower[at]! <= own && own <= upper[at]!) &&
    [totalPurchases, totalValue].every((total) => total.lower < total.estimate && total.estimate < total.upper);

  test('lie about the estimate, wider at a higher level: by the ratio of the normal deviates on the scale of logarithms', () => {
    const [usual, wide] = [0.95, 0.99].map((level) => lifetimeValueIntervals(few, { ...options, level }));
    expect(ordered(usual!)).toBe(true);
    // The 97.5 % and 99.5 % points of the normal law.
    const ratio = 2.5758293035489004 / Z95;
    usual!.value.forEach((own, at) => {
      expect(Math.log(wide!.upper[at]! / own) / Math.log(usual!.upper[at]! / own)).toBeCloseTo(ratio, 9);
      expect(Math.log(wide!.lower[at]! / own) / Math.log(usual!.lower[at]! / own)).toBeCloseTo(ratio, 9);
    });
    const bootstrapped = [0.8, 0.95].map((level) => lifetimeValueIntervals(some, { ...options, ...boot, level }));
    expect(bootstrapped[0]!.totalValue.upper).toBeLessThan(bootstrapped[1]!.totalValue.upper);
    expect(bootstrapped[0]!.totalValue.lower).toBeGreaterThan(bootstrapped[1]!.totalValue.lower);
  });

  test('the definition says how they were found', () => {
    const definition = { horizon: 52, margin: 0.5, purchaseModel: 'bgNbd', failedFits: 0 };
    expect(lifetimeValueIntervals(few, options).definition).toMatchObject({
      ...{ ...definition, level: 0.95, method: 'delta', seed: undefined, resamples: undefined },
    });
    const { purchaseFit, spendFit } = fits;
    const many = lifetimeValueIntervals(shop.summary, {
      purchaseFit,
      spendFit,
      horizon: 4,
      method: 'bootstrap',
      seed: 3,
      resamples: 20,
      level: 0.9,
    });
    expect(many.definition).toMatchObject({ level: 0.9, method: 'bootstrap', seed: 3, resamples: 20, failedFits: 0 });
  });

  test('come of fits that went through JSON as well, and of frozen input', () => {
    const saved = JSON.parse(JSON.stringify(options)) as typeof options;
    expect(lifetimeValueIntervals(few, deepFrozen(saved))).toEqual(lifetimeValueIntervals(deepFrozen(few), options));
  });

  test('of nobody, without margin and within no time are 0 to 0, by either method', () => {
    const nothing = { estimate: 0, lower: 0, upper: 0 };
    for (const how of [{}, { method: 'bootstrap', seed: 1, resamples: 20 } as const]) {
      const nobody = lifetimeValueIntervals(pick(TWO, []), { ...options, ...how });
      expect(nobody).toMatchObject({ totalPurchases: nothing, totalValue: nothing });
      const worthless = lifetimeValueIntervals(TWO, { ...options, ...how, margin: 0 });
      expect([...worthless.lower, ...worthless.upper]).toEqual([0, 0, 0, 0]);
      expect(worthless.totalValue).toEqual(nothing);
      const noTime = lifetimeValueIntervals(TWO, { ...options, ...how, horizon: 0 });
      expect(noTime).toMatchObject({ totalPurchases: nothing, totalValue: nothing });
    }
  });

  test('of a value without end have no ends', () => {
    const endless = lifetimeValueIntervals(TWO, { ...typicalFits(modelOf('bgNbd')), horizon: Infinity });
    expect([...endless.value, ...endless.lower, ...endless.upper]).toEqual([Infinity, Infinity, NaN, NaN, NaN, NaN]);
    expect(endless.totalValue).toEqual({ estimate: Infinity, lower: NaN, upper: NaN });
    // Of one with purchases the value is finite where only that of a new one is not.
    const spendFit = spendFitOf({ ...SPEND, q: 0.8 });
    const heavy = lifetimeValueIntervals(TWO, { ...typicalFits(modelOf('bgNbd')), spendFit, horizon: 9 });
    expect(heavy.lower[0]! < heavy.value[0]! && heavy.value[0]! < heavy.upper[0]!).toBe(true);
    expect([heavy.value[1], heavy.lower[1], heavy.upper[1]]).toEqual([Infinity, NaN, NaN]);
  });

  test('of purchases known exactly are those of the spend alone, and the other way round', () => {
    const zeros = (size: number) => Array.from({ length: size }, () => new Array<number>(size).fill(0));
    const exactPurchases = { ...fits.purchaseFit, covariance: zeros(4) } as PurchaseFit;
    const exactSpend = { ...fits.spendFit, covariance: zeros(3) };
    const width = (how: object): number => {
      const { lower, upper } = lifetimeValueIntervals(few, { ...options, ...how }).totalValue;
      return Math.log(upper / lower);
    };
    const [both, spend, purchases] = [
      width({}),
      width({ purchaseFit: exactPurchases }),
      width({ spendFit: exactSpend }),
    ];
    // The two fits are independent: squares of the widths add up.
    expect(both ** 2).toBeCloseTo(spend ** 2 + purchases ** 2, 12);
    expect(width({ purchaseFit: exactPurchases, spendFit: exactSpend })).toBe(0);
  });
});

describe('intervals by the bootstrap', () => {
  const options: ValueIntervalOptions = { ...fits, horizon: 26, discountRate: 0.002, margin: 0.5, method: 'bootstrap' };

  test('the seed fixes it, and another one draws others', () => {
    const at = (seed: number) => lifetimeValueIntervals(some, { ...options, seed, resamples: 20 });
    expect(at(7)).toEqual(at(7));
    expect(at(7).totalValue).not.toEqual(at(8).totalValue);
    expect(at(7).value).toEqual(lifetimeValueIntervals(some, { ...options, method: 'delta' }).value);
  });

  /** The quantile between ranks, counted from 0 to one less than there are. */
  const quantileOf = (values: readonly number[], share: number): number => {
    const sorted = [...values].sort((one, other) => one - other);
    const rank = share * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!];
    return low + (high - low) * (rank - Math.floor(rank));
  };

  test('draws customers as old as those of the summary and spend by as many purchases, and values the summary by fits to them', () => {
    const { model } = modelOf('bgNbd');
    // The mean spend is of the first purchase as well, of which there is one each.
    const all = {
      ...some,
      spendCount: some.frequency.map((count) => count + 1),
      meanSpend: some.meanSpend.map((amount) => (Number.isNaN(amount) ? 30 : amount)),
    };
    const found = lifetimeValueIntervals(all, { ...options, seed: 5, resamples: 20, level: 0.8 });
    expect(found.definition.failedFits).toBe(0);
    const { random, draws } = { random: seededRandom(5), draws: [] as ReturnType<typeof expectedLifetimeValues>[] };
    for (let draw = 0; draw < 20; draw++) {
      const [first, second] = [random.below(2 ** 32), random.below(2 ** 32)];
      const start = fits.purchaseFit.parameters;
      const purchaseFit = model.fit(model.simulate(start as never, { seed: first, ages: all.age }), {
        start: start as never,
      });
      const spendStart = { start: fits.spendFit.parameters };
      const paid = gammaGamma.simulate(spendStart.start, { seed: second, frequencies: all.spendCount });
      const valued = { purchaseFit: purchaseFit as unknown as PurchaseFit, spendFit: gammaGamma.fit(paid, spendStart) };
      draws.push(expectedLifetimeValues(all, { ...valued, horizon: 26, discountRate: 0.002, margin: 0.5 }));
    }
    for (const [share, end] of [
      [0.1, 'lower'],
      [0.9, 'upper'],
    ] as const) {
      for (const at of [0, 1, 2, 699]) {
        const known = quantileOf(
          draws.map(({ value }) => value[at]!),
          share,
        );
        expect(relativeError(found[end][at]!, known)).toBeLessThan(1e-12);
      }
      const worth = quantileOf(
        draws.map(({ total }) => total.value),
        share,
      );
      expect(relativeError(found.totalValue[end], worth)).toBeLessThan(1e-12);
      const purchases = quantileOf(
        draws.map(({ total }) => total.expectedPurchases),
        share,
      );
      expect(relativeError(found.totalPurchases[end], purchases)).toBeLessThan(1e-12);
    }
  });

  test('counts the draws that no fit comes of, and leaves them out; of fewer than 20 there is no interval', () => {
    const sixty = first(60);
    const { definition, totalValue } = lifetimeValueIntervals(sixty, { ...options, seed: 2, resamples: 60 });
    expect(definition.failedFits).toBeGreaterThan(0);
    expect(definition.failedFits).toBeLessThanOrEqual(40);
    expect(totalValue.lower).toBeLessThan(totalValue.upper);
    const fewer = lifetimeValueIntervals(sixty, { ...options, seed: 2, resamples: 20 });
    expect(fewer.definition.failedFits).toBeGreaterThan(0);
    expect([fewer.totalValue.lower, fewer.totalValue.upper]).toEqual([NaN, NaN]);
    // Of two customers nothing can be fitted.
    const two = lifetimeValueIntervals(TWO, { ...options, seed: 2, resamples: 20 });
    expect(two.definition.failedFits).toBe(20);
    for (const end of [...two.lower, ...two.upper, two.totalValue.lower, two.totalPurchases.upper])
      expect(end).toBeNaN();
    expect(two.totalValue.estimate).toBe(
      expectedLifetimeValues(TWO, { ...fits, horizon: 26, discountRate: 0.002, margin: 0.5 }).total.value,
    );
  });

  test('leaves out a draw if either fit to it did not converge', () => {
    const sixty = { ...first(60), spendCount: new Array(60).fill(8), meanSpend: new Array(60).fill(30) };
    const random = seededRandom(2);
    const { model } = modelOf('bgNbd');
    const failed = { purchases: 0, either: 0 };
    for (let draw = 0; draw < 40; draw++) {
      const [one, other] = [random.below(2 ** 32), random.below(2 ** 32)];
      const start: Record<string, number> = { ...fits.purchaseFit.parameters };
      const bought = model.fit(model.simulate(start, { seed: one, ages: sixty.age }), { start });
      const spendStart = fits.spendFit.parameters;
      const paid = gammaGamma.simulate(spendStart, { seed: other, frequencies: sixty.spendCount });
      const spent = gammaGamma.fit(paid, { start: spendStart });
      failed.purchases += +!bought.converged;
      failed.either += +!(bought.converged && spent.converged);
    }
    expect(failed.purchases).toBeGreaterThan(0);
    expect(lifetimeValueIntervals(sixty, { ...options, seed: 2, resamples: 40 }).definition.failedFits).toBe(
      failed.either,
    );
  });

  test('draws that are no customers (too old to draw, money beyond numbers) are failed fits, not errors of another function', () => {
    const ancient = lifetimeValueIntervals({ ...TWO, age: [1e9, 39] }, { ...options, seed: 2, resamples: 20 });
    expect(ancient.definition.failedFits).toBe(20);
    const spendFit = spendFitOf({ p: 6, q: 0.01, v: 1e305 });
    const rich = lifetimeValueIntervals(few, { ...options, spendFit, seed: 2, resamples: 20 });
    expect(rich.definition.failedFits).toBe(20);
  });

  const isLong = process.env.TENURE_LONG !== undefined;
  const cases = MODELS.flatMap((one) => (isLong ? [1, 2, 3, 4, 5] : [1]).map((seed) => ({ name: one.name, seed })));

  test.each(isLong ? cases : cases.slice(0, 1))(
    'agrees with the delta method on $name, seed $seed',
    ({ name, seed }) => {
      const { summary, purchaseFit, spendFit } = isLong ? shopOf(modelOf(name), 50 + seed, 4000) : shops.get(name)!;
      const how = { purchaseFit, spendFit, horizon: 26 };
      const delta = lifetimeValueIntervals(summary, how);
      const resamples = isLong ? 400 : 120;
      const drawn = lifetimeValueIntervals(summary, { ...how, method: 'bootstrap', seed, resamples });
      for (const total of ['totalValue', 'totalPurchases'] as const) {
        const widths = [delta, drawn].map((one) => Math.log(one[total].upper / one[total].lower));
        // Where more than one draw in 20 has no fit, the ends lack those: such draws are far off.
        const limit = drawn.definition.failedFits > resamples / 20 ? 0.4 : 0.25;
        expect(Math.abs(widths[1]! / widths[0]! - 1)).toBeLessThan(limit);
      }
    },
    600_000,
  );
});

describe.runIf(process.env.TENURE_LONG !== undefined)('coverage', () => {
  test.each(MODELS)(
    '$name: 95 % intervals of the total hold what is truly to be expected',
    (one) => {
      const truth = { purchaseFit: fitOf(one.name, one.typical), spendFit: spendFitOf(SPEND) };
      const held = { totalValue: 0, totalPurchases: 0 };
      let fitted = 0;
      for (let seed = 1; seed <= 200; seed++) {
        const { summary, purchaseFit, spendFit } = shopOf(one, 1000 + seed, 2000);
        if (!(purchaseFit.converged && spendFit.converged)) continue;
        fitted++;
        const { total } = expectedLifetimeValues(summary, { ...truth, horizon: 26 });
        const found = lifetimeValueIntervals(summary, { purchaseFit, spendFit, horizon: 26 });
        const holds = ({ lower, upper }: { lower: number; upper: number }, value: number) =>
          +(lower <= value && value <= upper);
        held.totalValue += holds(found.totalValue, total.value);
        held.totalPurchases += holds(found.totalPurchases, total.expectedPurchases);
      }
      expect(fitted).toBeGreaterThan(190);
      for (const count of [held.totalValue, held.totalPurchases]) {
        expect(count / fitted).toBeGreaterThan(0.9);
        expect(count / fitted).toBeLessThan(0.985);
      }
    },
    600_000,
  );
});
