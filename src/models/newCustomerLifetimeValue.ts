import { checkOptions, checkQuantity } from '../core/checks.ts';
import { ratio } from '../numeric/ratio.ts';
import { spendOf } from './gammaGamma/spendOf.ts';
import { paybackTime } from './paybackTime.ts';
import { discountedPurchases, marginOf, readValuation, VALUATION_OPTIONS } from './readValuation.ts';
import type { ValuationDefinition, ValuationOptions } from './valueOptions.ts';

/** By which models to value a new customer, and what it costs to win one. */
export interface NewCustomerValueOptions extends ValuationOptions {
  /** What it costs to win a customer. */
  readonly acquisitionCost: number;
}

/** What a new customer is expected to bring. */
export interface NewCustomerLifetimeValue {
  /** Purchases after the first within the horizon, not discounted. */
  readonly expectedRepeatPurchases: number;
  /** What a new customer is expected to spend at a purchase. */
  readonly expectedSpend: number;
  /** Margin of the first purchase, which comes at once. */
  readonly firstValue: number;
  /** Margin of the purchases after it within the horizon, discounted to the first. */
  readonly repeatValue: number;
  /** Both. */
  readonly value: number;
  /** What it costs to win one. */
  readonly acquisitionCost: number;
  /** Value less cost. */
  readonly netValue: number;
  /** Value over cost; NaN where the cost is 0. */
  readonly valueToCostRatio: number;
  /** Time until the expected margin has paid back the cost: 0 where the first purchase does, Infinity where not within the horizon. */
  readonly paybackTime: number;
  /** What the figures rest on. */
  readonly definition: ValuationDefinition;
}

const METRIC = 'newCustomerLifetimeValue';

/**
 * What a customer who is yet to come is expected to bring, and whether that pays for winning one.
 *
 * value = margin x expected spend x (1 + discounted purchases after the first)
 *
 * The first purchase is taken to be worth what the others are on average; where it is not (a reduced first order), value
 * the rest by `repeatValue` and the first yourself.
 *
 * @param options - fits, horizon from the first purchase on, discount per unit of time, margin and cost of acquisition
 * @returns value before and after the cost, and when it is paid back
 * @undefinedWhen the cost is 0 (valueToCostRatio is NaN); Infinity where the horizon is and purchases have no end, or where
 * the mean spend of a new customer has none (q at most 1)
 * @throws InputError `not-a-record`, `not-a-count`, `not-a-quantity`, `above-limit`, `not-an-option` (a fit that did not
 * converge), `unknown-option`
 * @example
 * const purchases = bgNbd.simulate({ r: 0.3, alpha: 4, a: 0.8, b: 2.4 }, { seed: 1, ages: new Array(3000).fill(40) });
 * const spend = gammaGamma.simulate({ p: 6, q: 4, v: 15 }, { seed: 2, frequencies: purchases.frequency });
 * const options = { purchaseFit: bgNbd.fit(purchases), spendFit: gammaGamma.fit(spend), horizon: 104, acquisitionCost: 20 };
 * const { firstValue, repeatValue, netValue, paybackTime } = newCustomerLifetimeValue(options);
 * Math.abs(firstValue + repeatValue - 20 - netValue) < 1e-9 // true
 * paybackTime // 0
 * @reference Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis
 */
export function newCustomerLifetimeValue(options: NewCustomerValueOptions): NewCustomerLifetimeValue {
  checkOptions(METRIC, options, [...VALUATION_OPTIONS, 'acquisitionCost']);
  const { model, spend, definition } = readValuation(METRIC, options);
  const { acquisitionCost } = options;
  checkQuantity(METRIC, 'acquisitionCost', acquisitionCost);
  const known = model.customer(0, 0, 0);
  const expectedSpend = spendOf(spend.p, spend.q, spend.v, 0, Number.NaN);
  const firstValue = marginOf(definition, expectedSpend, 1);
  const repeatValue = marginOf(definition, expectedSpend, discountedPurchases(model, known, definition));
  const value = firstValue + repeatValue;
  const missing = acquisitionCost - firstValue;
  return {
    expectedRepeatPurchases: known.alive * model.expected(known, definition.horizon),
    ...{ expectedSpend, firstValue, repeatValue, value, acquisitionCost },
    netValue: value - acquisitionCost,
    valueToCostRatio: ratio(value, acquisitionCost),
    paybackTime: missing > 0 ? paybackTime(model, known, definition, expectedSpend, missing) : 0,
    definition,
  };
}
