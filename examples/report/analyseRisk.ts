import {
  type CustomerId,
  type CustomerRisk,
  customerSummaries,
  filterEvents,
  type RiskScores,
  riskRanking,
} from 'tenure';
import type { Market } from './market.ts';
import { logsAsOf, type RiskLogs } from './riskLogs.ts';
import { HIGH_RISK, MEDIUM_RISK, MINIMUM_COVERAGE, type RiskSign, SIGNS } from './riskModel.ts';
import { riskWords } from './riskWords.ts';
import { type RiskSetting, scoreRisk } from './scoreRisk.ts';
import { areCustomersKnown, lastYear, monthBefore } from './spans.ts';

/** How many of the ranking go into the JSON. */
const RANKED = 100;

/** Customers whose scores lie between two values. */
export interface RiskBand {
  /** From this score on; undefined: those without a score. */
  readonly from: number | undefined;
  /** Up to, not including, this score; undefined: up to the highest. */
  readonly to: number | undefined;
  readonly customers: number;
  /** Of the customers of all bands. */
  readonly share: number;
  /** What they paid in twelve months. */
  readonly revenue: number;
}

/** A customer at risk, with what there is to lose. */
export interface RankedCustomer extends Pick<CustomerRisk, 'customer' | 'score' | 'coverage' | 'missing' | 'stale'> {
  readonly rank: number;
  /** What they paid in twelve months. */
  readonly revenue: number;
  readonly reasons: readonly RankedReason[];
}

/** A reason, and what it adds to the score. */
export interface RankedReason {
  readonly sign: string;
  readonly contribution: number;
  readonly risk: number;
  readonly value: number;
  readonly text: string;
}

/** Who of the customers is likely to leave. */
export interface RiskFigures {
  readonly customers: number;
  readonly bands: readonly RiskBand[];
  /** Those with the highest scores, the highest first. */
  readonly ranking: readonly RankedCustomer[];
  /** The signs that the data allow. */
  readonly signs: readonly RiskSign[];
  readonly minimumCoverage: number;
  /** How many have a high score, and had one a month before; NaN where it is not known who was a customer then. */
  readonly highRisk: { readonly now: number; readonly before: number };
}

/** What risk figures are made from. */
export interface RiskSources {
  readonly market: Market;
  readonly logs: RiskLogs;
  readonly setting: RiskSetting;
  /** As of the day of the report. */
  readonly scores: RiskScores;
}

/** Scores of the customers there are, in bands and ranked. */
export function riskFigures({ market, logs, setting, scores }: RiskSources): RiskFigures {
  const revenues = yearlyRevenues(market);
  const names = new Set(scores.indicators.map(({ name }) => name));
  return {
    customers: scores.customers.length,
    bands: bandsOf(scores, revenues),
    ranking: riskRanking(scores, { count: RANKED, format: riskWords }).map((one, place) =>
      ranked(one, place, revenues),
    ),
    signs: SIGNS.filter(({ indicator }) => names.has(indicator)),
    minimumCoverage: MINIMUM_COVERAGE,
    highRisk: { now: highRisks(scores), before: highRisksBefore(market, logs, setting) },
  };
}

function highRisks({ score }: RiskScores): number {
  return score.filter((value) => value >= HIGH_RISK).length;
}

/** As it was known a month before. */
function highRisksBefore(market: Market, logs: RiskLogs, setting: RiskSetting): number {
  const from = monthBefore(market);
  if (!areCustomersKnown(market, { from, to: market.asOf })) return Number.NaN;
  return highRisks(scoreRisk(logsAsOf(logs, from), from, setting));
}

function yearlyRevenues(market: Market): Map<CustomerId, number> {
  const { customers, amountSum } = customerSummaries(filterEvents(market.orders, lastYear(market).now));
  return new Map(customers.map((customer, place) => [customer, amountSum[place]!]));
}

function bandsOf({ customers, score }: RiskScores, revenues: ReadonlyMap<CustomerId, number>): RiskBand[] {
  const bands: readonly Pick<RiskBand, 'from' | 'to'>[] = [
    { from: HIGH_RISK, to: undefined },
    { from: MEDIUM_RISK, to: HIGH_RISK },
    { from: 0, to: MEDIUM_RISK },
    { from: undefined, to: undefined },
  ];
  return bands.map(({ from, to }) => {
    const own = customers.filter((_, place) => {
      const value = score[place]!;
      return from === undefined ? Number.isNaN(value) : value >= from && value < (to ?? Infinity);
    });
    const revenue = own.reduce<number>((sum, customer) => sum + (revenues.get(customer) ?? 0), 0);
    return { from, to, customers: own.length, share: own.length / customers.length, revenue };
  });
}

function ranked(
  { customer, score, coverage, reasons, missing, stale }: CustomerRisk,
  place: number,
  revenues: ReadonlyMap<CustomerId, number>,
): RankedCustomer {
  return {
    ...{ rank: place + 1, customer, score, coverage, revenue: revenues.get(customer) ?? 0 },
    reasons: reasons.map(({ indicator, contribution, risk, value, text }) => ({
      ...{ sign: indicator, contribution, risk, value, text },
    })),
    ...{ missing, stale },
  };
}
