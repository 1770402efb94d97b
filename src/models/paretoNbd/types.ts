import type { PurchaseModelFit } from '../fitPurchases.ts';

/**
 * How often customers buy, and how soon they leave: at rates of the gamma laws (r, alpha) and (s, beta).
 */
export interface ParetoNbdParameters {
  /** Shape of the law of purchase rates: the smaller, the more customers differ. */
  readonly r: number;
  /** Rate of that law, in units of time; r / alpha is the mean purchase rate. */
  readonly alpha: number;
  /** Shape of the law of rates of leaving: the smaller, the more customers differ. */
  readonly s: number;
  /** Rate of that law, in units of time; s / beta is the mean rate of leaving. */
  readonly beta: number;
}

/**
 * A fitted Pareto/NBD model.
 */
export type ParetoNbdFit = PurchaseModelFit<'paretoNbd', keyof ParetoNbdParameters>;
