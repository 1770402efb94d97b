import type { CustomerId } from '../core/types.ts';

/** When customers are on alert, and when no more. */
export interface AlertRule {
  /** What the rule is called, in alerts and in the playbook; each name once. */
  readonly name: string;
  /** The indicator whose risk is looked at; the score, unless told. */
  readonly indicator?: string;
  /** The value from which a customer is put on alert, above 0 and at most 1. */
  readonly enterAt: number;
  /** The value below which the alert is over, from 0 to `enterAt`; between the two nothing changes. */
  readonly leaveAt: number;
  /** Days of 24 hours for which every look must have seen the value there before anything changes; 0 unless told. */
  readonly dwellDays?: number;
  /** Days of 24 hours after the end of an alert before there is another one; 0 unless told. */
  readonly coolDownDays?: number;
}

/** A rule as it stands in a definition, with what was not told filled in. */
export interface AlertRuleDefinition {
  /** What the rule is called. */
  readonly name: string;
  /** The indicator whose risk is looked at; undefined for the score. */
  readonly indicator: string | undefined;
  /** The value from which a customer is put on alert. */
  readonly enterAt: number;
  /** The value below which the alert is over. */
  readonly leaveAt: number;
  /** Days for which every look must have seen the value there. */
  readonly dwellDays: number;
  /** Days after the end of an alert before there is another one. */
  readonly coolDownDays: number;
}

/** A customer of whom a rule has something to remember, as plain JSON: instants in epoch milliseconds, null for none. */
export interface AlertEntry {
  /** The name of the rule. */
  readonly rule: string;
  /** The customer. */
  readonly customer: CustomerId;
  /** The look at which the customer was put on alert; null where they are on none. */
  readonly raisedAt: number | null;
  /** The first look that saw the value beyond the threshold for a change that is pending; null where none is. */
  readonly pendingSince: number | null;
  /** The look at which the last alert ended, as long as the cool-down runs; null where none does. */
  readonly leftAt: number | null;
}

/** What is remembered from one look to the next, as plain JSON. */
export interface AlertState {
  /** The last look, in epoch milliseconds; null before the first. */
  readonly asOf: number | null;
  /** Customers on alert, about to be, or in a cool-down; everyone else is calm and not listed. */
  readonly entries: readonly AlertEntry[];
}

/** What changed for a customer at a look: as much of an alert as a playbook asks for. */
export interface AlertChange {
  /** The customer. */
  readonly customer: CustomerId;
  /** The name of the rule. */
  readonly rule: string;
  /** Put on alert; the alert is over; or closed, since the customer or the rule is there no more. */
  readonly change: 'entered' | 'left' | 'closed';
  /** The look, in epoch milliseconds. */
  readonly at: number;
  /** The customer's score; NaN where there is none, and where closed. */
  readonly score: number;
  /** The indicator that adds most to the score, the first of equals; undefined where none adds anything. */
  readonly mainIndicator?: string | undefined;
}

/** Something that changed at a look, with what led to it. */
export interface Alert extends AlertChange {
  /** The value that the rule looks at; NaN where closed. */
  readonly value: number;
  /** The first of the looks that saw the value beyond the threshold and led to the change, in epoch milliseconds. */
  readonly since: number;
  /** The look at which the alert began: `at` itself where it was entered. */
  readonly raisedAt: number;
}

/** What a look leads to. */
export interface AlertStep {
  /** What the next look has to be told. */
  readonly state: AlertState;
  /** What changed: by rule, then in the order of the customers of the scores; after them what was closed. */
  readonly alerts: readonly Alert[];
  /** What the alerts rest on. */
  readonly definition: {
    /** The look, in epoch milliseconds. */
    readonly asOf: number;
    /** The rules. */
    readonly rules: readonly AlertRuleDefinition[];
  };
}
