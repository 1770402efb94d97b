/** Whether there is an event later than the first of some rows, before an instant. */
export function hasReturned(at: Float64Array, start: number, end: number, before: number): boolean {
  let later = start + 1;
  while (later < end && at[later]! === at[start]!) later++;
  return later < end && at[later]! < before;
}
