/**
 * Second derivatives that agree with how the slopes changed over a step, as near to the ones before as they can be. A
 * step along which the slope did not rise leaves them as they were, so that they stay positive.
 *
 * Nocedal and Wright (2006), Numerical optimization, formula 6.19.
 */
export function bfgsUpdate(
  curvature: Float64Array,
  step: Float64Array,
  before: Float64Array,
  after: Float64Array,
): Float64Array {
  const size = step.length;
  const change = after.map((slope, i) => slope - before[i]!);
  const along = Float64Array.from(step, (_, i) => {
    let total = 0;
    for (let j = 0; j < size; j++) total += curvature[i * size + j]! * step[j]!;
    return total;
  });
  let rise = 0;
  let bend = 0;
  for (let i = 0; i < size; i++) {
    rise += change[i]! * step[i]!;
    bend += along[i]! * step[i]!;
  }
  if (!(rise > 1e-12 * bend)) return curvature;
  return curvature.map((own, at) => {
    const i = Math.floor(at / size);
    const j = at % size;
    return own + (change[i]! * change[j]!) / rise - (along[i]! * along[j]!) / bend;
  });
}
