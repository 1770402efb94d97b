import type { SymmetricEigen } from './symmetricEigen.ts';

/** A step and what it is worth by the quadratic that it rests on. */
export interface Step {
  readonly step: Float64Array;
  /** How much less the quadratic is after it; at least 0. */
  readonly gain: number;
  /** Whether it is Newton's step, not cut short. */
  readonly isFull: boolean;
}

/** Shifts tried at most; the length of the step is found to a tenth, which is near enough. */
const MAX_SHIFTS = 60;

/**
 * The step of at most this length that lessens gradient x step + step x hessian x step / 2 most: Newton's where the
 * hessian is positive and the step short enough, else the one along its own shifted hessian.
 *
 * Moré and Sorensen (1983), Computing a trust region step.
 *
 * @param gradient - the slopes
 * @param hessian - eigenvalues and eigenvectors of the second derivatives
 * @param radius - the longest step, above 0
 */
export function trustRegionStep(gradient: Float64Array, hessian: SymmetricEigen, radius: number): Step {
  const { values, vectors } = hessian;
  const slopes = vectors.map((vector) => dot(vector, gradient));
  const least = Math.min(...values);
  const isConvex = least > 0;
  if (isConvex && lengthOf(slopes, values, 0) <= radius) return stepOf(slopes, hessian, 0, true);
  // The length falls as the shift rises, from the first shift that makes all eigenvalues positive.
  const size = Math.hypot(...slopes);
  let low = Math.max(0, -least);
  let high = low + size / radius + Number.EPSILON * Math.max(...values.map(Math.abs));
  let shift = high;
  for (let i = 0; i < MAX_SHIFTS; i++) {
    const length = lengthOf(slopes, values, shift);
    if (length <= radius && length >= 0.9 * radius) return stepOf(slopes, hessian, shift, false);
    if (length > radius) low = shift;
    else high = shift;
    shift = low > 0 && high / low < 4 ? (low + high) / 2 : Math.sqrt(Math.max(low, high * 1e-6)) * Math.sqrt(high);
    if (!(shift > low && shift < high)) shift = (low + high) / 2;
  }
  // Nothing slopes along the lowest bend: however near the shift comes to it, the step stays short.
  return stepOf(slopes, hessian, high, false);
}

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < one.length; i++) total += one[i]! * other[i]!;
  return total;
}

/** Without a slope there is no way to go, even where the shift leaves nothing to divide by. */
function along(slope: number, value: number, shift: number): number {
  return slope === 0 ? 0 : slope / (value + shift);
}

function lengthOf(slopes: readonly number[], values: Float64Array, shift: number): number {
  let square = 0;
  for (let i = 0; i < slopes.length; i++) square += along(slopes[i]!, values[i]!, shift) ** 2;
  return Math.sqrt(square);
}

function stepOf(slopes: readonly number[], { values, vectors }: SymmetricEigen, shift: number, isFull: boolean): Step {
  const step = new Float64Array(slopes.length);
  let gain = 0;
  for (let i = 0; i < slopes.length; i++) {
    const way = -along(slopes[i]!, values[i]!, shift);
    gain -= way * (slopes[i]! + 0.5 * values[i]! * way);
    for (let k = 0; k < step.length; k++) step[k]! += way * vectors[i]![k]!;
  }
  return { step, gain, isFull };
}
