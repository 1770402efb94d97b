import type { CustomerId, Instant } from '../core/types.ts';
import type { RiskMap, RiskMapDefinition } from './riskMap.ts';

/** What an indicator rests on. */
export interface IndicatorDefinition {
  /** What it is called in scores, weights and rules. */
  readonly name: string;
  /** The function that made it. */
  readonly kind: string;
  /** The instant of looking, in epoch milliseconds. */
  readonly asOf: number;
  /** How its values became risks. */
  readonly map: RiskMapDefinition;
  /** The function's own choices, by name: lengths of windows, least numbers. */
  readonly settings: Readonly<Record<string, number | string | undefined>>;
}

/**
 * One sign of leaving, measured for each customer: columns beside `customers`. Typed arrays beyond these three are the
 * evidence: numbers that a person can check.
 */
export interface RiskIndicator {
  /** The customers of whom the data could tell. */
  readonly customers: readonly CustomerId[];
  /** What was measured; NaN where the data do not say. */
  readonly value: Float64Array;
  /** The value as a risk from 0 to 1; NaN where the value is. */
  readonly risk: Float64Array;
  /** The latest instant that the value rests on, in epoch milliseconds; NaN where there is no value. */
  readonly observedAt: Float64Array;
  /** What it rests on. */
  readonly definition: IndicatorDefinition;
}

/** The choices that all indicators have. */
export interface IndicatorOptions {
  /** The instant of looking: nothing at or after it counts. */
  readonly asOf: Instant;
  /** How values become risks. */
  readonly map?: RiskMap;
  /** What to call the indicator; the function's name unless told. Needed where one function makes two of them. */
  readonly name?: string;
}

/** The choices of an indicator that counts something which most customers have none of. */
export interface CountIndicatorOptions extends IndicatorOptions {
  /**
   * Whom the log would tell of: the indicator is of them, and who is not in the log has had none. Unless given, it is
   * of the customers who are in the log before `asOf`: nothing is said of others.
   */
  readonly customers?: readonly CustomerId[];
}

/** One indicator's part in the scores: columns beside the `customers` of the scores. */
export interface ScoredIndicator {
  /** What the indicator is called. */
  readonly name: string;
  /** Its weight, as given. */
  readonly weight: number;
  /** Days after which its values no longer count; undefined: never. */
  readonly staleAfterDays: number | undefined;
  /** What it adds to the score; NaN where it is missing or stale, or there is no score. */
  readonly contribution: Float64Array;
  /** Where in the indicator's columns the customer is; -1 where nowhere. */
  readonly place: Int32Array;
  /** The indicator itself. */
  readonly indicator: RiskIndicator;
}

/** How likely customers are to leave, by several indicators: columns beside `customers`. */
export interface RiskScores {
  /** The customers. */
  readonly customers: readonly CustomerId[];
  /** From 0 (no sign of leaving) to 1; NaN where too little is known. */
  readonly score: Float64Array;
  /** Share of the weight whose indicators are there for the customer. */
  readonly coverage: Float64Array;
  /** What each indicator adds, in the order they were given. */
  readonly indicators: readonly ScoredIndicator[];
  /** How many customers of the indicators are not among those asked for. */
  readonly otherCustomers: number;
  /** What the scores rest on. */
  readonly definition: {
    /** The instant of looking, in epoch milliseconds. */
    readonly asOf: number;
    /** The coverage below which there is no score. */
    readonly minCoverage: number;
    /** Whose scores: those asked for, or everyone whom an indicator knows. */
    readonly population: 'given' | 'known';
  };
}

/** An indicator's part in one customer's score, as facts to put into words. */
export interface RiskFacts {
  /** What the indicator is called. */
  readonly indicator: string;
  /** What it adds to the score. */
  readonly contribution: number;
  /** The risk from 0 to 1. */
  readonly risk: number;
  /** What was measured. */
  readonly value: number;
  /** The numbers behind it, by the names of the indicator's columns. */
  readonly evidence: Readonly<Record<string, number>>;
  /** What the indicator rests on: its kind, its windows, its map. */
  readonly definition: IndicatorDefinition;
}

/** A reason for one customer's score, in words. */
export interface RiskReason extends RiskFacts {
  /** The reason as a sentence. */
  readonly text: string;
}

/** One customer's score, and what is behind it. */
export interface CustomerRisk {
  /** The customer. */
  readonly customer: CustomerId;
  /** The score; NaN where too little is known. */
  readonly score: number;
  /** Share of the weight whose indicators are there. */
  readonly coverage: number;
  /** What adds most to the score, the most first. */
  readonly reasons: readonly RiskReason[];
  /** Names of indicators that do not know the customer or have no value. */
  readonly missing: readonly string[];
  /** Names of indicators whose value is too old to count. */
  readonly stale: readonly string[];
}

/** Puts a reason into words: give one of your own for another language, or for indicators of your own. */
export type ReasonFormat = (facts: RiskFacts) => string;

/** How many reasons, and in which words. */
export interface ReasonOptions {
  /** How many reasons at most; 3 unless told. */
  readonly reasons?: number;
  /** Puts a reason into words; `reasonText`, in English, unless told. */
  readonly format?: ReasonFormat;
}
