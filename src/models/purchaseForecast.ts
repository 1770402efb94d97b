import { checkOptions, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { sum } from '../numeric/sum.ts';
import { checkColumn } from './checkColumns.ts';
import type { PurchaseFit } from './purchaseFits.ts';
import type { HorizonOptions } from './purchaseOptions.ts';
import type { PurchaseHistories } from './purchaseTypes.ts';
import { checkHorizon } from './purchaseVerbs.ts';
import { readPurchaseFit } from './readPurchaseFit.ts';
import { checkPurchases } from './readPurchases.ts';
import { readTimeUnit } from './readTimeUnit.ts';
import { walkAlike } from './walkAlike.ts';

/** Purchases of known customers: columns beside `customers`, as `purchaseSummary` gives them. */
export interface CustomerPurchases extends Pick<PurchaseHistories, 'frequency' | 'recency' | 'age' | 'definition'> {
  /** The customers, each once. */
  readonly customers: readonly CustomerId[];
}

/** By which model to look ahead, and how far. */
export interface PurchaseForecastOptions extends HorizonOptions {
  /** The fitted model of purchases; one that did not converge is refused. */
  readonly purchaseFit: PurchaseFit;
}

/** What known customers are expected to do: columns beside `customers`. */
export interface PurchaseForecast {
  /** The customers, in the order of the summary. */
  readonly customers: readonly CustomerId[];
  /** Chance that each is still a customer. */
  readonly probabilityAlive: Float64Array;
  /** Purchases that each is expected to make within the horizon. */
  readonly expectedPurchases: Float64Array;
  /** Purchases that all are expected to make within the horizon. */
  readonly totalPurchases: number;
  /** What the figures rest on. */
  readonly definition: {
    /** The model of purchases. */
    readonly purchaseModel: PurchaseFit['model'];
    /** How far the forecast looks ahead. */
    readonly horizon: number;
    /** The unit of the horizon, where fit or summary know it. */
    readonly timeUnit: string | undefined;
  };
}

const METRIC = 'purchaseForecast';

/**
 * Chance of being alive and expected purchases of every known customer, by a fitted model of purchases.
 *
 * @param summary - frequency, recency and age of each customer, as of the end of what was observed
 * @param options - the fit, and how far ahead to look
 * @returns columns beside `customers`, and the total; `toRows` makes records of the columns
 * @undefinedWhen never; purchases may be Infinity where the horizon is and the model expects no end to them
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `above-limit`,
 * `below-limit`, `not-an-option` (a fit that did not converge), `unlike-definitions`,
 * `unknown-option`
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const purchaseFit = bgNbd.fit(bgNbd.simulate(parameters, { seed: 1, ages: new Array(3000).fill(40) }));
 * const summary = { customers: ['ada', 'bob'], frequency: [2, 0], recency: [30, 0], age: [39, 39] };
 * const forecast = purchaseForecast(summary, { purchaseFit, horizon: 52 });
 * forecast.probabilityAlive[1] // 1
 * forecast.expectedPurchases[0] > forecast.expectedPurchases[1] // true
 * @complexity one model evaluation a different history
 */
export function purchaseForecast(summary: CustomerPurchases, options: PurchaseForecastOptions): PurchaseForecast {
  checkOptions(METRIC, options, ['purchaseFit', 'horizon']);
  const { purchaseFit, horizon } = options;
  const model = readPurchaseFit(METRIC, 'purchaseFit', purchaseFit);
  checkHorizon(METRIC, horizon, model.isDiscrete);
  checkCustomerPurchases(METRIC, summary, model);
  const { customers, frequency, recency, age } = summary;
  const probabilityAlive = new Float64Array(customers.length);
  const expectedPurchases = new Float64Array(customers.length);
  let alive = 0;
  let expected = 0;
  walkAlike(
    [frequency, recency, age],
    (at) => {
      const known = model.customer(frequency[at]!, recency[at]!, age[at]!);
      alive = known.alive * model.survival(known, 0);
      expected = known.alive * model.expected(known, horizon);
    },
    (at) => {
      probabilityAlive[at] = alive;
      expectedPurchases[at] = expected;
    },
  );
  const timeUnit = model.timeUnit ?? summary.definition?.timeUnit;
  return {
    customers,
    probabilityAlive,
    expectedPurchases,
    totalPurchases: sum(expectedPurchases),
    definition: { purchaseModel: purchaseFit.model, horizon, timeUnit },
  };
}

/** Refuses what are no purchases of customers, or in another unit than those that a model was fitted to. */
export function checkCustomerPurchases(
  metric: string,
  summary: CustomerPurchases,
  model: { readonly isDiscrete: boolean; readonly timeUnit: string | undefined },
): void {
  checkRecord(metric, 'summary', summary);
  checkPurchases(metric, 'summary', summary, model.isDiscrete);
  const { customers } = summary;
  if (!Array.isArray(customers))
    refuse('not-rows', metric, ['summary', 'customers'], 'an array of customers', customers);
  checkColumn(metric, ['summary', 'customers'], customers, summary.frequency);
  const { weight } = summary as { readonly weight?: unknown };
  if (weight !== undefined)
    refuse('not-an-option', metric, ['summary', 'weight'], 'left out: each customer is an entry', weight);
  readTimeUnit(metric, 'summary', summary, model.timeUnit);
}
