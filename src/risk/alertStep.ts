import { refuse } from '../core/errors.ts';
import { readAlertState } from './alertEntries.ts';
import { readAlertRules } from './alertRules.ts';
import { checkAlertScores } from './alertScores.ts';
import type { AlertRule, AlertState, AlertStep } from './alertTypes.ts';
import { stepAlerts } from './stepAlerts.ts';
import type { RiskScores } from './types.ts';

const METRIC = 'alertStep';

/**
 * Who is put on alert at a look, and whose alert is over: one step from what the look before remembered.
 *
 * A customer is put on alert once the value has been at or above `enterAt` at every look of at least `dwellDays`, and
 * taken off once it has been below `leaveAt` likewise. One look on the other side of the threshold starts the dwell anew,
 * so that a single odd value changes nothing where there is a dwell. A value of NaN was not observed: it neither
 * confirms nor contradicts. After an alert is over there is none for `coolDownDays`; the dwell may run meanwhile.
 *
 * The scores are those of all customers there are at the look: who is on alert and not among them is a customer no more,
 * and the alert is closed. So it is where its rule is given no more. A rule is known by its name: its other settings may
 * change between two looks.
 *
 * @param state - `noAlerts` at first, then the state that the look before gave; it may have been stored as JSON
 * @param scores - what `riskScores` gave, as of a later instant than that of the state
 * @param rules - one or more, in order
 * @returns the state for the next look, and what changed at this one
 * @throws InputError `not-a-record`, `not-rows`, `not-an-instant`, `not-an-id`, `not-a-text`, `after-as-of`,
 * `duplicate-id`, `length-mismatch`, `not-on-scale`, `unknown-option`, `not-a-quantity`, `above-limit`, `below-limit` (a
 * look not after the one before), `unknown-field` (an indicator that the scores do not have)
 * @complexity one pass over the customers for each rule
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada'], at: [0, 10 * day, 20 * day] });
 * const scoresOn = (date: number) => riskScores([purchaseLateness(log, { asOf: date * day })]);
 * const rules = [{ name: 'late', enterAt: 0.5, leaveAt: 0.3, dwellDays: 7 }];
 * const first = alertStep(noAlerts, scoresOn(42), rules);
 * first.alerts // []
 * const second = alertStep(first.state, scoresOn(49), rules);
 * second.alerts.map(({ customer, change, value }) => [customer, change, value]) // [['ada', 'entered', 0.95]]
 * second.state.entries.length // 1
 */
export function alertStep(state: AlertState, scores: RiskScores, rules: readonly AlertRule[]): AlertStep {
  const entries = readAlertState(METRIC, state);
  const asOf = checkAlertScores(METRIC, scores);
  const read = readAlertRules(METRIC, rules);
  if (state.asOf !== null && asOf <= state.asOf) {
    const rule = `after the look before (${new Date(state.asOf).toISOString()})`;
    refuse('below-limit', METRIC, ['scores', 'definition', 'asOf'], rule, new Date(asOf));
  }
  const look = stepAlerts(METRIC, entries, scores, read);
  return { state: { asOf, entries: look.entries }, alerts: look.alerts, definition: { asOf, rules: read } };
}
