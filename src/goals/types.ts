import type { Instant, Interval } from '../core/types.ts';

/** What a figure rests on, as plain data: the metric, and the fields that its tally carries as `definition`. */
export interface FigureDefinition {
  /** The function that gave the figure: `'churnRate'`. */
  readonly metric: string;
  /** The period, the time zone, the basis, and whatever else makes the figure what it is. */
  readonly [field: string]: unknown;
}

/** A figure with what it rests on. */
export interface Figure {
  /** The figure; NaN where the data leave it undefined. */
  readonly value: number;
  /** The instant it is of: that of looking, or the end of its period. */
  readonly at: Instant;
  /** What it rests on: `{ metric: 'churnRate', ...movement.definition }`. */
  readonly definition: FigureDefinition;
  /** How far off it may be, where that is known; an end that is NaN bounds nothing. */
  readonly interval?: Interval;
}

/** What is to be reached: a value, or a change as a share of the baseline. */
export type GoalTarget =
  | {
      /** The value itself. */
      readonly value: number;
      /** Not with a value. */
      readonly change?: never;
    }
  | {
      /** The change as a share of the baseline: -0.1 cuts by a tenth. */
      readonly change: number;
      /** Not with a change. */
      readonly value?: never;
    };

/** From where, to where, and by when. */
export interface Goal {
  /** What it is called. */
  readonly name?: string;
  /** The figure to start from. */
  readonly baseline: Figure;
  /** What is to be reached; the baseline itself where it is to be held. */
  readonly target: GoalTarget;
  /** When it is to be reached, after the baseline. */
  readonly dueAt: Instant;
  /** Which way is better. */
  readonly direction: 'higher' | 'lower';
}

/** What the status of a goal rests on: the goal, as it was understood. */
export interface GoalDefinition {
  /** What it is called; undefined where it has no name. */
  readonly name: string | undefined;
  /** The figure to start from. */
  readonly baseline: {
    /** Its value. */
    readonly value: number;
    /** The instant it is of, in epoch milliseconds. */
    readonly at: number;
    /** What it rests on. */
    readonly definition: FigureDefinition;
  };
  /** What is to be reached, as it was given. */
  readonly target: GoalTarget;
  /** When it is to be reached, in epoch milliseconds. */
  readonly dueAt: number;
  /** Which way is better. */
  readonly direction: 'higher' | 'lower';
  /** What is expected on the way: the same step every day. */
  readonly pace: 'straight';
}
