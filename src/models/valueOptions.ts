import type { GammaGammaFit } from './gammaGamma/types.ts';
import type { PurchaseFit } from './purchaseFits.ts';
import type { CustomerPurchases } from './purchaseForecast.ts';
import type { HorizonOptions } from './purchaseOptions.ts';
import type { DiscountOptions } from './readDiscount.ts';

/** Purchases and spend of known customers: columns beside `customers`, as `purchaseSummary` gives them. */
export interface CustomerSpending extends CustomerPurchases {
  /** Mean amount of a customer's purchases; not looked at where there are none. */
  readonly meanSpend: ArrayLike<number>;
  /** How many purchases `meanSpend` is the mean of; `frequency` unless given. */
  readonly spendCount?: ArrayLike<number>;
  /** What the figures rest on, where it is known. */
  readonly definition?: {
    /** The unit that recency and age are counted in. */
    readonly timeUnit?: string;
    /** The currency of the amounts. */
    readonly currency?: string | undefined;
  };
}

/** By which models to value customers, how far ahead, and what of a purchase is earned. */
export interface ValuationOptions extends HorizonOptions, DiscountOptions {
  /** The fitted model of purchases; one that did not converge is refused. */
  readonly purchaseFit: PurchaseFit;
  /** The fitted model of spend; one that did not converge is refused. */
  readonly spendFit: GammaGammaFit;
  /** Share of the spend that is left after the cost of what was bought, from 0 to 1; 1 unless told. */
  readonly margin?: number;
}

/** What a valuation rests on. */
export interface ValuationDefinition {
  /** The model of purchases. */
  readonly purchaseModel: PurchaseFit['model'];
  /** The model of spend. */
  readonly spendModel: 'gammaGamma';
  /** How far it looks ahead. */
  readonly horizon: number;
  /** The unit of the horizon, where fit or summary know it. */
  readonly timeUnit: string | undefined;
  /** Money of one unit of time later is divided by e to this. */
  readonly continuousDiscountRate: number;
  /** Share of the spend that counts. */
  readonly margin: number;
  /** The currency of the amounts, where fit or summary know it. */
  readonly currency: string | undefined;
}
