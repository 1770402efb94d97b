import type { CustomerId, Instant } from '../core/types.ts';
import type { EventLog, TenureLog } from '../log/types.ts';
import type { Alert, AlertRule, AlertRuleDefinition } from './alertTypes.ts';
import type { RiskScores } from './types.ts';

/** Logs by the caller's own names for them. */
export type NamedLogs = Readonly<Record<string, EventLog | TenureLog>>;

/** What is tried on the past. */
export interface BacktestOptions<Logs extends NamedLogs> {
  /** The scores as of a look, made of nothing but the logs it is given: they are as they were known then. */
  readonly score: (logs: Logs, asOf: number) => RiskScores;
  /** The rules, as `alertStep` takes them. */
  readonly rules: readonly AlertRule[];
  /** The looks, in order of time; none after `losses.asOf`. */
  readonly looks: readonly Instant[];
  /** From when to when customers were customers: a loss is an end at which no other tenure of theirs is open or begins. */
  readonly losses: TenureLog;
  /** Days of 24 hours after an alert, in which the loss must come for the alert to have been right. */
  readonly horizonDays: number;
}

/** What became of the customer of an alert. */
export type AlertOutcome = 'caught' | 'false' | 'caughtEarly' | 'pending' | 'other';

/** An alert that was entered, and what became of it. */
export interface BacktestAlert extends Alert {
  /**
   * The horizon is over: the customer was lost within it (`'caught'`) or was not (`'false'`). It is not over: lost already
   * (`'caughtEarly'`) or not (`'pending'`). No customer at the look, by the losses (`'other'`).
   */
  readonly outcome: AlertOutcome;
  /** When the customer was lost, in epoch milliseconds; undefined where they were not, or not by `losses.asOf`. */
  readonly lostAt: number | undefined;
}

/** The losses between the first look and the last: columns, one row a loss. */
export interface BacktestLosses {
  /** Who was lost; who was lost twice is there twice. */
  readonly customers: readonly CustomerId[];
  /** When, in epoch milliseconds. */
  readonly lostAt: Float64Array;
  /** Days of 24 hours from the earliest alert within the horizon to the loss; NaN where there was none. */
  readonly warningDays: Float64Array;
}

/** How a set of rules would have done. The counts go straight into precision, recall and lift. */
export interface AlertBacktest {
  /** Alerts whose horizon is over and whose customer was lost within it. */
  readonly caughtAlerts: number;
  /** Alerts whose horizon is over and whose customer was not lost within it. */
  readonly falseAlerts: number;
  /** Alerts whose horizon is not over and whose customer is lost already: not among `caughtAlerts`. */
  readonly caughtEarlyAlerts: number;
  /** Alerts whose horizon is not over and whose customer is not lost. */
  readonly pendingAlerts: number;
  /** Alerts of those who were no customers at the look. */
  readonly otherAlerts: number;
  /** Losses after the first look, and up to the last, with an alert within the horizon before. */
  readonly caughtLosses: number;
  /** Those without one. */
  readonly missedLosses: number;
  /** Customers of whom a rule could tell at the looks whose horizon is over, each counted once a look. */
  readonly baseCustomers: number;
  /** Those among them who were lost within the horizon: what alerts given at random would have met. */
  readonly baseLosses: number;
  /** Customers of whom no rule could tell, as what it looks at was NaN, at the same looks. */
  readonly unassessedCustomers: number;
  /** Those among them who were lost within the horizon. */
  readonly unassessedLosses: number;
  /** Least, quartiles and most of the days of warning of the caught losses; NaN where there are none. */
  readonly warningDaysQuartiles: readonly number[];
  /** Each alert that was entered, look by look. */
  readonly alerts: readonly BacktestAlert[];
  /** Each loss, by customer in the order of the losses, then by time. */
  readonly losses: BacktestLosses;
  /** What the figures rest on. */
  readonly definition: {
    /** The looks, in epoch milliseconds. */
    readonly looks: readonly number[];
    /** The rules. */
    readonly rules: readonly AlertRuleDefinition[];
    /** Days of 24 hours that every alert had. */
    readonly horizonDays: number;
    /** Up to when the losses are known, in epoch milliseconds. */
    readonly asOf: number;
  };
}
