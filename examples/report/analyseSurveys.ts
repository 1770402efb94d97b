import {
  customerSatisfactionInterval,
  customerSatisfactionScore,
  type EventLog,
  type NetPromoterCounts,
  type NetPromoterInterval,
  netPromoterCounts,
  netPromoterInterval,
  netPromoterScore,
  type ProportionInterval,
  type SatisfactionTally,
  type SurveyScale,
  satisfactionCounts,
  surveyAnswers,
  surveyAnswersByPeriod,
} from 'tenure';
import type { MarketSettings } from './market.ts';
import { lastYear, type Span } from './spans.ts';

/** A quarter with fewer answers is not shown. */
export const MINIMUM_ANSWERS = 10;

/** The net promoter score of some answers. */
export interface PromoterScore extends NetPromoterCounts {
  readonly answers: number;
  readonly score: number;
  readonly interval: NetPromoterInterval;
}

/** The share of satisfied customers of some answers. */
export interface SatisfactionScore extends SatisfactionTally {
  readonly score: number;
  readonly interval: ProportionInterval;
}

/** The net promoter score of a quarter; of none where it is suppressed, since too few answered. */
export interface PromoterQuarter extends PromoterScore {
  readonly label: string;
  readonly state: 'observed' | 'partial';
  readonly suppressed: boolean;
}

/** How likely customers are to recommend: each one's last answer in a stretch of time. */
export interface PromoterFigures {
  readonly year: PromoterScore;
  readonly yearBefore: PromoterScore;
  readonly quarters: readonly PromoterQuarter[];
}

/** How satisfied customers are: each one's last answer in a stretch of time. */
export interface SatisfactionFigures {
  readonly year: SatisfactionScore;
  readonly yearBefore: SatisfactionScore;
}

/** Net promoter scores of the last twelve months, of the twelve before, and by quarter. */
export function promoterFigures(answers: EventLog, market: MarketSettings): PromoterFigures {
  const { timeZone, asOf } = market;
  const { now, before } = lastYear(market);
  const options = { period: 'quarter', timeZone, asOf, minimumAnswers: MINIMUM_ANSWERS } as const;
  return {
    year: promoterScore(surveyAnswers(answers, now).scores),
    yearBefore: promoterScore(surveyAnswers(answers, before).scores),
    quarters: surveyAnswersByPeriod(answers, options).map(({ label, state, suppressed, scores }) => ({
      label,
      state,
      suppressed,
      ...promoterScore(scores),
    })),
  };
}

/** Shares of satisfied customers of the last twelve months, and of the twelve before. */
export function satisfactionFigures(answers: EventLog, market: MarketSettings): SatisfactionFigures {
  const { now, before } = lastYear(market);
  return {
    year: satisfactionScore(answers, now, market.satisfactionScale),
    yearBefore: satisfactionScore(answers, before, market.satisfactionScale),
  };
}

function promoterScore(scores: Float64Array): PromoterScore {
  const { promoters, passives, detractors } = netPromoterCounts(scores);
  const counts = { promoters, passives, detractors };
  return {
    answers: scores.length,
    ...counts,
    score: netPromoterScore(counts),
    interval: netPromoterInterval(counts),
  };
}

function satisfactionScore(answers: EventLog, span: Span, scale: SurveyScale): SatisfactionScore {
  const counts = satisfactionCounts(surveyAnswers(answers, span).scores, { scale });
  return { ...counts, score: customerSatisfactionScore(counts), interval: customerSatisfactionInterval(counts) };
}
