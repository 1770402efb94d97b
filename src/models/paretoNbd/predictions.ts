import { gaussPanels } from '../../numeric/gaussPanels.ts';
import { integrate } from '../../numeric/integrate.ts';
import { scaledExponentialIntegral } from '../../numeric/special/exponentialIntegral.ts';
import { logGamma } from '../../numeric/special/logGamma.ts';
import { logGammaRatio } from '../../numeric/special/logGammaRatio.ts';
import type { Posterior } from '../purchaseProcess.ts';
import { layLeavingTimes, newLeavingTimes } from './leavingTimes.ts';

// A living customer buys at a rate of the gamma law (R, A) and leaves at a rate of the gamma law (s, B), independently.

export function posterior(
  { r, alpha, s, beta }: Readonly<Record<'r' | 'alpha' | 's' | 'beta', number>>,
  frequency: number,
  recency: number,
  age: number,
): Posterior {
  const shape = r + frequency;
  const times = newLeavingTimes();
  layLeavingTimes(times, shape, alpha, s, beta, recency, age);
  // The fates of having left, each against that of still being there.
  let left = 0;
  for (let i = 0; i < times.count; i++) {
    const later = Math.log((beta + age) / (beta + times.time[i]!));
    const silent = shape * Math.log((alpha + age) / (alpha + times.time[i]!)) + s * later;
    left += ((s * times.weight[i]!) / (beta + times.time[i]!)) * Math.exp(silent);
  }
  return {
    alive: Math.max(1 / (1 + left), Number.MIN_VALUE),
    buyingFirst: shape,
    buyingSecond: alpha + age,
    leavingFirst: s,
    leavingSecond: beta + age,
  };
}

/** (B / (B + t))^s. */
export function survival({ leavingFirst: s, leavingSecond: beta }: Posterior, time: number): number {
  return Math.exp(-s * Math.log1p(time / beta));
}

/** R / A times the time that one is expected to stay within t: B (1 - (B / (B + t))^(s - 1)) / (s - 1). */
export function expected(customer: Posterior, time: number): number {
  const { buyingFirst, buyingSecond, leavingFirst: s, leavingSecond: beta } = customer;
  const pace = buyingFirst / buyingSecond;
  if (time === Infinity) return s > 1 ? (pace * beta) / (s - 1) : Infinity;
  const stretch = Math.log1p(time / beta);
  const exponent = (1 - s) * stretch;
  // At s = 1 the quotient is its limit.
  return pace * beta * stretch * (exponent === 0 ? 1 : Math.expm1(exponent) / exponent);
}

/** R / A times the integral of e^(-rate u) (B / (B + u))^s. */
export function discounted(customer: Posterior, time: number, rate: number): number {
  const { buyingFirst, buyingSecond, leavingFirst: s, leavingSecond: beta } = customer;
  const pace = buyingFirst / buyingSecond;
  if (time === Infinity) return pace * beta * scaledExponentialIntegral(s, beta * rate);
  return pace * gaussPanels((at) => Math.exp(-rate * at - s * Math.log1p(at / beta)), time, beta, s, rate);
}

/** Just n purchases while staying for t, or in the time until leaving. */
export function probability(customer: Posterior, count: number, time: number): number {
  const { buyingFirst: shape, buyingSecond: alpha, leavingFirst: s, leavingSecond: beta } = customer;
  if (time === 0) return count === 0 ? 1 : 0;
  const ways = logGammaRatio(shape, count) - logGamma(count + 1);
  const just = (within: number): number =>
    Math.exp(ways - shape * Math.log1p(within / alpha) + (count === 0 ? 0 : -count * Math.log1p(alpha / within)));
  const leaving = integrate((at) => Math.exp(-(s + 1) * Math.log1p(at / beta)) * just(at), 0, time);
  return just(time) * survival(customer, time) + (s / beta) * leaving;
}
