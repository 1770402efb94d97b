import type { SeededRandom } from '../numeric/seededRandom.ts';
import type { LikelihoodPoint, Limit } from '../statistics/maximumLikelihood.ts';
import type { DistinctRows } from './compressRows.ts';

/**
 * What a history leaves to be known of a customer. In every model of purchases it is of the form of what is known of a
 * new one: the chance of being alive and, for one who is alive, two laws of two parameters each.
 */
export interface Posterior {
  /** The chance of being alive; never 0, so that what is expected of a living customer may be Infinity. */
  readonly alive: number;
  /** First parameter of the law of buying: the shape of the gamma law of rates, or the first of a beta law. */
  readonly buyingFirst: number;
  /** Second parameter of the law of buying: the rate of the gamma law, or the second of the beta law. */
  readonly buyingSecond: number;
  /** First parameter of the law of leaving. */
  readonly leavingFirst: number;
  /** Second parameter of the law of leaving. */
  readonly leavingSecond: number;
}

/** A model of purchases by its formulas, without checks: what the public verbs of all of them are made of. */
export interface PurchaseProcess<Model extends string, Name extends string> {
  readonly model: Model;
  /** The parameters, in the order of the columns of a covariance. */
  readonly names: readonly Name[];
  /** Whether time is counted in whole opportunities to buy. */
  readonly isDiscrete: boolean;
  /** The log-likelihood of rows of frequency, recency and age, as a function of the parameters. */
  readonly likelihood: (rows: DistinctRows) => (parameters: Float64Array) => LikelihoodPoint;
  /** A first guess at the parameters. */
  readonly start: (rows: DistinctRows) => readonly number[];
  /** The natural size of each parameter. */
  readonly scales: (rows: DistinctRows) => readonly number[];
  readonly limits: Readonly<Record<Name, { readonly zero: Limit; readonly infinity: Limit }>>;
  readonly posterior: (
    parameters: Readonly<Record<Name, number>>,
    frequency: number,
    recency: number,
    age: number,
  ) => Posterior;
  /** The chance that a living customer still is after a time. */
  readonly survival: (customer: Posterior, time: number) => number;
  /** Purchases that a living customer is expected to make within a time, which may be infinite. */
  readonly expected: (customer: Posterior, time: number) => number;
  /** The same, each purchase worth e^(-rate x time until it); the rate is above 0. */
  readonly discounted: (customer: Posterior, time: number, rate: number) => number;
  /** The chance that a living customer makes just so many purchases within a finite time. */
  readonly probability: (customer: Posterior, count: number, time: number) => number;
  /** Frequency and recency of one new customer after a time. */
  readonly simulate: (
    parameters: Readonly<Record<Name, number>>,
    age: number,
    random: SeededRandom,
  ) => readonly [frequency: number, recency: number];
}
