import {
  contactCount,
  daysSinceActivity,
  engagementDecline,
  failedPaymentCount,
  negativeFeedback,
  orderValueDecline,
  purchaseLateness,
  type RiskIndicator,
  type RiskScores,
  riskScores,
  type SurveyScale,
  unresolvedTicketCount,
} from 'tenure';
import type { RiskLogs } from './riskLogs.ts';
import { MINIMUM_COVERAGE, SIGNS } from './riskModel.ts';

/** What of a market the scores go by. */
export interface RiskSetting {
  readonly lapseAfter: number;
  readonly answerScale: SurveyScale;
}

/** The scores of everyone who is a customer at a look, of what is in the logs before it. */
export function scoreRisk(logs: RiskLogs, asOf: number, { lapseAfter, answerScale }: RiskSetting): RiskScores {
  const late = purchaseLateness(logs.orders, { asOf });
  // Whose last order is less than a lapse ago is a customer, as in the tenures of the report.
  const customers = late.customers.filter((_, place) => late.openGapDays[place]! < lapseAfter);
  const map = { kind: 'linear', safe: lapseAfter / 3, risky: lapseAfter } as const;
  const indicators: RiskIndicator[] = [
    late,
    ...(logs.visits ? [engagementDecline(logs.visits, { asOf })] : []),
    daysSinceActivity(logs.activity ?? logs.orders, { asOf, map }),
    ...(logs.answers ? [negativeFeedback(logs.answers, { asOf, scale: answerScale })] : []),
    ...(logs.tickets ? [contactCount(logs.tickets, { asOf, customers })] : []),
    ...(logs.tickets ? [unresolvedTicketCount(logs.tickets, { asOf, customers })] : []),
    orderValueDecline(logs.orders, { asOf }),
    ...(logs.failedPayments ? [failedPaymentCount(logs.failedPayments, { asOf, customers })] : []),
  ];
  return riskScores(indicators, { weights: weightsOf(indicators), minCoverage: MINIMUM_COVERAGE, customers });
}

function weightsOf(indicators: readonly RiskIndicator[]) {
  const names = new Set(indicators.map(({ definition }) => definition.name));
  return SIGNS.filter(({ indicator }) => names.has(indicator)).map(({ looksAt, isSilence, ...weight }) => weight);
}
