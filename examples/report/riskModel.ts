// Every choice that the risk of the report rests on, in one place: change them here, and the report says so.
import type { AlertRule, IndicatorWeight, PlaybookEntry } from 'tenure';

/** A sign of leaving, how much it counts, and what it looks at in words. */
export interface RiskSign extends IndicatorWeight {
  readonly looksAt: string;
}

/**
 * Silence is one thing however it is measured, so that its three signs share a half. The rest is two parts for what
 * customers say, two for their calls for help, one each for the size of orders and for failed payments.
 */
export const SIGNS: readonly RiskSign[] = [
  { indicator: 'purchaseLateness', weight: 2, looksAt: 'silence: time since the last order, in usual gaps' },
  { indicator: 'engagementDecline', weight: 2, looksAt: 'silence: visits of 30 days against the 180 before' },
  { indicator: 'daysSinceActivity', weight: 2, looksAt: 'silence: days since the last order or visit' },
  { indicator: 'negativeFeedback', weight: 2, staleAfterDays: 180, looksAt: 'the last three scores they gave' },
  { indicator: 'contactCount', weight: 1, looksAt: 'requests for help in 90 days' },
  { indicator: 'unresolvedTicketCount', weight: 1, looksAt: 'requests for help that wait' },
  { indicator: 'orderValueDecline', weight: 1, looksAt: 'the last three orders against those before' },
  { indicator: 'failedPaymentCount', weight: 1, looksAt: 'boxes that ended by a failed payment, 60 days' },
];

/**
 * Share of the weight that must be known for a score. Of somebody who ordered once or twice there is the silence only,
 * two fifths of the weight where there are no files but the orders.
 */
export const MINIMUM_COVERAGE = 0.3;

/** Scores from here on are medium, and from there on high. */
export const MEDIUM_RISK = 0.3;
export const HIGH_RISK = 0.6;

/** Days between two looks. */
export const LOOK_DAYS = 7;

/**
 * On from a high score at two looks in a row, off below 0.4 at two in a row, then none for four weeks. A day less than
 * the weeks, since a week is an hour short where clocks go forward.
 */
export const RULE: AlertRule & { readonly dwellDays: number; readonly coolDownDays: number } = {
  name: 'high risk',
  enterAt: HIGH_RISK,
  leaveAt: 0.4,
  dwellDays: LOOK_DAYS - 1,
  coolDownDays: 4 * LOOK_DAYS - 1,
};

/** The same in words. */
export const RULE_TEXT =
  `on alert from a score of ${RULE.enterAt} at two weekly looks in a row, ` +
  `off below ${RULE.leaveAt} at two in a row, then none for four weeks`;

/** What to do about somebody who is put on alert: the first entry that fits. */
export const PLAYBOOK: readonly PlaybookEntry[] = [
  {
    condition: { rule: RULE.name, mainIndicator: 'negativeFeedback' },
    action: 'call, and ask what went wrong',
    owner: 'support',
    dueDays: 2,
  },
  {
    condition: { rule: RULE.name, minimumScore: 0.8 },
    action: 'write in person',
    owner: 'account team',
    dueDays: 3,
  },
  { condition: { rule: RULE.name }, action: 'offer the usual order again', owner: 'marketing', dueDays: 7 },
];
