import { checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { seededRandom } from '../numeric/seededRandom.ts';
import { checkValues } from '../statistics/checkValues.ts';
import type { Fit } from '../statistics/fit.ts';
import { maximumLikelihood } from '../statistics/maximumLikelihood.ts';
import { checkPurchaseParameters } from './checkPurchaseParameters.ts';
import type { PurchaseFitOptions, PurchaseSimulationOptions } from './purchaseOptions.ts';
import type { PurchaseProcess } from './purchaseProcess.ts';
import type { PurchaseHistories } from './purchaseTypes.ts';
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

// What the public verbs of all models of purchases do with data; their doc blocks say what it means in each.

export function fitPurchases<Model extends string, Name extends string>(
  model: Process<Model, Name>,
  data: PurchaseHistories,
  options: PurchaseFitOptions<Parameters<Name>>,
): PurchaseModelFit<Model, Name> {
  const metric = `${model.model}.fit`;
  const rows = readPurchases(metric, data, model.isDiscrete);
  checkOptions(metric, options, ['start']);
  const { start } = options;
  if (start !== undefined) checkPurchaseParameters(metric, model, start, 'start');
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
  checkPurchaseParameters(metric, model, parameters);
  const rows = readPurchases(metric, data, model.isDiscrete);
  return model.likelihood(rows)(Float64Array.from(model.names, (name) => parameters[name])).value;
}

export function simulatePurchases<Name extends string>(
  model: Process<string, Name>,
  parameters: Parameters<Name>,
  options: PurchaseSimulationOptions,
): { frequency: Float64Array; recency: Float64Array; age: Float64Array } {
  const metric = `${model.model}.simulate`;
  checkPurchaseParameters(metric, model, parameters);
  checkOptions(metric, options, ['seed', 'ages']);
  if (!Number.isSafeInteger(options.seed)) refuse('not-an-option', metric, ['seed'], 'a safe integer', options.seed);
  const age = checkValues(metric, 'ages', options.ages);
  const random = seededRandom(options.seed);
  const frequency = new Float64Array(age.length);
  const recency = new Float64Array(age.length);
  for (let i = 0; i < age.length; i++) {
    const wrong = wrongHistory(0, 0, age[i], model.isDiscrete);
    if (wrong !== undefined) refuse(wrong.code, metric, ['ages', i], wrong.rule, wrong.value);
    checkPace(metric, model, parameters, age[i]!, i);
    const [count, last] = model.simulate(parameters, age[i]!, random);
    frequency[i] = count;
    recency[i] = last;
  }
  return { frequency, recency, age };
}

/** More purchases than these a customer would take long to draw, and are no customer's. */
const MOST_PURCHASES = 1_000_000;

function checkPace<Name extends string>(
  metric: string,
  { isDiscrete, posterior }: Process<string, Name>,
  parameters: Parameters<Name>,
  age: number,
  place: number,
): void {
  if (isDiscrete) return;
  const { buyingFirst: shape, buyingSecond: rate } = posterior(parameters, 0, 0, 0);
  if ((Math.max(shape, 1) / rate) * age <= MOST_PURCHASES) return;
  const rule = `so short that nobody makes more than ${MOST_PURCHASES} purchases at max(r, 1) / alpha (${Math.max(shape, 1) / rate})`;
  refuse('above-limit', metric, ['ages', place], rule, age);
}
