import type { Durations } from './durations.ts';
import { levelDeviate } from './levelDeviate.ts';
import type { ProductLimitCurve } from './productLimitCurve.ts';

/** `productLimitCurve` of durations that have been checked. */
export function curveOf(durations: Durations, level: number): ProductLimitCurve {
  const { time, ended, weight } = durations;
  const times = differentTimes(time, weight);
  const steps = stepsOf(durations, times);
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
    longest: times.length === 0 ? Number.NaN : times[times.length - 1]!,
    definition: { level, method: 'logLog' },
  };
}

/** What happened at the times at which something ended, ascending. */
interface Steps {
  readonly time: Float64Array;
  readonly ended: Float64Array;
  /** What was at risk and did not end: added up from its own, so that it is exactly 0 where nothing is left. */
  readonly left: Float64Array;
}

/** The different times, ascending; those of no weight are left out. */
function differentTimes(time: ArrayLike<number>, weight: ArrayLike<number> | undefined): Float64Array {
  const times = new Float64Array(time.length);
  let count = 0;
  // Adding 0 makes 0 of -0, which a typed array would sort before it.
  for (let i = 0; i < time.length; i++) if (weight?.[i] !== 0) times[count++] = time[i]! + 0;
  times.subarray(0, count).sort();
  let place = 0;
  for (let i = 0; i < count; i++) if (i === 0 || times[i] !== times[i - 1]) times[place++] = times[i]!;
  return times.subarray(0, place);
}

/** Sums by time, then from the last time to the first, since what is at risk is all that comes later. */
function stepsOf({ time, ended, weight }: Durations, times: Float64Array): Steps {
  const endedAt = new Float64Array(times.length);
  const left = new Float64Array(times.length);
  for (let i = 0; i < time.length; i++) {
    const own = weight === undefined ? 1 : weight[i]!;
    if (own > 0) (ended[i] === 1 ? endedAt : left)[placeOf(times, time[i]!)]! += own;
  }
  let later = 0;
  let count = 0;
  for (let place = times.length - 1; place >= 0; place--) {
    left[place]! += later;
    later = left[place]! + endedAt[place]!;
    if (endedAt[place]! > 0) count++;
  }
  const steps = { time: new Float64Array(count), ended: new Float64Array(count), left: new Float64Array(count) };
  let step = 0;
  for (let place = 0; place < times.length; place++) {
    if (endedAt[place] === 0) continue;
    steps.time[step] = times[place]!;
    steps.ended[step] = endedAt[place]!;
    steps.left[step++] = left[place]!;
  }
  return steps;
}

/** Where a time stands among ascending ones that hold it. */
function placeOf(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * While nothing but ends changes what is at risk, the product is one quotient: it is rounded once, and without anything
 * that still goes on it is exactly the share that is left.
 */
function survivalOf({ ended, left }: Steps): Float64Array {
  let survival = 1;
  let survivalBefore = 1;
  let atRiskBefore = Number.NaN;
  let leftBefore = Number.NaN;
  return left.map((leftNow, step) => {
    const atRisk = leftNow + ended[step]!;
    if (atRisk !== leftBefore) {
      survivalBefore = survival;
      atRiskBefore = atRisk;
    }
    leftBefore = leftNow;
    survival = survivalBefore * (leftNow / atRiskBefore);
    return survival;
  });
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
