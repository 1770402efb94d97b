import { readFileSync } from 'node:fs';
import * as bgBb from '../../src/models/bgBb/index.ts';
import * as bgNbd from '../../src/models/bgNbd/index.ts';
import type { PurchaseModelFit } from '../../src/models/fitPurchases.ts';
import * as mbgNbd from '../../src/models/mbgNbd/index.ts';
import * as paretoNbd from '../../src/models/paretoNbd/index.ts';
import type { PurchaseModel } from '../../src/models/purchaseModel.ts';

/** Parameters of whichever model, by name. */
export type Parameters = Readonly<Record<string, number>>;

/** Any model of purchases: its verbs take the parameters that it has, whatever their names. */
export type AnyModel = PurchaseModel<Parameters, PurchaseModelFit<string, string>>;

/** One of the four models and what a test has to know of it. */
export interface ModelCase {
  readonly name: 'bgNbd' | 'mbgNbd' | 'paretoNbd' | 'bgBb';
  readonly model: AnyModel;
  /** In the order of a covariance. */
  readonly names: readonly string[];
  /** Whether times are whole numbers of opportunities. */
  readonly isDiscrete: boolean;
  /** Those of a real shop: CDNOW in weeks, or the donations. */
  readonly typical: Parameters;
}

function modelCase(
  name: ModelCase['name'],
  model: unknown,
  typical: Parameters,
  isDiscrete: boolean = false,
): ModelCase {
  return { name, model: model as AnyModel, names: Object.keys(typical), isDiscrete, typical };
}

/** The four models. */
export const MODELS: readonly ModelCase[] = [
  modelCase('bgNbd', bgNbd, { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }),
  modelCase('mbgNbd', mbgNbd, { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 }),
  modelCase('paretoNbd', paretoNbd, { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }),
  modelCase('bgBb', bgBb, { alpha: 1.204, beta: 0.75, gamma: 0.657, delta: 2.783 }, true),
];

/** The distance of a figure from what it should be, as a share of it; from 0 as it is. */
export function relativeError(found: number, known: number): number {
  return known === 0 ? Math.abs(found) : Math.abs(found / known - 1);
}

/** The figures that a table has of each customer. */
export const FIGURES = [
  'probabilityAlive',
  'probabilityAliveLater',
  'expectedPurchases',
  'probabilityOfPurchases',
  'discountedWithin',
  'discountedForEver',
  'logLikelihood',
] as const;

/** A row of test/reference/models: parameters, a customer, what is asked, and high-precision answers. */
export interface TableRow {
  readonly parameters: Parameters;
  readonly customer: { readonly frequency: number; readonly recency: number; readonly age: number };
  readonly horizon: number;
  readonly purchases: number;
  /** An effective rate for opportunities, a continuous one for the others. */
  readonly discount: number;
  readonly known: Readonly<Record<(typeof FIGURES)[number], number>>;
}

/** The table of a model. */
export function tableOf({ name, names }: ModelCase): TableRow[] {
  const file = new URL(`../reference/models/${name}.generated.json`, import.meta.url);
  const rows = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number | string>[];
  const among = <Name extends string>(row: (typeof rows)[number], of: readonly Name[]) =>
    Object.fromEntries(of.map((key) => [key, Number(row[key])])) as Record<Name, number>;
  return rows.map((row) => ({
    parameters: among(row, names),
    customer: among(row, ['frequency', 'recency', 'age']),
    ...among(row, ['horizon', 'purchases', 'discount']),
    known: among(row, FIGURES),
  }));
}

/** The answers of the library to what a row asks. */
export function answersTo({ model, isDiscrete }: ModelCase, row: TableRow): TableRow['known'] {
  const { parameters, customer, horizon, purchases, discount } = row;
  const rate = isDiscrete ? { discountRate: discount } : { continuousDiscountRate: discount };
  const { frequency, recency, age } = customer;
  return {
    probabilityAlive: model.probabilityAlive(parameters, customer),
    probabilityAliveLater: model.probabilityAlive(parameters, customer, { after: horizon }),
    expectedPurchases: model.expectedPurchases(parameters, customer, { horizon }),
    probabilityOfPurchases: model.probabilityOfPurchases(parameters, customer, { purchases, horizon }),
    discountedWithin: model.discountedExpectedResidualTransactions(parameters, customer, { ...rate, horizon }),
    discountedForEver: model.discountedExpectedResidualTransactions(parameters, customer, rate),
    logLikelihood: model.logLikelihood(parameters, { frequency: [frequency], recency: [recency], age: [age] }),
  };
}
