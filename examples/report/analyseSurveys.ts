import {
  customerSatisfactionInterval,
  customerSatisfactionScore,
  type EventLog,
  filterEvents,
  type NetPromoterCounts,
  type NetPromoterInterval,
  netPromoterCounts,
  netPromoterInterval,
  netPromoterScore,
  type ProportionInterval,
  satisfactionCounts,
  surveyAnswers,
  surveyAnswersByPeriod,
} from 'tenure';
import { yearBefore } from './yearBefore.ts';

/** Scores of satisfaction, as they were asked for. */
const SATISFACTION_SCALE = { lowest: 1, highest: 5 } as const;
/** A quarter with fewer answers is not shown. */
const MINIMUM_ANSWERS = 10;

/** The net promoter score of some answers. */
export interface PromoterFigures extends NetPromoterCounts {
  readonly answers: number;
  readonly score: number;
  readonly interval: NetPromoterInterval;
}

/** What customers said. */
export interface SurveyFigures {
  /** The window of the headline figures: each customer's last answer in it counts. */
  readonly from: number;
  readonly to: number;
  readonly netPromoter: PromoterFigures;
  readonly quarters: readonly (PromoterFigures & { readonly label: string; readonly state: string })[];
  readonly satisfaction: {
    readonly answers: number;
    readonly satisfied: number;
    readonly score: number;
    readonly interval: ProportionInterval;
  };
}

/** Surveys of the twelve months before `asOf`, and the net promoter score by quarter. */
export function surveyFigures(answers: EventLog, asOf: number, timeZone: string): SurveyFigures {
  const from = yearBefore(asOf, timeZone);
  const window = { from, to: asOf };
  const recommend = filterEvents(answers, { name: 'nps' });
  const satisfied = surveyAnswers(filterEvents(answers, { name: 'csat' }), window);
  const counts = satisfactionCounts(satisfied.scores, { scale: SATISFACTION_SCALE });
  const quarters = surveyAnswersByPeriod(recommend, {
    period: 'quarter',
    timeZone,
    asOf,
    minimumAnswers: MINIMUM_ANSWERS,
  });
  return {
    ...window,
    netPromoter: promoterFigures(surveyAnswers(recommend, window).scores),
    quarters: quarters.map(({ label, state, scores }) => ({ label, state, ...promoterFigures(scores) })),
    satisfaction: {
      answers: counts.answers,
      satisfied: counts.satisfied,
      score: customerSatisfactionScore(counts),
      interval: customerSatisfactionInterval(counts),
    },
  };
}

function promoterFigures(scores: Float64Array): PromoterFigures {
  const { promoters, passives, detractors } = netPromoterCounts(scores);
  const counts = { promoters, passives, detractors };
  return {
    answers: scores.length,
    ...counts,
    score: netPromoterScore(counts),
    interval: netPromoterInterval(counts),
  };
}
