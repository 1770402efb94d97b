import fc from 'fast-check';
import type { DiscountedValueParts, FirstPayment } from '../../src/value/discountedValue.ts';
import { type Fraction, fractionOf } from '../rates/exact.ts';

export const TIMINGS: readonly FirstPayment[] = ['now', 'endOfPeriod', 'endOfPeriodIfRetained'];

/** Numbers so small that products of them have no digits are 0. */
const anyDouble = (max: number): fc.Arbitrary<number> =>
  fc.double({ min: 0, max, noNaN: true }).map((value) => (value < 1e-200 ? 0 : value));

/** Margins of a cent and up, rates from the whole range with its ends, discounts from none to a half. */
export const anyParts: fc.Arbitrary<DiscountedValueParts> = fc.record({
  marginPerPeriod: fc.integer({ min: 1, max: 1e9 }).map((cents) => cents / 100),
  retentionRate: fc.oneof(anyDouble(1), fc.constantFrom(0, 1, 0.5, 1 - 2 ** -40)),
  discountRate: fc.oneof(anyDouble(0.5), fc.constantFrom(0, 1e-12, 0.1)),
});

/** When each payment comes and from whom, payment by payment. */
export function paymentByPayment(parts: DiscountedValueParts, firstPayment: FirstPayment, payments: number): number {
  let value = 0;
  let there = firstPayment === 'endOfPeriodIfRetained' ? parts.retentionRate : 1;
  let worth = firstPayment === 'now' ? 1 : 1 / (1 + parts.discountRate);
  for (let payment = 0; payment < payments; payment++) {
    value += there * parts.marginPerPeriod * worth;
    there *= parts.retentionRate;
    worth /= 1 + parts.discountRate;
  }
  return value;
}

const times = (one: Fraction, other: Fraction): Fraction => ({
  numerator: one.numerator * other.numerator,
  denominator: one.denominator * other.denominator,
});

/** The payments from now on added up in exact fractions. */
export function exactlyFromNow(parts: DiscountedValueParts, payments: number): Fraction {
  const { numerator, denominator } = fractionOf(parts.discountRate);
  const kept = times(fractionOf(parts.retentionRate), { numerator: denominator, denominator: denominator + numerator });
  let payment = fractionOf(parts.marginPerPeriod);
  let value: Fraction = { numerator: 0n, denominator: 1n };
  for (let place = 0; place < payments; place++) {
    value = {
      numerator: value.numerator * payment.denominator + payment.numerator * value.denominator,
      denominator: value.denominator * payment.denominator,
    };
    payment = times(payment, kept);
  }
  return value;
}
