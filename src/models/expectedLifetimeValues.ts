import { checkOptions, checkQuantity } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { isList } from '../statistics/checkValues.ts';
import { checkColumn } from './checkColumns.ts';
import { discountedPurchases, marginOf, readValuationOf, spendAt, VALUATION_OPTIONS } from './readValuation.ts';
import type { CustomerSpending, ValuationDefinition, ValuationOptions } from './valueOptions.ts';
import { walkAlike } from './walkAlike.ts';

/** By which models to value customers, and what it cost to win them. */
export interface LifetimeValueOptions extends ValuationOptions {
  /** What it cost to win a customer: one number for each, or a column beside `customers`. */
  readonly acquisitionCost?: number | ArrayLike<number>;
}

/** What known customers are expected to bring: columns beside `customers`. */
export interface ExpectedLifetimeValues {
  /** The customers, in the order of the summary. */
  readonly customers: readonly CustomerId[];
  /** Chance that each is still a customer. */
  readonly probabilityAlive: Float64Array;
  /** Purchases that each is expected to make within the horizon, not discounted. */
  readonly expectedPurchases: Float64Array;
  /** What each is expected to spend at a purchase. */
  readonly expectedSpend: Float64Array;
  /** Margin of the purchases to come within the horizon, discounted to the end of what was observed. */
  readonly value: Float64Array;
  /** What it cost to win each; NaN where no cost was given. */
  readonly acquisitionCost: Float64Array;
  /** Value less the cost of acquisition; NaN where no cost was given. */
  readonly netValue: Float64Array;
  /** Value over the cost of acquisition; NaN where no cost was given or it was 0. */
  readonly valueToCostRatio: Float64Array;
  /** The same of all customers together. */
  readonly total: {
    /** Purchases that all are expected to make within the horizon. */
    readonly expectedPurchases: number;
    /** Value of all. */
    readonly value: number;
    /** Cost of all; NaN where none was given. */
    readonly acquisitionCost: number;
    /** Value less cost; NaN where no cost was given. */
    readonly netValue: number;
    /** Value over cost; NaN where no cost was given or it was 0. */
    readonly valueToCostRatio: number;
  };
  /** What the figures rest on. */
  readonly definition: ValuationDefinition;
}

const METRIC = 'expectedLifetimeValues';

/**
 * What every known customer is expected to bring within a time to come, before and after the cost of winning them.
 *
 * value = margin x expected spend x sum of the purchases to come, each over (1 + discountRate)^(time until it);
 * netValue = value - acquisitionCost
 *
 * Purchases are discounted from the moment at which they come, not from the end of a month. Purchases and spend are
 * taken as independent, as the models have it: `spendFrequencyCorrelation` tells how far that is from the truth. The past is in no figure:
 * where earlier purchases have paid back a part of the cost, give what is left of it.
 *
 * @param summary - frequency, recency, age and mean spend of each customer, as of the end of what was observed
 * @param options - fits, horizon, discount per unit of time, margin and cost of acquisition
 * @returns columns beside `customers`, and the totals; `toRows` makes records of the columns
 * @undefinedWhen no cost is given (acquisitionCost, netValue and valueToCostRatio are NaN); Infinity where the horizon is
 * and purchases have no end, or where the mean spend of a new customer has none (q at most 1)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `above-limit`,
 * `below-limit`, `not-an-option` (a fit that did not converge), `unlike-definitions`, `unknown-option`
 * @example
 * const { customers, ...columns } = { customers: ['ada', 'bob'], frequency: [2, 0], recency: [30, 0], age: [39, 39] };
 * const purchases = bgNbd.simulate({ r: 0.3, alpha: 4, a: 0.8, b: 2.4 }, { seed: 1, ages: new Array(3000).fill(40) });
 * const spend = gammaGamma.simulate({ p: 6, q: 4, v: 15 }, { seed: 2, frequencies: purchases.frequency });
 * const options = { purchaseFit: bgNbd.fit(purchases), spendFit: gammaGamma.fit(spend), horizon: 52, discountRate: 0.002 };
 * const values = expectedLifetimeValues({ customers, ...columns, meanSpend: [22, NaN] }, { ...options, acquisitionCost: 5 });
 * values.netValue[0] === values.value[0]! - 5 // true
 * values.total.acquisitionCost // 10
 * @complexity one model evaluation a different history
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis
 */
export function expectedLifetimeValues(
  summary: CustomerSpending,
  options: LifetimeValueOptions,
): ExpectedLifetimeValues {
  checkOptions(METRIC, options, [...VALUATION_OPTIONS, 'acquisitionCost']);
  const { model, spend, definition } = readValuationOf(METRIC, options, summary);
  const acquisitionCost = readCosts(METRIC, options.acquisitionCost, summary.frequency);
  const { customers, frequency, recency, age } = summary;
  const column = (): Float64Array => new Float64Array(customers.length);
  const probabilityAlive = column();
  const expectedPurchases = column();
  const expectedSpend = column();
  const value = column();
  let alive = 0;
  let expected = 0;
  let discounted = 0;
  walkAlike(
    [frequency, recency, age],
    (at) => {
      const known = model.customer(frequency[at]!, recency[at]!, age[at]!);
      alive = known.alive * model.survival(known, 0);
      expected = known.alive * model.expected(known, definition.horizon);
      discounted = discountedPurchases(model, known, definition);
    },
    (at) => {
      probabilityAlive[at] = alive;
      expectedPurchases[at] = expected;
      expectedSpend[at] = spendAt(spend, summary, at);
      value[at] = marginOf(definition, expectedSpend[at]!, discounted);
    },
  );
  const netValue = value.map((own, at) => own - acquisitionCost[at]!);
  const valueToCostRatio = value.map((own, at) => ratio(own, acquisitionCost[at]!));
  const total = { value: sum(value), acquisitionCost: sum(acquisitionCost) };
  return {
    customers,
    ...{ probabilityAlive, expectedPurchases, expectedSpend, value, acquisitionCost, netValue, valueToCostRatio },
    total: {
      expectedPurchases: sum(expectedPurchases),
      ...total,
      netValue: total.value - total.acquisitionCost,
      valueToCostRatio: ratio(total.value, total.acquisitionCost),
    },
    definition,
  };
}

/** The cost of each customer, NaN where none is given. */
export function readCosts(
  metric: string,
  cost: number | ArrayLike<number> | undefined,
  beside: ArrayLike<number>,
): Float64Array {
  if (cost === undefined) return new Float64Array(beside.length).fill(Number.NaN);
  if (!isList(cost)) {
    checkQuantity(metric, 'acquisitionCost', cost);
    return new Float64Array(beside.length).fill(cost);
  }
  checkColumn(metric, ['acquisitionCost'], cost, beside);
  for (let i = 0; i < cost.length; i++)
    if (!(typeof cost[i] === 'number' && cost[i]! >= 0 && cost[i]! < Infinity))
      refuse('not-a-quantity', metric, ['acquisitionCost', i], 'a finite number of at least 0', cost[i]);
  return Float64Array.from(cost);
}
