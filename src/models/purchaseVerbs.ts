import { checkCount, checkOptions, checkQuantity, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkPurchaseParameters } from './checkPurchaseParameters.ts';
import { purchaseChance } from './purchaseChance.ts';
import type {
  AfterOptions,
  DiscountedPurchaseOptions,
  HorizonOptions,
  PurchaseCountOptions,
} from './purchaseOptions.ts';
import type { Posterior, PurchaseProcess } from './purchaseProcess.ts';
import type { PurchaseHistory } from './purchaseTypes.ts';
import { readDiscount } from './readDiscount.ts';
import { MOST_OPPORTUNITIES, wrongHistory } from './readPurchases.ts';

type Parameters<Name extends string> = Readonly<Record<Name, number>>;
type Process<Name extends string> = PurchaseProcess<string, Name>;

/** A history of which nothing is known yet. */
export const NEW_CUSTOMER: PurchaseHistory = { frequency: 0, recency: 0, age: 0 };

// What the public verbs of all models of purchases do with a customer; their doc blocks say what it means in each.

export function aliveOf<Name extends string>(
  model: Process<Name>,
  parameters: Parameters<Name>,
  customer: PurchaseHistory,
  options: AfterOptions,
): number {
  const metric = `${model.model}.probabilityAlive`;
  const known = readCustomer(metric, model, parameters, customer);
  checkOptions(metric, options, ['after']);
  const { after = 0 } = options;
  checkTime(metric, 'after', after, model.isDiscrete);
  return known.alive * model.survival(known, after);
}

export function expectedOf<Name extends string>(
  metric: string,
  model: Process<Name>,
  parameters: Parameters<Name>,
  options: HorizonOptions,
  customer: PurchaseHistory,
): number {
  const known = readCustomer(metric, model, parameters, customer);
  checkOptions(metric, options, ['horizon']);
  checkHorizon(metric, options.horizon, model.isDiscrete);
  return known.alive * model.expected(known, options.horizon);
}

export function countProbabilityOf<Name extends string>(
  metric: string,
  model: Process<Name>,
  parameters: Parameters<Name>,
  options: PurchaseCountOptions,
  customer: PurchaseHistory,
): number {
  const known = readCustomer(metric, model, parameters, customer);
  checkOptions(metric, options, ['purchases', 'horizon']);
  const { purchases, horizon } = options;
  checkCount(metric, 'purchases', purchases);
  checkTime(metric, 'horizon', horizon, model.isDiscrete);
  return purchaseChance(model, known, purchases, horizon);
}

export function discountedOf<Name extends string>(
  metric: string,
  model: Process<Name>,
  parameters: Parameters<Name>,
  options: DiscountedPurchaseOptions,
  customer: PurchaseHistory,
): number {
  const known = readCustomer(metric, model, parameters, customer);
  checkOptions(metric, options, ['discountRate', 'continuousDiscountRate', 'horizon']);
  const rate = readDiscount(metric, options);
  const { horizon = Infinity } = options;
  checkHorizon(metric, horizon, model.isDiscrete);
  return known.alive * (rate === 0 ? model.expected(known, horizon) : model.discounted(known, horizon, rate));
}

function readCustomer<Name extends string>(
  metric: string,
  model: Process<Name>,
  parameters: Parameters<Name>,
  customer: PurchaseHistory,
): Posterior {
  checkPurchaseParameters(metric, model, parameters);
  checkRecord(metric, 'customer', customer);
  const { frequency, recency, age } = customer;
  const wrong = wrongHistory(frequency, recency, age, model.isDiscrete);
  if (wrong !== undefined) refuse(wrong.code, metric, ['customer', wrong.name], wrong.rule, wrong.value);
  return model.posterior(parameters, frequency, recency, age);
}

/** Refuses a time ahead that is not a finite one: whole, and not too far, where opportunities are counted. */
function checkTime(metric: string, name: string, time: number, isDiscrete: boolean): void {
  if (isDiscrete) checkCount(metric, name, time);
  else checkQuantity(metric, name, time);
  if (isDiscrete && time > MOST_OPPORTUNITIES)
    refuse('above-limit', metric, [name], `at most ${MOST_OPPORTUNITIES} opportunities`, time);
}

export function checkHorizon(metric: string, horizon: number, isDiscrete: boolean): void {
  if (horizon !== Infinity) checkTime(metric, 'horizon', horizon, isDiscrete);
}
