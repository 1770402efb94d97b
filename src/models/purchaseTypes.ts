import type { CustomerId } from '../core/types.ts';

/** The units of time that the models of purchases count in. */
export type TimeUnit = 'day' | 'week' | 'month' | 'year';

/** One customer's purchases, as the models see them. Orders of one day are one purchase. */
export interface PurchaseHistory {
  /** Purchases after the first. */
  readonly frequency: number;
  /** Time from the first purchase to the last, 0 without repeats. */
  readonly recency: number;
  /** Time from the first purchase to the end of what is observed. */
  readonly age: number;
}

/** Purchases of many customers as columns: one entry a customer, or a kind of customers where `weight` counts them. */
export interface PurchaseHistories {
  /** Purchases after the first. */
  readonly frequency: ArrayLike<number>;
  /** Time from the first purchase to the last, 0 without repeats. */
  readonly recency: ArrayLike<number>;
  /** Time from the first purchase to the end of what is observed. */
  readonly age: ArrayLike<number>;
  /** How many customers share the entry; 1 each where it is left out. */
  readonly weight?: ArrayLike<number>;
  /** What the figures rest on, where it is known. */
  readonly definition?: {
    /** The unit that recency and age are counted in. */
    readonly timeUnit?: string;
  };
}

/** What customers spend, as columns: one entry a customer, or a kind of customers where `weight` counts them. */
export interface SpendHistories {
  /** Purchases after the first. */
  readonly frequency: ArrayLike<number>;
  /** Mean amount of `spendCount` purchases. */
  readonly meanSpend: ArrayLike<number>;
  /** How many purchases the mean spend is the mean of; `frequency` unless given. */
  readonly spendCount?: ArrayLike<number>;
  /** How many customers share the entry; 1 each where it is left out. */
  readonly weight?: ArrayLike<number>;
}

/** Which purchases a mean spend is of: the repeated ones, or the first as well. */
export type SpendRule = 'repeat' | 'all';

/** What a summary of purchases rests on. */
export interface PurchaseSummaryDefinition {
  /** The first instant that is not observed, in epoch milliseconds. */
  readonly asOf: number;
  /** The unit that recency and age are counted in. */
  readonly timeUnit: TimeUnit;
  /** The zone whose days are counted. */
  readonly timeZone: string;
  /** Which purchases the mean spend is of. */
  readonly spend: SpendRule;
  /** The currency of the amounts; undefined where the log names none. */
  readonly currency: string | undefined;
}

/** What the models of purchases and of spend need of each customer: columns beside `customers`. */
export interface PurchaseSummary {
  /** The customers with an order before `asOf`, in the order of the log. */
  readonly customers: readonly CustomerId[];
  /** Instant of the first order, in epoch milliseconds. */
  readonly firstAt: Float64Array;
  /** Purchases after the first: days with an order, less one. */
  readonly frequency: Int32Array;
  /** Time from the day of the first purchase to that of the last, 0 without repeats. */
  readonly recency: Float64Array;
  /** Time from the day of the first purchase to the last day observed. */
  readonly age: Float64Array;
  /** Mean amount of `spendCount` purchases; NaN where there are none, or no amounts. */
  readonly meanSpend: Float64Array;
  /** How many purchases `meanSpend` is the mean of: `frequency`, and one more each by `spend: 'all'`. */
  readonly spendCount: Int32Array;
  /** Orders on a day on which their customer had ordered before: one purchase with it. */
  readonly joinedOrders: number;
  /** Customers whose first order came at `asOf` or later: they are left out. */
  readonly laterCustomers: number;
  /** Orders at `asOf` or later, of whomever: they are left out. */
  readonly laterOrders: number;
  /** What the figures rest on. */
  readonly definition: PurchaseSummaryDefinition;
}
