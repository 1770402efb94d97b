import type { Durations } from './durations.ts';

/** What happened at the times at which something ended, ascending. */
export interface Steps {
  readonly time: Float64Array;
  readonly ended: Float64Array;
  /** What was at risk and did not end: added up from its own, so that it is exactly 0 where nothing is left. */
  readonly left: Float64Array;
  /** The longest time of all, seen to end or not; NaN of nothing. */
  readonly longest: number;
}

/** What ended and what was last seen at each of some ascending times. */
export interface SumsByTime {
  readonly times: Float64Array;
  readonly ended: Float64Array;
  readonly lastSeen: Float64Array;
}

/** The different times, ascending; those of no weight are left out. */
export function differentTimes(time: ArrayLike<number>, weight: ArrayLike<number> | undefined): Float64Array {
  const times = new Float64Array(time.length);
  let count = 0;
  // Adding 0 makes 0 of -0, which a typed array would sort before it.
  for (let i = 0; i < time.length; i++) if (weight?.[i] !== 0) times[count++] = time[i]! + 0;
  times.subarray(0, count).sort();
  let place = 0;
  for (let i = 0; i < count; i++) if (i === 0 || times[i] !== times[i - 1]) times[place++] = times[i]!;
  return times.subarray(0, place);
}

/** Adds durations up by their different times. */
export function sumsByTime({ time, ended, weight }: Durations): SumsByTime {
  const times = differentTimes(time, weight);
  const sums = { times, ended: new Float64Array(times.length), lastSeen: new Float64Array(times.length) };
  for (let i = 0; i < time.length; i++) {
    const own = weight === undefined ? 1 : weight[i]!;
    if (own > 0) (ended[i] === 1 ? sums.ended : sums.lastSeen)[placeOf(times, time[i]!)]! += own;
  }
  return sums;
}

/** From the last time to the first, since what is at risk is all that comes later. */
export function stepsOf({ times, ended, lastSeen }: SumsByTime): Steps {
  const left = new Float64Array(times.length);
  let later = 0;
  let count = 0;
  let longest = Number.NaN;
  for (let place = times.length - 1; place >= 0; place--) {
    left[place] = later + lastSeen[place]!;
    later = left[place]! + ended[place]!;
    if (later > 0 && Number.isNaN(longest)) longest = times[place]!;
    if (ended[place]! > 0) count++;
  }
  const steps = { time: new Float64Array(count), ended: new Float64Array(count), left: new Float64Array(count) };
  let step = 0;
  for (let place = 0; place < times.length; place++) {
    if (ended[place] === 0) continue;
    steps.time[step] = times[place]!;
    steps.ended[step] = ended[place]!;
    steps.left[step++] = left[place]!;
  }
  return { ...steps, longest };
}

/** Where a time stands among ascending ones that hold it. */
export function placeOf(times: Float64Array, time: number): number {
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
export function survivalOf({ ended, left }: Steps): Float64Array {
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
