import type { EventLog, SurveyScale, TenureLog } from 'tenure';
import type { Period } from 'tenure/time';

/** How satisfaction is asked for, unless told. */
export const SATISFACTION_SCALE: SurveyScale = { lowest: 1, highest: 5 };

/** How likely they are to recommend: the scale of net promoter scores. */
export const PROMOTER_SCALE: SurveyScale = { lowest: 0, highest: 10 };

/** What is known of one market, and how it is to be looked at. */
export interface Market {
  /** What it is called beside the others. */
  readonly name: string;
  /** What it is called by itself. */
  readonly title: string;
  readonly orders: EventLog;
  /** Subscriptions, where there are any: contracts say themselves when a customer leaves. */
  readonly subscriptions: TenureLog | undefined;
  /** Answers to "How likely are you to recommend us?", 0 to 10. */
  readonly promoterAnswers: EventLog | undefined;
  /** Answers to "How satisfied are you?", on `satisfactionScale`. */
  readonly satisfactionAnswers: EventLog | undefined;
  readonly satisfactionScale: SurveyScale;
  readonly visits: EventLog | undefined;
  /** Requests for help, from their opening to their resolution. */
  readonly tickets: TenureLog | undefined;
  /** Payments that failed, where that is known. */
  readonly failedPayments: EventLog | undefined;
  readonly period: Period;
  readonly timeZone: string;
  /** From here on the orders are all there: no change is told against a time before. */
  readonly dataFrom: number;
  readonly asOf: number;
  /** Days without an order after which a customer counts as lost. */
  readonly lapseAfter: number;
  readonly currency: string | undefined;
  /** What it costs to win a customer; NaN where it is not known. */
  readonly acquisitionCost: number;
  /** Share of the revenue that is left after what was sold; NaN where it is not known. */
  readonly grossMargin: number;
}

/** The logs of a market. */
type MarketLogs =
  | 'orders'
  | 'subscriptions'
  | 'promoterAnswers'
  | 'satisfactionAnswers'
  | 'visits'
  | 'tickets'
  | 'failedPayments';

/** What of a market is plain data. */
export type MarketSettings = Omit<Market, MarketLogs>;

/** What is to be reported on, and what was assumed, in words. */
export interface ReportInput {
  readonly title: string;
  readonly markets: readonly Market[];
  readonly settings: readonly (readonly [string, string])[];
}
