import type { Fit } from '../../statistics/fit.ts';
import type { SpendRule } from '../purchaseTypes.ts';

/** The parameters of the model of spend, each above 0. */
export interface GammaGammaParameters {
  /** Shape of a customer's purchases about the customer's own mean: their relative spread is 1 / sqrt(p). */
  readonly p: number;
  /** Shape of the customers' means about their own mean: the higher, the more alike the customers are. */
  readonly q: number;
  /** Scale of the customers' means, in money. */
  readonly v: number;
}

/** What one customer spent. */
export interface SpendHistory {
  /** How many purchases the mean spend is the mean of; 0 of a customer of whom nothing is known. */
  readonly frequency: number;
  /** Mean amount of these purchases, above 0; where there are none it says nothing, and may be NaN. */
  readonly meanSpend: number;
}

/** How the model of spend is fitted. */
export interface GammaGammaFitOptions {
  /** Where to begin: the parameters of an earlier fit, so that a day's new data cost few steps. */
  readonly start?: GammaGammaParameters;
}

/** The fitted model of spend. */
export interface GammaGammaFit extends Fit<'gammaGamma', 'p' | 'q' | 'v'> {
  /** Customers left out because they have no purchase to tell their spend. */
  readonly leftOut: number;
  /** What the fit rests on, where the data told it. */
  readonly definition: {
    /** Which purchases the mean spend is of. */
    readonly spend: SpendRule | undefined;
    /** The currency of the spend. */
    readonly currency: string | undefined;
  };
}

/** Whose spend to draw, and by what chance. */
export interface SpendSimulationOptions {
  /** What fixes the draws, a safe integer. */
  readonly seed: number;
  /** How many purchases each customer makes, one entry a customer. */
  readonly frequencies: ArrayLike<number>;
}

/** Drawn customers, as columns that `fit` takes. */
export interface SimulatedSpend {
  /** How many purchases each customer made. */
  readonly frequency: Float64Array;
  /** Mean amount of these purchases; NaN where there are none. */
  readonly meanSpend: Float64Array;
}
