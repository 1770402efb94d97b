// Every choice that the risk of the report rests on, in one place: change them here, and the report says so.
import type { AlertRule, IndicatorWeight, PlaybookEntry } from 'tenure';

/** A sign of leaving, how much it counts, and what it looks at in words. */
export interface RiskSign extends IndicatorWeight {
  readonly looksAt: string;
  /** Whether it looks at for how long nothing came. */
  readonly isSilence?: boolean;
}

/**
 * A shop loses a customer to silence, so that silence weighs most: but as one thing, whose three signs share 12. What
 * they say weighs 4, smaller orders 2. Tickets and failed payments weigh 1 each: most customers have none at any time, so
 * that having none says little, and should not make a silent customer look safe.
 */
export const SIGNS: readonly RiskSign[] = [
  {
    indicator: 'purchaseLateness',
    weight: 4,
    isSilence: true,
    looksAt: 'silence: time since the last order, in usual gaps',
  },
  {
    indicator: 'engagementDecline',
    weight: 4,
    isSilence: true,
    looksAt: 'silence: visits of 30 days against the 180 before',
  },
  {
    indicator: 'daysSinceActivity',
    weight: 4,
    isSilence: true,
    looksAt: 'silence: days since the last order or visit',
  },
  { indicator: 'negativeFeedback', weight: 4, staleAfterDays: 180, looksAt: 'the last three scores they gave' },
  { indicator: 'orderValueDecline', weight: 2, looksAt: 'the last three orders against those before' },
  { indicator: 'contactCount', weight: 1, looksAt: 'requests for help in 90 days' },
  { indicator: 'unresolvedTicketCount', weight: 1, looksAt: 'requests for help that wait' },
  { indicator: 'failedPaymentCount', weight: 1, looksAt: 'failed payments of 60 days' },
];

/**
 * Share of the weight that must be known for a score. Of somebody who ordered once or twice there is the silence only,
 * two fifths of the weights where there are no files but the orders.
 */
export const MINIMUM_COVERAGE = 0.3;

/** Scores from here on are medium, and from there on high. */
export const MEDIUM_RISK = 0.3;
export const HIGH_RISK = 0.6;

/** Days between two looks. */
export const LOOK_DAYS = 7;

/**
 * On before a score is high, so that there is time to act; off well below, so that nobody goes on and off. Dwell and
 * cool-down are a day less than their weeks, since a week is an hour short where clocks go forward.
 */
export const RULE: AlertRule & { readonly dwellDays: number; readonly coolDownDays: number } = {
  name: 'at risk',
  enterAt: 0.5,
  leaveAt: 0.3,
  dwellDays: LOOK_DAYS - 1,
  coolDownDays: 4 * LOOK_DAYS - 1,
};

/** The same in words. */
export const RULE_TEXT =
  `On from a score of ${RULE.enterAt} at two weekly looks in a row, ` +
  `off below ${RULE.leaveAt} at two, then none for four weeks`;

/** What to do about somebody who is put on alert: the first entry that fits. */
export const PLAYBOOK: readonly PlaybookEntry[] = [
  {
    condition: { rule: RULE.name, mainIndicator: 'negativeFeedback' },
    action: 'call, and ask what went wrong',
    owner: 'support',
    dueDays: 2,
  },
  {
    condition: { rule: RULE.name, minimumScore: HIGH_RISK },
    action: 'write in person',
    owner: 'account team',
    dueDays: 3,
  },
  { condition: { rule: RULE.name }, action: 'offer the usual order again', owner: 'marketing', dueDays: 7 },
];
