import fc from 'fast-check';
import type { MetricCase } from '../metricCase.ts';

const positive = fc.oneof(
  fc.constantFrom(0.01, 0.5, 1, 6.25, 1000),
  fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
  fc.double({ min: -20, max: 20, noNaN: true }).map((exponent) => Math.exp(exponent)),
);
const spread = fc.oneof(
  fc.constantFrom(1 + 2 ** -40, 1.5, 3.74, 1000),
  fc.double({ min: 1.001, max: 1e4, noNaN: true }),
);
const parameters = fc.record({ p: positive, q: spread, v: positive });
const anyParameters = fc.record({ p: positive, q: positive, v: positive });

const frequency = fc.oneof(fc.nat(3), fc.nat(300), fc.nat(1e6));
const meanSpend = fc.oneof(fc.constantFrom(0.01, 11.77, 1e9), fc.double({ min: 1e-9, max: 1e12, noNaN: true }));
/** Customers; mean spend is not looked at where there is no purchase. */
const customer = fc
  .record({ frequency, meanSpend, nothing: fc.constantFrom(0, -5, Number.NaN) })
  .map(({ nothing, ...one }) => (one.frequency === 0 ? { frequency: 0, meanSpend: nothing } : one));
const data = fc.array(customer, { minLength: 1, maxLength: 20 }).map((customers) => ({
  frequency: customers.map((one) => one.frequency),
  meanSpend: customers.map((one) => one.meanSpend),
}));

/** How each figure of the model of spend is tried out, by its name. */
export const spendModel: Readonly<Record<string, MetricCase>> = {
  'gammaGamma.expectedSpend': { valid: fc.tuple(parameters, customer), undefined: [] },
  'gammaGamma.expectedSpendOfNewCustomer': { valid: fc.tuple(parameters), undefined: [] },
  'gammaGamma.logLikelihood': { valid: fc.tuple(anyParameters, data), undefined: [] },
};
