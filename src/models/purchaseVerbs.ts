import { checkCount, checkOptions, checkPositive, checkQuantity, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { seededRandom } from '../numeric/seededRandom.ts';
import { checkValues } from '../statistics/checkValues.ts';
import type { Fit } from '../statistics/fit.ts';
import { maximumLikelihood } from '../statistics/maximumLikelihood.ts';
import type {
  AfterOptions,
  DiscountedPurchaseOptions,
  HorizonOptions,
  PurchaseCountOptions,
  PurchaseFitOptions,
  PurchaseSimulationOptions,
} from './purchaseOptions.ts';
import type { Posterior, PurchaseProcess } from './purchaseProcess.ts';
import type { PurchaseHistories, PurchaseHistory } from './purchaseTypes.ts';
import { readDiscount } from './readDiscount.ts';
import { readPurchases, wrongHistory } from './readPurchases.ts';

/** A fitted model of purchases. */
export interface PurchaseModelFit<Model extends string, Name extends string> extends Fit<Model, Name> {
  /** What the fit rests on. */
  readonly definition: {
    /** The unit of time of every rate and horizon, where the data told it. */
    readonly timeUnit: string | undefined;
  };
}

type Parameters<Name extends string> = Readonly<Record<Name, number>>;
type Process<Model extends string, Name extends string> = PurchaseProcess<Model, Name>;

/** A history of which nothing is known yet. */
const NEW: PurchaseHistory = { frequency: 0, recency: 0, age: 0 };

// The public verbs of all models of purchases, whose doc blocks say what they mean in each.

export function fitPurchases<Model extends string, Name extends string>(
  model: Process<Model, Name>,
  data: PurchaseHistories,
  options: PurchaseFitOptions<Parameters<Name>>,
): PurchaseModelFit<Model, Name> {
  const metric = `${model.model}.fit`;
  const rows = readPurchases(metric, data, model.isDiscrete);
  checkOptions(metric, options, ['start']);
  const { start } = options;
  if (start !== undefined) checkParameters(metric, model, start, 'start');
  const figures = maximumLikelihood({
    names: model.names,
    evaluate: model.likelihood(rows),
    start: start === undefined ? model.start(rows) : model.names.map((name) => start[name]),
    scales: model.scales(rows),
    limits: model.limits,
    observations: rows.customers,
    distinctRows: rows.weight.length,
  });
  return { model: model.model, ...figures, definition: { timeUnit: rows.timeUnit } };
}

export function logLikelihoodOf<Name extends string>(
  model: Process<string, Name>,
  parameters: Parameters<Name>,
  data: PurchaseHistories,
): number {
  const metric = `${model.model}.logLikelihood`;
  checkParameters(metric, model, parameters);
  const rows = readPurchases(metric, data, model.isDiscrete);
  return model.likelihood(rows)(Float64Array.from(model.names, (name) => parameters[name])).value;
}

export function simulatePurchases<Name extends string>(
  model: Process<string, Name>,
  parameters: Parameters<Name>,
  options: PurchaseSimulationOptions,
): { frequency: Float64Array; recency: Float64Array; age: Float64Array } {
  const metric = `${model.model}.simulate`;
  checkParameters(metric, model, parameters);
  checkOptions(metric, options, ['seed', 'ages']);
  if (!Number.isSafeInteger(options.seed)) refuse('not-an-option', metric, ['seed'], 'a safe integer', options.seed);
  const age = checkValues(metric, 'ages', options.ages);
  const random = seededRandom(options.seed);
  const frequency = new Float64Array(age.length);
  const recency = new Float64Array(age.length);
  for (let i = 0; i < age.length; i++) {
    const wrong = wrongHistory(0, 0, age[i], model.isDiscrete);
    if (wrong !== undefined) refuse(wrong.code, metric, ['ages', i], wrong.rule, wrong.value);
    const [count, last] = model.simulate(parameters, age[i]!, random);
    frequency[i] = count;
    recency[i] = last;
  }
  return { frequency, recency, age };
}

export function aliveOf<Name extends string>(
  model: Process<string, Name>,
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
  model: Process<string, Name>,
  parameters: Parameters<Name>,
  options: HorizonOptions,
  customer: PurchaseHistory = NEW,
): number {
  const known = readCustomer(metric, model, parameters, customer);
  checkOptions(metric, options, ['horizon']);
  checkHorizon(metric, options.horizon, model.isDiscrete);
  return known.alive * model.expected(known, options.horizon);
}

export function countProbabilityOf<Name extends string>(
  metric: string,
  model: Process<string, Name>,
  parameters: Parameters<Name>,
  options: PurchaseCountOptions,
  customer: PurchaseHistory = NEW,
): number {
  const known = readCustomer(metric, model, parameters, customer);
  checkOptions(metric, options, ['purchases', 'horizon']);
  const { purchases, horizon } = options;
  checkCount(metric, 'purchases', purchases);
  checkTime(metric, 'horizon', horizon, model.isDiscrete);
  const living = model.probability(known, purchases, horizon);
  return purchases === 0 ? 1 - known.alive * (1 - living) : known.alive * living;
}

export function discountedOf<Name extends string>(
  metric: string,
  model: Process<string, Name>,
  parameters: Parameters<Name>,
  options: DiscountedPurchaseOptions,
  customer: PurchaseHistory = NEW,
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
  model: Process<string, Name>,
  parameters: Parameters<Name>,
  customer: PurchaseHistory,
): Posterior {
  checkParameters(metric, model, parameters);
  checkRecord(metric, 'customer', customer);
  const { frequency, recency, age } = customer;
  const wrong = wrongHistory(frequency, recency, age, model.isDiscrete);
  if (wrong !== undefined) refuse(wrong.code, metric, ['customer', wrong.name], wrong.rule, wrong.value);
  return model.posterior(parameters, frequency, recency, age);
}

function checkParameters<Name extends string>(
  metric: string,
  { names }: Process<string, Name>,
  parameters: Parameters<Name>,
  argument = 'parameters',
): void {
  checkRecord(metric, argument, parameters);
  for (const name of names) checkPositive(metric, name, parameters[name]);
}

/** Refuses a time ahead that is not a finite one: whole where opportunities are counted. */
function checkTime(metric: string, name: string, time: number, isDiscrete: boolean): void {
  if (isDiscrete) checkCount(metric, name, time);
  else checkQuantity(metric, name, time);
}

function checkHorizon(metric: string, horizon: number, isDiscrete: boolean): void {
  if (horizon !== Infinity) checkTime(metric, 'horizon', horizon, isDiscrete);
}
