import type { Fit } from '../statistics/fit.ts';
import type { DiscountOptions } from './readDiscount.ts';

/** One cohort of a contractual business: customers who joined at one time and come to a renewal every period. */
export interface SurvivorCounts {
  /**
   * Customers still there after 0, 1, 2, … renewals: whole numbers that never rise. The first counts those who joined;
   * those of the last are under way.
   */
  readonly survivors: ArrayLike<number>;
  /**
   * How many renewals lay behind them when the cohort was first seen; 0 unless told. Who had left before is not known
   * then, and the likelihood is that of what came after.
   */
  readonly renewalsBefore?: number;
}

/** What a contractual model is fitted to. The cohorts of two shards, or of two years, are put in one list. */
export interface ContractHistories {
  /** The cohorts, in any order; they may have been watched for unlike lengths. */
  readonly cohorts: readonly SurvivorCounts[];
  /** What the figures rest on, where it is known. */
  readonly definition?: {
    /** From one renewal to the next, as `month`. */
    readonly period?: string;
  };
}

/** A customer, as far as a contractual model tells customers apart. */
export interface ContractCustomer {
  /** How often the customer has renewed; 0 for one who has just joined. */
  readonly renewals: number;
}

/** Which moment of a contract a residual lifetime is seen from, and so which payments are still to come. */
export type ResidualTiming = 'justAcquired' | 'beforeRenewal' | 'afterPayment';

/** The choices of `expectedResidualLifetime`. */
export interface ResidualLifetimeOptions {
  /**
   * `justAcquired`: a new customer whose first payment counts. `beforeRenewal`: the next renewal is due now, and its
   * payment counts. `afterPayment`: a payment was just made and does not count, the next is due one period from now.
   */
  readonly timing: ResidualTiming;
  /** How many payments are counted at most, at least 1; without it all that may ever come. */
  readonly horizon?: number;
}

/** The choices of `discountedExpectedResidualLifetime`. One of the two rates is to be given, by the period. */
export interface DiscountedResidualLifetimeOptions extends ResidualLifetimeOptions, DiscountOptions {}

/** The choices of `survivalProbability`. */
export interface ContractSurvivalOptions {
  /** How many renewals ahead. */
  readonly periods: number;
}

/** The choices of `projection`. */
export interface ContractProjectionOptions {
  /** How many renewals ahead, at most 100,000. */
  readonly periods: number;
}

/** A cohort after so many renewals. */
export interface ProjectedPeriod {
  /** How many renewals. */
  readonly period: number;
  /** Share of the new customers who are still there after them. */
  readonly survival: number;
  /** Share of those still there after the renewal before who renewed this time too; NaN of period 0, which has none. */
  readonly retentionRate: number;
}

/** What a model expects of a cohort of new customers. */
export interface ContractProjection<Model extends string, Parameters> {
  /** Periods 0, 1, 2, … in order. */
  readonly rows: readonly ProjectedPeriod[];
  /** What they rest on. */
  readonly definition: {
    /** Which model. */
    readonly model: Model;
    /** Its parameters. */
    readonly parameters: Parameters;
  };
}

/** The choices of `simulate`. */
export interface ContractSimulationOptions {
  /** What fixes the draws, a safe integer. The same seed gives the same customers. */
  readonly seed: number;
  /** How many customers join, 1 to 10,000,000. */
  readonly customers: number;
  /** For how many renewals they are watched, 1 to 100,000. */
  readonly periods: number;
}

/** One cohort drawn from a model: contract histories as `fit` takes them. */
export interface SimulatedContracts {
  /** The cohort. */
  readonly cohorts: readonly [
    {
      /** Customers still there after 0, 1, 2, … renewals. */
      readonly survivors: readonly number[];
    },
  ];
}

/** What a fit of contract histories rests on. */
export interface ContractFitDefinition {
  /** From one renewal to the next, as the data said; `renewal` where they did not. */
  readonly period: string;
  /** How many cohorts there were. */
  readonly cohorts: number;
  /** The longest tenure that was seen, in renewals. */
  readonly longestTenure: number;
}

/** A contractual model fitted by maximum likelihood. */
export interface ContractFit<Model extends string, Name extends string> extends Fit<Model, Name> {
  /** What it rests on. */
  readonly definition: ContractFitDefinition;
}

/** What every contractual model does, by the same names. */
export interface ContractModel<Model extends string, Name extends string> {
  /** The parameters with the greatest likelihood. */
  readonly fit: (
    data: ContractHistories,
    options?: { readonly start?: Readonly<Record<Name, number>> },
  ) => ContractFit<Model, Name>;
  /** The logarithm of the likelihood of data. */
  readonly logLikelihood: (parameters: Readonly<Record<Name, number>>, data: ContractHistories) => number;
  /** Customers drawn from the model. */
  readonly simulate: (
    parameters: Readonly<Record<Name, number>>,
    options: ContractSimulationOptions,
  ) => SimulatedContracts;
  /** The chance of the next renewal. */
  readonly renewalProbability: (parameters: Readonly<Record<Name, number>>, customer: ContractCustomer) => number;
  /** The chance of so many more renewals. */
  readonly survivalProbability: (
    parameters: Readonly<Record<Name, number>>,
    customer: ContractCustomer,
    options: ContractSurvivalOptions,
  ) => number;
  /** What is expected of a new cohort. */
  readonly projection: (
    parameters: Readonly<Record<Name, number>>,
    options: ContractProjectionOptions,
  ) => ContractProjection<Model, Readonly<Record<Name, number>>>;
  /** How many payments are still expected. */
  readonly expectedResidualLifetime: (
    parameters: Readonly<Record<Name, number>>,
    customer: ContractCustomer,
    options: ResidualLifetimeOptions,
  ) => number;
  /** The same, later ones for less. */
  readonly discountedExpectedResidualLifetime: (
    parameters: Readonly<Record<Name, number>>,
    customer: ContractCustomer,
    options: DiscountedResidualLifetimeOptions,
  ) => number;
}
