import type {
  AfterOptions,
  DiscountedPurchaseOptions,
  HorizonOptions,
  PurchaseCountOptions,
  PurchaseFitOptions,
  PurchaseSimulationOptions,
} from './purchaseOptions.ts';
import type { PurchaseHistories, PurchaseHistory } from './purchaseTypes.ts';

/** What every model of purchases does, by the same names: code written against it takes any of them. */
export interface PurchaseModel<Parameters, Fit> {
  /** The parameters with the greatest likelihood. */
  readonly fit: (data: PurchaseHistories, options?: PurchaseFitOptions<Parameters>) => Fit;
  /** The logarithm of the likelihood of data. */
  readonly logLikelihood: (parameters: Parameters, data: PurchaseHistories) => number;
  /** Customers drawn from the model. */
  readonly simulate: (parameters: Parameters, options: PurchaseSimulationOptions) => PurchaseHistories;
  /** The chance that a customer is still one, now or later. */
  readonly probabilityAlive: (parameters: Parameters, customer: PurchaseHistory, options?: AfterOptions) => number;
  /** How many purchases a known customer is expected to make. */
  readonly expectedPurchases: (parameters: Parameters, customer: PurchaseHistory, options: HorizonOptions) => number;
  /** How many a new one is expected to make after the first. */
  readonly expectedPurchasesOfNewCustomer: (parameters: Parameters, options: HorizonOptions) => number;
  /** The chance that a known customer makes just so many purchases. */
  readonly probabilityOfPurchases: (
    parameters: Parameters,
    customer: PurchaseHistory,
    options: PurchaseCountOptions,
  ) => number;
  /** The chance that a new one makes just so many after the first. */
  readonly probabilityOfPurchasesOfNewCustomer: (parameters: Parameters, options: PurchaseCountOptions) => number;
  /** What a known customer is expected to buy, later purchases for less. */
  readonly discountedExpectedResidualTransactions: (
    parameters: Parameters,
    customer: PurchaseHistory,
    options: DiscountedPurchaseOptions,
  ) => number;
  /** What a new one is expected to buy after the first purchase, later purchases for less. */
  readonly discountedExpectedTransactionsOfNewCustomer: (
    parameters: Parameters,
    options: DiscountedPurchaseOptions,
  ) => number;
}
