import fc from 'fast-check';
import type { MetricCase } from '../metricCase.ts';

const shape = fc.oneof(fc.constantFrom(0.05, 1, 2.5), fc.double({ min: 0.01, max: 50, noNaN: true }));
const figures = { converged: true, definition: { timeUnit: undefined } };
const checkedFit = fc.oneof(
  fc.record({ r: shape, alpha: shape, a: shape, b: shape }).map((parameters) => ({ model: 'bgNbd', parameters })),
  fc.record({ r: shape, alpha: shape, a: shape, b: shape }).map((parameters) => ({ model: 'mbgNbd', parameters })),
  fc
    .record({ r: shape, alpha: shape, s: shape, beta: shape })
    .map((parameters) => ({ model: 'paretoNbd', parameters })),
);

/** Customers in continuous time, of whom some are alike, and what they did in a holdout. */
const split = fc
  .record({
    entries: fc.array(
      fc
        .record({
          frequency: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(200)),
          recency: fc.double({ min: 1e-3, max: 300, noNaN: true }),
          silence: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 300, noNaN: true })),
          holdoutFrequency: fc.oneof(fc.constant(0), fc.nat(50)),
          weight: fc.oneof(fc.nat(2), fc.nat(1e6)),
        })
        .map(({ frequency, recency, silence, ...rest }) => {
          const last = frequency === 0 ? 0 : recency;
          return { ...rest, frequency, recency: last, age: last + silence };
        }),
      { maxLength: 10 },
    ),
    holdoutLength: fc.oneof(fc.constantFrom(0.1, 39), fc.double({ min: 1e-3, max: 1000, noNaN: true })),
  })
  .map(({ entries, holdoutLength }) => ({
    frequency: entries.map((entry) => entry.frequency),
    recency: entries.map((entry) => entry.recency),
    age: entries.map((entry) => entry.age),
    holdoutFrequency: entries.map((entry) => entry.holdoutFrequency),
    weight: entries.map((entry) => entry.weight),
    holdoutLength,
  }));

const nobody = { frequency: [], recency: [], age: [], holdoutFrequency: [], holdoutLength: 39 };
const fit = { ...figures, model: 'bgNbd', parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };

export const modelChecks: Readonly<Record<string, MetricCase>> = {
  activityBrierScore: {
    valid: fc.tuple(
      split,
      checkedFit.map((own) => ({ fit: { ...figures, ...own } })),
    ),
    undefined: [[nobody, { fit }]],
  },
};
