import { checkLevel, checkOptions } from '../core/checks.ts';
import type { LevelOptions } from '../core/types.ts';
import { checkDurations, type Durations } from './durations.ts';
import { levelDeviate } from './levelDeviate.ts';

/** What share lasts longer than each time: columns, one entry a time at which something was seen to end. */
export interface ProductLimitCurve {
  /** Times at which at least one thing was seen to end, ascending, in the unit of the durations. */
  readonly time: Float64Array;
  /** What had lasted up to that time, with its weight. */
  readonly atRisk: Float64Array;
  /** What ended at it, with its weight. */
  readonly ended: Float64Array;
  /** Share that lasts longer. */
  readonly survival: Float64Array;
  /** Lower end of the share's interval; NaN where the share is 0, and where weights were given. */
  readonly lower: Float64Array;
  /** Upper end of the share's interval; NaN where the share is 0, and where weights were given. */
  readonly upper: Float64Array;
  /** How many things the curve rests on. */
  readonly count: number;
  /** How many of them were seen to end. */
  readonly endedCount: number;
  /** The longest that any has lasted; NaN of nothing. The curve says nothing of later, unless it has come down to 0. */
  readonly longest: number;
  /** What the figures rest on. */
  readonly definition: {
    /** The level of the intervals. */
    readonly level: number;
    /** Greenwood's variance, on the scale of log(-log survival), which keeps the ends within 0 and 1. */
    readonly method: 'logLog';
  };
}

/**
 * Which share of things lasts how long, where some still go on: the product-limit estimate of Kaplan and Meier. What
 * still goes on counts among those at risk for as long as it was seen, and never as ended.
 *
 * product over times t of (1 - ended at t / at risk at t)
 *
 * What ends and what is last seen at the same time: the end comes first. Weights let things count by more or less than
 * one; Greenwood's variance takes things for independent and equal, so that a weighted curve has no interval.
 *
 * @param durations - how long each thing lasted, and whether its end was seen
 * @param options - level of the intervals
 * @returns the curve, as columns
 * @unit fraction
 * @range 0..1
 * @undefinedWhen there is nothing (no times, and `longest` is NaN)
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-quantity`, `not-an-option`, `unknown-option`
 * @example
 * const curve = productLimitCurve({ time: [2, 3, 3, 5, 8], ended: [1, 1, 0, 1, 0] });
 * curve.time // [2, 3, 5]
 * curve.survival // [0.8, 0.6, 0.3]
 * @complexity sorting the durations
 * @reference Kaplan and Meier (1958), Nonparametric estimation from incomplete observations
 * @reference Kalbfleisch and Prentice (2002), The statistical analysis of failure time data, section 1.4 (the interval)
 */
export function productLimitCurve(durations: Durations, options: LevelOptions = {}): ProductLimitCurve {
  checkDurations('productLimitCurve', durations);
  checkOptions('productLimitCurve', options, ['level']);
  const { level = 0.95 } = options;
  checkLevel('productLimitCurve', level);
  const { time, weight } = durations;
  const steps = stepsOf(durations);
  const survival = survivalOf(steps);
  const count = time.length;
  let endedCount = 0;
  let longest = count === 0 ? Number.NaN : 0;
  for (let i = 0; i < count; i++) {
    endedCount += durations.ended[i]!;
    longest = Math.max(longest, time[i]!);
  }
  const z = weight === undefined ? levelDeviate(level) : Number.NaN;
  const ends = endsOf(steps, survival, z);
  return {
    time: Float64Array.from(steps, (step) => step.time),
    atRisk: Float64Array.from(steps, (step) => step.left + step.ended),
    ended: Float64Array.from(steps, (step) => step.ended),
    survival,
    ...ends,
    count,
    endedCount,
    longest,
    definition: { level, method: 'logLog' },
  };
}

/** What happened at one time. */
interface Step {
  readonly time: number;
  readonly ended: number;
  /** What was at risk and did not end: added up from its own, so that it is exactly 0 where nothing is left. */
  readonly left: number;
}

/** The steps from the last time to the first and then in order, since what is at risk is all that comes later. */
function stepsOf({ time, ended, weight }: Durations): Step[] {
  const order = Int32Array.from({ length: time.length }, (_, i) => i).sort((i, j) => time[i]! - time[j]!);
  const steps: Step[] = [];
  let later = 0;
  for (let place = order.length - 1; place >= 0; ) {
    const now = time[order[place]!]!;
    let endedNow = 0;
    let left = later;
    for (; place >= 0 && time[order[place]!] === now; place--) {
      const own = weight === undefined ? 1 : weight[order[place]!]!;
      if (ended[order[place]!] === 1) endedNow += own;
      else left += own;
    }
    if (endedNow > 0) steps.push({ time: now, ended: endedNow, left });
    later = left + endedNow;
  }
  return steps.reverse();
}

function survivalOf(steps: readonly Step[]): Float64Array {
  let survival = 1;
  return Float64Array.from(steps, ({ ended, left }) => {
    survival *= left / (left + ended);
    return survival;
  });
}

/** Both ends of the intervals: survival to the power of exp(± z s / |log survival|), s from Greenwood's sum. */
function endsOf(
  steps: readonly Step[],
  survival: Float64Array,
  z: number,
): { lower: Float64Array; upper: Float64Array } {
  const lower = new Float64Array(steps.length);
  const upper = new Float64Array(steps.length);
  let greenwood = 0;
  steps.forEach(({ ended, left }, place) => {
    greenwood += ended / ((left + ended) * left);
    const log = Math.log(survival[place]!);
    const reach = Math.exp((z * Math.sqrt(greenwood)) / -log);
    lower[place] = left === 0 ? Number.NaN : Math.exp(log * reach);
    upper[place] = left === 0 ? Number.NaN : Math.exp(log / reach);
  });
  return { lower, upper };
}
