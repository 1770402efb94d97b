import type fc from 'fast-check';

/** How a metric of the catalogue is tried out. */
export interface MetricCase {
  /** Argument lists that are valid, as widely as they come: each gives a value within the metric's range, or NaN. */
  readonly valid: fc.Arbitrary<readonly unknown[]>;
  /** Argument lists that give NaN: at least one for each thing that the doc block says leaves the metric undefined. */
  readonly undefined: readonly (readonly unknown[])[];
}
