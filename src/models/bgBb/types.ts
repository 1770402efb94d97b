import type { PurchaseModelFit } from '../fitPurchases.ts';

/**
 * How likely customers are to buy at an opportunity, and to leave before it: with chances of the beta laws (alpha,
 * beta) and (gamma, delta).
 */
export interface BgBbParameters {
  /** First parameter of the law of the chance to buy at an opportunity. */
  readonly alpha: number;
  /** Second parameter of that law; alpha / (alpha + beta) is the mean chance. */
  readonly beta: number;
  /** First parameter of the law of the chance to leave before an opportunity. */
  readonly gamma: number;
  /** Second parameter of that law; gamma / (gamma + delta) is the mean chance. */
  readonly delta: number;
}

/**
 * A fitted BG/BB model.
 */
export type BgBbFit = PurchaseModelFit<'bgBb', keyof BgBbParameters>;
