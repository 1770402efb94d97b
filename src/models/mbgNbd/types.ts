import type { PurchaseModelFit } from '../fitPurchases.ts';

/**
 * How often customers buy, and how they leave: at a rate of the gamma law (r, alpha) and, at each purchase, the first
 * among them, with a chance of the beta law (a, b).
 */
export interface MbgNbdParameters {
  /** Shape of the law of purchase rates: the smaller, the more customers differ. */
  readonly r: number;
  /** Rate of that law, in units of time; r / alpha is the mean purchase rate. */
  readonly alpha: number;
  /** First parameter of the law of the chance to leave at a purchase. */
  readonly a: number;
  /** Second parameter of that law; a / (a + b) is the mean chance. */
  readonly b: number;
}

/**
 * A fitted MBG/NBD model.
 */
export type MbgNbdFit = PurchaseModelFit<'mbgNbd', keyof MbgNbdParameters>;
