import { checkPositive, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { model as bgBb } from './bgBb/model.ts';
import { model as bgNbd } from './bgNbd/model.ts';
import { fitPurchases, simulatePurchases } from './fitPurchases.ts';
import { model as mbgNbd } from './mbgNbd/model.ts';
import { model as paretoNbd } from './paretoNbd/model.ts';
import type { PurchaseFit } from './purchaseFits.ts';
import type { Posterior, PurchaseProcess } from './purchaseProcess.ts';

/** What a history leaves to be known of a customer, under some parameters. */
export type CustomerReader = (frequency: number, recency: number, age: number) => Posterior;

/** A fitted model of purchases, ready to be asked about customers. */
export interface FittedProcess
  extends Pick<
    PurchaseProcess<string, string>,
    'model' | 'names' | 'isDiscrete' | 'survival' | 'expected' | 'discounted' | 'probability'
  > {
  /** The fitted parameters, in the order of the columns of their covariance. */
  readonly parameters: readonly number[];
  readonly customer: CustomerReader;
  /** The same under other parameters. */
  readonly under: (parameters: readonly number[]) => CustomerReader;
  /** The parameters fitted to customers drawn under the fitted ones; undefined where that fit did not converge. */
  readonly refit: (ages: ArrayLike<number>, seed: number) => readonly number[] | undefined;
  /** The unit of time, where the fit knows it. */
  readonly timeUnit: string | undefined;
}

/** Refuses what is not a fit that converged, and gives its model under its parameters. */
export function readPurchaseFit(metric: string, name: string, fit: PurchaseFit): FittedProcess {
  checkRecord(metric, name, fit);
  switch (fit.model) {
    case 'bgNbd':
      return fitted(metric, name, bgNbd, fit);
    case 'mbgNbd':
      return fitted(metric, name, mbgNbd, fit);
    case 'paretoNbd':
      return fitted(metric, name, paretoNbd, fit);
    case 'bgBb':
      return fitted(metric, name, bgBb, fit);
    default:
      return refuse(
        'not-an-option',
        metric,
        [name, 'model'],
        "one of 'bgNbd', 'mbgNbd', 'paretoNbd', 'bgBb'",
        (fit as { model: unknown }).model,
      );
  }
}

interface FitOf<Name extends string> {
  readonly parameters: Readonly<Record<Name, number>>;
  readonly converged: boolean;
  readonly definition: { readonly timeUnit: string | undefined };
}

function fitted<Name extends string>(
  metric: string,
  name: string,
  model: PurchaseProcess<string, Name>,
  { parameters, converged, definition }: FitOf<Name>,
): FittedProcess {
  if (converged !== true)
    refuse('not-an-option', metric, [name, 'converged'], 'true: other parameters say nothing', converged);
  checkRecord(metric, `${name}.parameters`, parameters);
  for (const key of model.names) checkPositive(metric, `${name}.parameters.${key}`, parameters[key]);
  checkRecord(metric, `${name}.definition`, definition);
  const record = (values: readonly number[]): Record<Name, number> =>
    Object.fromEntries(model.names.map((key, i) => [key, values[i]!])) as Record<Name, number>;
  const under = (values: readonly number[]): CustomerReader => {
    const own = record(values);
    return (frequency, recency, age) => model.posterior(own, frequency, recency, age);
  };
  const values = model.names.map((key) => parameters[key]);
  const { isDiscrete, survival, expected, discounted, probability } = model;
  return {
    ...{ model: model.model, names: model.names, isDiscrete, survival, expected, discounted, probability },
    parameters: values,
    customer: under(values),
    under,
    refit: (ages, seed) => {
      const again = fitPurchases(model, simulatePurchases(model, parameters, { seed, ages }), { start: parameters });
      return again.converged ? model.names.map((key) => again.parameters[key]) : undefined;
    },
    timeUnit: definition.timeUnit,
  };
}
