import type { Durations } from './durations.ts';
import { levelDeviate } from './levelDeviate.ts';
import type { ProductLimitCurve } from './productLimitCurve.ts';
import { type Steps, stepsOf, sumsByTime, survivalOf } from './steps.ts';

/** `productLimitCurve` of durations that have been checked. */
export function curveOf(durations: Durations, level: number): ProductLimitCurve {
  const { time, ended, weight } = durations;
  const steps = stepsOf(sumsByTime(durations));
  const survival = survivalOf(steps);
  let count = 0;
  let endedCount = 0;
  for (let i = 0; i < time.length; i++) {
    if (weight?.[i] === 0) continue;
    count++;
    endedCount += ended[i]!;
  }
  return {
    time: steps.time,
    atRisk: steps.left.map((left, step) => left + steps.ended[step]!),
    ended: steps.ended,
    survival,
    ...endsOf(steps, survival, weight === undefined ? levelDeviate(level) : Number.NaN),
    count,
    endedCount,
    longest: steps.longest,
    definition: { level, method: 'logLog', weighted: weight !== undefined },
  };
}

/** Both ends of the intervals: survival to the power of exp(± z s / |log survival|), s from Greenwood's sum. */
function endsOf({ ended, left }: Steps, survival: Float64Array, z: number): Pick<ProductLimitCurve, 'lower' | 'upper'> {
  const lower = new Float64Array(survival.length).fill(Number.NaN);
  const upper = lower.slice();
  let greenwood = 0;
  for (let step = 0; step < survival.length && left[step]! > 0; step++) {
    greenwood += ended[step]! / ((left[step]! + ended[step]!) * left[step]!);
    const log = Math.log(survival[step]!);
    const reach = Math.exp((z * Math.sqrt(greenwood)) / -log);
    lower[step] = Math.exp(log * reach);
    upper[step] = Math.exp(log / reach);
  }
  return { lower, upper };
}
