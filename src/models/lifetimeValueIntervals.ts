import { checkLeast, checkLevel, checkOneOf, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId, Interval, LevelOptions } from '../core/types.ts';
import { levelDeviate } from '../statistics/levelDeviate.ts';
import { bootstrapIntervals, LEAST_DRAWS } from './bootstrapIntervals.ts';
import { deltaIntervals } from './deltaIntervals.ts';
import { readValuationOf, VALUATION_OPTIONS } from './readValuation.ts';
import type { CustomerSpending, ValuationDefinition, ValuationOptions } from './valueOptions.ts';

/** By which models to value customers, and how the intervals are found. */
export interface ValueIntervalOptions extends ValuationOptions, LevelOptions {
  /** `'delta'`, unless told, from the standard errors of the fits; `'bootstrap'` by drawing and fitting anew. */
  readonly method?: 'delta' | 'bootstrap';
  /** What fixes the draws of the bootstrap, a safe integer; it needs one. */
  readonly seed?: number;
  /** How often the bootstrap draws and fits, 20 to 10,000; 200 unless told. */
  readonly resamples?: number;
}

/** A figure of all customers together, and how far off it may be. */
export interface TotalInterval extends Interval {
  /** The figure itself. */
  readonly estimate: number;
}

/** What known customers are expected to bring, and how far off that may be: columns beside `customers`. */
export interface LifetimeValueIntervals {
  /** The customers, in the order of the summary. */
  readonly customers: readonly CustomerId[];
  /** The value of each, as `expectedLifetimeValues` has it, before the cost of acquisition. */
  readonly value: Float64Array;
  /** Lower ends. */
  readonly lower: Float64Array;
  /** Upper ends. */
  readonly upper: Float64Array;
  /** Purchases that all are expected to make within the horizon, not discounted. */
  readonly totalPurchases: TotalInterval;
  /** Value of all. */
  readonly totalValue: TotalInterval;
  /** What the figures rest on. */
  readonly definition: ValuationDefinition & {
    /** The level of the intervals. */
    readonly level: number;
    /** How they were found. */
    readonly method: 'delta' | 'bootstrap';
    /** The seed of the bootstrap. */
    readonly seed: number | undefined;
    /** How often the bootstrap drew. */
    readonly resamples: number | undefined;
    /** Draws left out because there was no fit to them, or none that converged. */
    readonly failedFits: number;
  };
}

const METRIC = 'lifetimeValueIntervals';

const MOST_RESAMPLES = 10_000;

/**
 * How far off the expected value of each customer, and of all, may be because the parameters are estimates.
 *
 * value x e^(± z x standard error of its logarithm), or quantiles over draws
 *
 * They are intervals of what is to be expected, not of what will come: by chance a customer buys more or less than
 * expected, which these intervals do not hold, and for one customer chance is by far the larger part. For all customers
 * together it is about 1 / sqrt(purchases). The cost of acquisition is no estimate: take it off both ends.
 *
 * @param summary - frequency, recency, age and mean spend of each customer: those that the models were fitted to
 * @param options - fits, horizon, discount, margin, level, and how the intervals are found
 * @returns columns beside `customers`, and the totals; `toRows` makes records of the columns
 * @undefinedWhen a value is Infinity, or fewer than 20 draws of the bootstrap had a fit that converged (ends are NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `not-a-number`,
 * `above-limit`, `below-limit`, `not-an-option` (a fit that did not converge, a bootstrap without seed),
 * `unlike-definitions`, `unknown-option`
 * @example
 * const purchases = bgNbd.simulate({ r: 0.3, alpha: 4, a: 0.8, b: 2.4 }, { seed: 1, ages: new Array(3000).fill(40) });
 * const spend = gammaGamma.simulate({ p: 6, q: 4, v: 15 }, { seed: 2, frequencies: purchases.frequency });
 * const customers = Array.from(purchases.frequency, (_, customer) => customer);
 * const options = { purchaseFit: bgNbd.fit(purchases), spendFit: gammaGamma.fit(spend), horizon: 52 };
 * const { totalValue } = lifetimeValueIntervals({ customers, ...purchases, meanSpend: spend.meanSpend }, options);
 * totalValue.lower < totalValue.estimate && totalValue.estimate < totalValue.upper // true
 * @complexity a model evaluation a different history for each of 8 parameters more or less, or for each resample, which
 * also takes a fit
 * @reference Oehlert (1992), A note on the delta method
 * @reference Efron and Tibshirani (1993), An introduction to the bootstrap, section 6.5
 */
export function lifetimeValueIntervals(
  summary: CustomerSpending,
  options: ValueIntervalOptions,
): LifetimeValueIntervals {
  checkOptions(METRIC, options, [...VALUATION_OPTIONS, 'level', 'method', 'seed', 'resamples']);
  const { level = 0.95, method = 'delta', resamples = 200 } = options;
  checkLevel(METRIC, level);
  checkOneOf(METRIC, 'method', method, ['delta', 'bootstrap']);
  checkLeast(METRIC, 'resamples', resamples, LEAST_DRAWS);
  if (resamples > MOST_RESAMPLES) refuse('above-limit', METRIC, ['resamples'], `at most ${MOST_RESAMPLES}`, resamples);
  const valuation = readValuationOf(METRIC, options, summary);
  const { customers } = summary;
  if (method === 'delta') {
    const spread = deltaIntervals(METRIC, valuation, summary, options, levelDeviate(level));
    const how = { level, method, seed: undefined, resamples: undefined, failedFits: 0 };
    return resultOf(customers, spread, { ...valuation.definition, ...how });
  }
  const { seed } = options;
  if (!isSeed(seed)) refuse('not-an-option', METRIC, ['seed'], 'a safe integer, which the bootstrap needs', seed);
  const { failedFits, ...spread } = bootstrapIntervals(valuation, summary, { seed, resamples, level });
  return resultOf(customers, spread, { ...valuation.definition, level, method, seed, resamples, failedFits });
}

function isSeed(seed: unknown): seed is number {
  return Number.isSafeInteger(seed);
}

function resultOf(
  customers: readonly CustomerId[],
  { value, lower, upper, totalPurchases, totalValue }: ReturnType<typeof deltaIntervals>,
  definition: LifetimeValueIntervals['definition'],
): LifetimeValueIntervals {
  const named = ([estimate, low, high]: readonly [number, number, number]): TotalInterval => ({
    estimate,
    lower: low,
    upper: high,
  });
  return {
    ...{ customers, value, lower, upper },
    totalPurchases: named(totalPurchases),
    totalValue: named(totalValue),
    definition,
  };
}
