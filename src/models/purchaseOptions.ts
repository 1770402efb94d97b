import type { DiscountOptions } from './readDiscount.ts';

/** How a model of purchases is fitted. */
export interface PurchaseFitOptions<Parameters> {
  /** Where to begin: the parameters of an earlier fit, so that a day's new data cost few steps. */
  readonly start?: Parameters;
}

/** How far ahead to look. */
export interface HorizonOptions {
  /** Time ahead, in the time unit of the fit: at least 0, Infinity for all time to come. */
  readonly horizon: number;
}

/** When the customer is asked about. */
export interface AfterOptions {
  /** A further time, in the time unit of the fit, of which nothing is known; 0, now, unless told. */
  readonly after?: number;
}

/** Which number of purchases, and how far ahead. */
export interface PurchaseCountOptions {
  /** Just so many purchases, a whole number. */
  readonly purchases: number;
  /** Time ahead, in the time unit of the fit: finite, at least 0. */
  readonly horizon: number;
}

/** How purchases to come are discounted, and how far ahead to look. One of the two rates is to be given. */
export interface DiscountedPurchaseOptions extends DiscountOptions {
  /** Time ahead, in the time unit of the fit; Infinity, all time to come, unless told. */
  readonly horizon?: number;
}

/** Whose purchases to draw, and by what chance. */
export interface PurchaseSimulationOptions {
  /** What fixes the draws, a safe integer. */
  readonly seed: number;
  /** How long each customer is observed, one entry a customer. */
  readonly ages: ArrayLike<number>;
}
