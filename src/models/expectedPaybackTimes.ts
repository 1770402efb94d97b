import { checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { readCosts } from './expectedLifetimeValues.ts';
import { paybackTime } from './paybackTime.ts';
import type { Posterior } from './purchaseProcess.ts';
import { readValuationOf, spendAt, VALUATION_OPTIONS } from './readValuation.ts';
import type { CustomerSpending, ValuationDefinition, ValuationOptions } from './valueOptions.ts';
import { walkAlike } from './walkAlike.ts';

/** By which models to value customers, and the cost to be paid back. */
export interface PaybackOptions extends ValuationOptions {
  /** What is to be paid back: one number for each, or a column beside `customers`. */
  readonly acquisitionCost: number | ArrayLike<number>;
}

/** When known customers are expected to have paid back what they cost: a column beside `customers`. */
export interface ExpectedPaybackTimes {
  /** The customers, in the order of the summary. */
  readonly customers: readonly CustomerId[];
  /** Time from the end of what was observed; Infinity where the horizon comes first. */
  readonly paybackTime: Float64Array;
  /** What the figures rest on. */
  readonly definition: ValuationDefinition;
}

const METRIC = 'expectedPaybackTimes';

/**
 * How long it takes until the expected margin of each known customer's purchases, discounted, has paid back a cost.
 *
 * the time t with value within t = acquisitionCost
 *
 * It is the time at which the expected sum reaches the cost, not the expected time: who has left never pays.
 *
 * @param summary - frequency, recency, age and mean spend of each customer, as of the end of what was observed
 * @param options - fits, horizon to look at, discount per unit of time, margin and cost
 * @returns a column beside `customers`
 * @undefinedWhen never; Infinity where the cost is not paid back within the horizon, nor, where that has no end, within
 * 1e9 units of time or 1e5 opportunities
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `above-limit`,
 * `below-limit`, `not-an-option` (a fit that did not converge, no cost), `unlike-definitions`, `unknown-option`
 * @example
 * const purchases = bgNbd.simulate({ r: 0.3, alpha: 4, a: 0.8, b: 2.4 }, { seed: 1, ages: new Array(3000).fill(40) });
 * const spend = gammaGamma.simulate({ p: 6, q: 4, v: 15 }, { seed: 2, frequencies: purchases.frequency });
 * const options = { purchaseFit: bgNbd.fit(purchases), spendFit: gammaGamma.fit(spend), horizon: 520, acquisitionCost: 12 };
 * const summary = { customers: ['ada', 'bob'], frequency: [9, 0], recency: [38, 0], age: [39, 39], meanSpend: [22, NaN] };
 * const { paybackTime } = expectedPaybackTimes(summary, options);
 * paybackTime[0]! < paybackTime[1]! // true
 * @complexity some dozen model evaluations a customer
 */
export function expectedPaybackTimes(summary: CustomerSpending, options: PaybackOptions): ExpectedPaybackTimes {
  checkOptions(METRIC, options, [...VALUATION_OPTIONS, 'acquisitionCost']);
  if (options.acquisitionCost === undefined)
    refuse('not-a-quantity', METRIC, ['acquisitionCost'], 'a finite number of at least 0', undefined);
  const { model, spend, definition } = readValuationOf(METRIC, options, summary);
  const costs = readCosts(METRIC, options.acquisitionCost, summary.frequency);
  const { customers, frequency, recency, age } = summary;
  const times = new Float64Array(customers.length);
  let known: Posterior;
  walkAlike(
    [frequency, recency, age],
    (at) => {
      known = model.customer(frequency[at]!, recency[at]!, age[at]!);
    },
    (at) => {
      times[at] = paybackTime(model, known, definition, spendAt(spend, summary, at), costs[at]!);
    },
  );
  return { customers, paybackTime: times, definition };
}
