import {
  type CustomerId,
  calibrationHoldoutSummary,
  type EventLog,
  expectedLifetimeValues,
  filterEvents,
  type GammaGammaFit,
  gammaGamma,
  lifetimeValueIntervals,
  type MbgNbdFit,
  mbgNbd,
  type PurchaseSummary,
  purchaseForecast,
  purchaseSummary,
  spendFrequencyCorrelation,
  type TotalInterval,
} from 'tenure';
import type { MarketSettings } from './market.ts';
import { lastYear } from './spans.ts';

/** A year in weeks, the unit of time of the models. */
const YEAR = 365.2425 / 7;

/** How many of the most valuable customers are listed. */
const LISTED = 10;

/** One of the most valuable customers. */
export interface ValuedCustomer {
  readonly customer: CustomerId;
  readonly probabilityAlive: number;
  readonly expectedPurchases: number;
  readonly expectedSpend: number;
  /** Of the next twelve months, and how far off it may be. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** What the customers of a market are expected to do in the next twelve months. */
export interface ForecastFigures {
  readonly customers: number;
  readonly customersAlive: number;
  readonly purchases: TotalInterval;
  readonly value: TotalInterval;
  /** Whether the value is of margin; else it is of revenue. */
  readonly isOfMargin: boolean;
  readonly mostValuable: readonly ValuedCustomer[];
  /** What the model would have said a year before, and what came; undefined where it could not be fitted. */
  readonly yearBefore: { readonly customers: number; readonly expected: number; readonly actual: number } | undefined;
  /** What speaks against taking spend and purchases as independent; empty where nothing does. */
  readonly spendWarning: string;
  readonly purchaseFit: MbgNbdFit;
  readonly spendFit: GammaGammaFit;
}

/** A forecast, or why there is none. */
export type Forecast =
  | { readonly isThere: true; readonly figures: ForecastFigures }
  | { readonly isThere: false; readonly reason: string };

/** The next twelve months by the models of purchases and of spend, fitted to all orders that were paid for. */
export function forecast(orders: EventLog, market: MarketSettings): Forecast {
  const { asOf, timeZone, grossMargin } = market;
  // An order that was refunded wholly is no purchase.
  const paid = filterEvents(orders, { to: asOf, where: ({ amount }) => amount! > 0 });
  const summary = purchaseSummary(paid, { asOf, unit: 'week', timeZone });
  if (!summary.frequency.some((count) => count > 0)) return { isThere: false, reason: 'nobody has bought again' };
  const purchaseFit = mbgNbd.fit(summary);
  const spendFit = gammaGamma.fit(summary);
  const reason = reasonAgainst(purchaseFit) ?? reasonAgainst(spendFit);
  if (reason !== undefined) return { isThere: false, reason };
  const isOfMargin = !Number.isNaN(grossMargin);
  const options = { purchaseFit, spendFit, horizon: YEAR, margin: isOfMargin ? grossMargin : 1 };
  const values = expectedLifetimeValues(summary, options);
  const intervals = lifetimeValueIntervals(summary, options);
  const best = values.customers.map((_, at) => at).sort((one, other) => values.value[other]! - values.value[one]!);
  const figures: ForecastFigures = {
    customers: summary.customers.length,
    customersAlive: values.probabilityAlive.reduce((total, chance) => total + chance, 0),
    purchases: intervals.totalPurchases,
    value: intervals.totalValue,
    isOfMargin,
    mostValuable: best.slice(0, LISTED).map((at) => ({
      customer: values.customers[at]!,
      probabilityAlive: values.probabilityAlive[at]!,
      expectedPurchases: values.expectedPurchases[at]!,
      expectedSpend: values.expectedSpend[at]!,
      value: values.value[at]!,
      lower: intervals.lower[at]!,
      upper: intervals.upper[at]!,
    })),
    yearBefore: yearBefore(paid, market),
    spendWarning: spendFrequencyCorrelation(summary).warning,
    purchaseFit,
    spendFit,
  };
  return { isThere: true, figures };
}

/** Why a fit says nothing; undefined where it does. */
function reasonAgainst(fit: MbgNbdFit | GammaGammaFit): string | undefined {
  if (fit.converged) return undefined;
  const [boundary] = fit.boundaries;
  return boundary === undefined ? `the fit ended with ${fit.ending}` : boundary.meaning;
}

/** The same model on what was known a year before, against what came. */
function yearBefore(paid: EventLog, market: MarketSettings): ForecastFigures['yearBefore'] {
  const { from, to } = lastYear(market).now;
  const { timeZone } = market;
  const split = calibrationHoldoutSummary(paid, { calibrationEnd: from, holdoutEnd: to, unit: 'week', timeZone });
  const purchaseFit = fitOf(split);
  if (purchaseFit?.converged !== true) return undefined;
  return {
    customers: split.customers.length,
    expected: purchaseForecast(split, { purchaseFit, horizon: split.holdoutLength }).totalPurchases,
    actual: split.holdoutFrequency.reduce((total, count) => total + count, 0),
  };
}

/** The fit of what may be nobody yet. */
function fitOf(summary: PurchaseSummary): MbgNbdFit | undefined {
  return summary.customers.length === 0 ? undefined : mbgNbd.fit(summary);
}
