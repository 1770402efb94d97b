import { describe, expect, test } from 'vitest';
import { DAY } from '../../src/log/day.ts';
import * as bgNbd from '../../src/models/bgNbd/index.ts';
import type { BgNbdParameters } from '../../src/models/bgNbd/types.ts';
import { expectedLifetimeValues } from '../../src/models/expectedLifetimeValues.ts';
import * as gammaGamma from '../../src/models/gammaGamma/index.ts';
import { purchaseForecast } from '../../src/models/purchaseForecast.ts';
import { purchaseSummary } from '../../src/models/purchaseSummary.ts';
import { sum } from '../../src/numeric/sum.ts';
import cdnow from '../reference/models/cdnow.json' with { type: 'json' };
import known from '../reference/models/cdnowValues.json' with { type: 'json' };
import { CALIBRATION_END, cdnowLog, hasCdnow } from './cdnow.ts';
import { relativeError } from './purchaseModels.ts';
import { fitOf, spendFitOf } from './valueCases.ts';

const weeks = { timeUnit: 'week' };
const spendFit = spendFitOf(known.gammaGamma.parameters);
const six = {
  customers: cdnow.customers.map(({ id }) => id),
  frequency: cdnow.customers.map(({ frequency }) => frequency),
  recency: cdnow.customers.map(({ recency }) => recency),
  age: cdnow.customers.map(({ age }) => age),
  meanSpend: known.meanSpend,
};

const largest = (found: ArrayLike<number>, truth: readonly number[]): number =>
  Math.max(...truth.map((value, i) => relativeError(found[i]!, value)));

describe('six customers of CDNOW, at the exact optimum', () => {
  test('are worth for ever what Pareto/NBD and Gamma-Gamma say at 15 % a year', () => {
    const options = { purchaseFit: fitOf('paretoNbd', cdnow.paretoNbd.parameters, weeks), spendFit, horizon: Infinity };
    const rate = { continuousDiscountRate: cdnow.paretoNbd.continuousDiscountRate };
    const { value, expectedSpend } = expectedLifetimeValues(six, { ...options, ...rate });
    expect(largest(value, known.worthForEver)).toBeLessThan(1e-11);
    expect(largest(expectedSpend, known.gammaGamma.expectedSpend)).toBeLessThan(1e-14);
    const yearly = expectedLifetimeValues(six, { ...options, discountRate: 1.15 ** (1 / 52) - 1 });
    expect(largest(yearly.value, known.worthForEver)).toBeLessThan(1e-10);
  });

  // lifetimes 0.11.3 adds up the purchases of 12 months of 4.345 weeks, each divided at the month's end.
  describe('within a year by BG/NBD', () => {
    const { parameters } = cdnow.bgNbd;
    const { weeks: month, rate, steps } = known.monthlySteps;
    const monthly = 1 + rate;
    const horizon = month * steps;
    const discount = { discountRate: monthly ** (1 / month) - 1 };
    const { value, expectedSpend } = expectedLifetimeValues(six, {
      ...{ purchaseFit: fitOf('bgNbd', parameters, weeks), spendFit, horizon, ...discount },
    });
    /** The value by steps of a part of a month, each discounted at a share of the way through it. */
    const bySteps = (customer: number, partsOfMonth: number, moment: number): number => {
      const { frequency, recency, age } = cdnow.customers[customer]!;
      let total = 0;
      let before = 0;
      for (let step = 1; step <= steps * partsOfMonth; step++) {
        const until = { horizon: (month * step) / partsOfMonth };
        const made = bgNbd.expectedPurchases(parameters as BgNbdParameters, { frequency, recency, age }, until);
        total += (made - before) / monthly ** ((step - 1 + moment) / partsOfMonth);
        before = made;
      }
      return total * expectedSpend[customer]!;
    };

    test('the loop by months gives what lifetimes prints', () => {
      const printed = cdnow.customers.map((_, customer) => bySteps(customer, 1, 1));
      expect(largest(printed, known.monthlySteps.worth)).toBeLessThan(1e-12);
    });

    test('ours lies above it by about half a month of discount: purchases count when they come', () => {
      value.forEach((own, customer) => {
        const above = own / known.monthlySteps.worth[customer]!;
        // Purchases come thinner and thinner, so those of a month come a little before its middle.
        expect(above).toBeGreaterThan(monthly ** 0.5);
        expect(above).toBeLessThan(monthly ** 0.52);
      });
    });

    test('between the ends of ever shorter steps and their beginnings lies ours', () => {
      value.forEach((own, customer) => {
        const [late, early] = [bySteps(customer, 30, 1), bySteps(customer, 30, 0)];
        expect(own).toBeGreaterThan(late);
        expect(own).toBeLessThan(early);
        // In the middle of a day the error falls with the square of a day's discount.
        expect(relativeError(bySteps(customer, 30, 0.5), own)).toBeLessThan(1e-6);
      });
    });
  });
});

describe.skipIf(!hasCdnow)('all customers of CDNOW', () => {
  const exact = hasCdnow ? purchaseSummary(cdnowLog(), { asOf: CALIBRATION_END, unit: 'week' }) : undefined!;
  const rounded = (column: Float64Array): Float64Array => column.map((value) => Math.round(100 * value) / 100);
  const asPublished = () => ({ ...exact, recency: rounded(exact.recency), age: rounded(exact.age) });

  test.each(['bgNbd', 'paretoNbd'] as const)('%s: purchases of 39 weeks and customers alive, added up', (name) => {
    const purchaseFit = fitOf(name, cdnow[name].parameters, weeks);
    const forecast = purchaseForecast(asPublished(), { purchaseFit, horizon: 39 });
    expect(forecast.customers).toHaveLength(2357);
    expect(relativeError(forecast.totalPurchases, known.sums[name].expectedPurchases)).toBeLessThan(1e-12);
    expect(relativeError(sum(forecast.probabilityAlive), known.sums[name].probabilityAlive)).toBeLessThan(1e-12);
  });

  test('at the estimates of CLVTools, what it prints', () => {
    const { sums, paretoNbd, gammaGamma, bgNbd: other } = known.clvTools;
    const options = { purchaseFit: fitOf('paretoNbd', paretoNbd, weeks), spendFit: spendFitOf(gammaGamma) };
    const within = purchaseForecast(exact, { purchaseFit: options.purchaseFit, horizon: 39 });
    expect(within.totalPurchases).toBeCloseTo(sums.expectedPurchases, 3);
    expect(sum(within.probabilityAlive)).toBeCloseTo(sums.probabilityAlive, 3);
    const byOther = purchaseForecast(exact, { purchaseFit: fitOf('bgNbd', other, weeks), horizon: 39 });
    expect(byOther.totalPurchases).toBeCloseTo(sums.expectedPurchasesOfBgNbd, 3);
    const forEver = { ...options, horizon: Infinity, continuousDiscountRate: 0.0025 };
    const { value, expectedSpend, total } = expectedLifetimeValues(exact, forEver);
    const purchases = value.map((own, i) => own / expectedSpend[i]!);
    expect(Math.abs(sum(purchases) - sums.discountedForEver)).toBeLessThan(1e-3);
    expect(Math.abs(total.value - sums.worth)).toBeLessThan(0.1);
  });

  test('with the first purchases of all who paid for theirs, the spend that CLVTools fits when told to keep them', () => {
    const { meanSpend, spendCount } = purchaseSummary(cdnowLog(), {
      asOf: CALIBRATION_END,
      unit: 'week',
      spend: 'all',
    });
    // Some first orders cost nothing, for which the model has no place.
    const paid = spendCount.map((count, customer) => (meanSpend[customer]! > 0 ? count : 0));
    const { parameters, logLikelihood } = gammaGamma.fit({ frequency: paid, meanSpend });
    const { withFirst } = known.clvTools;
    expect(Math.abs(logLikelihood - withFirst.logLikelihood)).toBeLessThan(1e-6);
    for (const name of ['p', 'q', 'v'] as const)
      expect(relativeError(parameters[name], withFirst[name])).toBeLessThan(1e-5);
  });

  test('an end of data one day later moves the log-likelihood by 20', () => {
    const later = purchaseSummary(cdnowLog(), { asOf: CALIBRATION_END + DAY, unit: 'week' });
    const [own, others] = [exact, later].map((summary) => bgNbd.fit(summary).logLikelihood);
    expect(own).toBeCloseTo(-9582.42920667, 6);
    expect(others).toBeCloseTo(known.clvTools.split39Weeks.logLikelihood, 6);
  });
});
