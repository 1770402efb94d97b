import type { InputErrorCode } from '../core/errors.ts';

/** Which way a metric is good. */
export type MetricDirection = 'higher is better' | 'lower is better' | 'neither';

/** Between which values a metric lies; an end that is `null` is open. */
export interface MetricRange {
  /** The least value. */
  readonly lower: number | null;
  /** The greatest value. */
  readonly upper: number | null;
}

/** One metric, as its documentation describes it. Texts are one line each, with names of code in backticks. */
export interface Metric {
  /** The name of its function: `'retentionRate'`. */
  readonly id: string;
  /** The room that exports it: `'rates'` for `tenure/rates`. */
  readonly room: string;
  /** What it tells. */
  readonly meaning: string;
  /** How it is computed, in plain ASCII. */
  readonly formula: string;
  /** What to bear in mind with it; often empty. */
  readonly notes: readonly string[];
  /** The unit of its values: `'fraction'`, `'money per order'`. */
  readonly unit: string;
  /** Between which values it lies. */
  readonly range: MetricRange;
  /** Which way it is good. */
  readonly direction: MetricDirection;
  /** What limits that; `null` where nothing does. */
  readonly directionNote: string | null;
  /** When the data leave it undefined, so that it is NaN; `null` where they never do. */
  readonly undefinedWhen: string | null;
  /** Codes of the `InputError`s that it may throw. */
  readonly errors: readonly InputErrorCode[];
  /** A call of it with its value in a comment behind; several lines where it takes more. */
  readonly example: string;
  /** What to look at besides. */
  readonly see: readonly string[];
  /** Where it comes from: author, year and title, or the practice. */
  readonly references: readonly string[];
}

/** A part of the library, with or without metrics. */
export interface MetricRoom {
  /** Its name, as metrics give it: `'rates'`. */
  readonly id: string;
  /** What it is about. */
  readonly meaning: string;
}
