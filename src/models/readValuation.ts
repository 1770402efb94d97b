import { checkFraction, checkPositive, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkColumn, checkCounts } from './checkColumns.ts';
import { checkSpendOf } from './gammaGamma/readSpend.ts';
import { spendOf } from './gammaGamma/spendOf.ts';
import type { GammaGammaFit, GammaGammaParameters } from './gammaGamma/types.ts';
import { checkCustomerPurchases } from './purchaseForecast.ts';
import type { Posterior } from './purchaseProcess.ts';
import { checkHorizon } from './purchaseVerbs.ts';
import { readDiscount } from './readDiscount.ts';
import { type FittedProcess, readPurchaseFit } from './readPurchaseFit.ts';
import type { CustomerSpending, ValuationDefinition, ValuationOptions } from './valueOptions.ts';

/** Models, horizon and discount of a valuation, checked. */
export interface Valuation {
  readonly model: FittedProcess;
  readonly spend: GammaGammaParameters;
  readonly definition: ValuationDefinition;
}

/** The names of the options that every valuation has. */
export const VALUATION_OPTIONS: readonly string[] = [
  ...['purchaseFit', 'spendFit', 'horizon', 'discountRate', 'continuousDiscountRate', 'margin'],
];

/** Refuses options that value nothing. */
export function readValuation(metric: string, options: ValuationOptions): Valuation {
  const { purchaseFit, spendFit, horizon, margin = 1 } = options;
  const model = readPurchaseFit(metric, 'purchaseFit', purchaseFit);
  const spend = readSpendFit(metric, spendFit);
  checkHorizon(metric, horizon, model.isDiscrete);
  const continuousDiscountRate = readDiscount(metric, options);
  checkFraction(metric, 'margin', margin);
  const models = { purchaseModel: purchaseFit.model, spendModel: spendFit.model };
  const { timeUnit } = model;
  const { currency } = spendFit.definition;
  return { model, spend, definition: { ...models, horizon, timeUnit, continuousDiscountRate, margin, currency } };
}

/** The same for known customers: refuses those that are none of the models', or counted in other units. */
export function readValuationOf(metric: string, options: ValuationOptions, summary: CustomerSpending): Valuation {
  const { model, spend, definition } = readValuation(metric, options);
  checkCustomers(metric, summary, model, options.spendFit);
  const timeUnit = definition.timeUnit ?? summary.definition?.timeUnit;
  const currency = definition.currency ?? summary.definition?.currency;
  return { model, spend, definition: { ...definition, timeUnit, currency } };
}

function readSpendFit(metric: string, fit: GammaGammaFit): GammaGammaParameters {
  checkRecord(metric, 'spendFit', fit);
  if (fit.model !== 'gammaGamma') refuse('not-an-option', metric, ['spendFit', 'model'], "'gammaGamma'", fit.model);
  if (fit.converged !== true)
    refuse('not-an-option', metric, ['spendFit', 'converged'], 'true: other parameters say nothing', fit.converged);
  checkRecord(metric, 'spendFit.parameters', fit.parameters);
  for (const name of ['p', 'q', 'v'] as const)
    checkPositive(metric, `spendFit.parameters.${name}`, fit.parameters[name]);
  checkRecord(metric, 'spendFit.definition', fit.definition);
  return fit.parameters;
}

function checkCustomers(
  metric: string,
  summary: CustomerSpending,
  model: FittedProcess,
  spendFit: GammaGammaFit,
): void {
  checkCustomerPurchases(metric, summary, model);
  const { frequency, meanSpend, spendCount = frequency } = summary;
  checkColumn(metric, ['summary', 'meanSpend'], meanSpend, frequency);
  checkColumn(metric, ['summary', 'spendCount'], spendCount, frequency);
  checkCounts(metric, ['summary', 'spendCount'], spendCount);
  for (let i = 0; i < frequency.length; i++)
    if (spendCount[i]! > 0) checkSpendOf(metric, ['summary', 'meanSpend', i], meanSpend[i]);
  const fitted = spendFit.definition.currency;
  const own = summary.definition?.currency;
  if (fitted !== undefined && own !== undefined && own !== fitted)
    refuse('unlike-definitions', metric, ['summary', 'definition', 'currency'], `that of the fit ('${fitted}')`, own);
}

/** Purchases that a customer is expected to make, discounted. */
export function discountedPurchases(model: FittedProcess, known: Posterior, definition: ValuationDefinition): number {
  const { horizon, continuousDiscountRate: rate } = definition;
  return known.alive * (rate === 0 ? model.expected(known, horizon) : model.discounted(known, horizon, rate));
}

/** What is left of so many purchases of some spend: nothing where one of the three is 0, even if another is Infinity. */
export function marginOf({ margin }: ValuationDefinition, spend: number, purchases: number): number {
  return margin === 0 || purchases === 0 ? 0 : margin * spend * purchases;
}

/** What a customer of the summary is expected to spend at a purchase. */
export function spendAt(
  { p, q, v }: GammaGammaParameters,
  { frequency, spendCount = frequency, meanSpend }: CustomerSpending,
  customer: number,
): number {
  return spendOf(p, q, v, spendCount[customer]!, meanSpend[customer]!);
}
