import { sum } from '../numeric/sum.ts';
import type { FittedProcess } from './readPurchaseFit.ts';

/**
 * Repeat purchases that customers are expected to have made by the end of some days, seen from the day of their first.
 *
 * @param newcomers - how many customers came on each day
 * @param ends - the days that follow the ends, counted from the same day, ascending
 * @param unit - days in the unit of time of the model
 */
export function expectedByDay(
  model: FittedProcess,
  newcomers: Int32Array,
  ends: readonly number[],
  unit: number,
): Float64Array {
  const arrivals = Int32Array.from(newcomers, (_, day) => day).filter((day) => newcomers[day]! > 0);
  const unseen = model.customer(0, 0, 0);
  // Who came on one day and who came on another are alike after as many days: one expectation for both.
  const byAge = new Float64Array(newcomers.length).fill(Number.NaN);
  const expectedAfter = (age: number): number => {
    if (Number.isNaN(byAge[age])) byAge[age] = unseen.alive * model.expected(unseen, age / unit);
    return byAge[age]!;
  };
  const terms = new Float64Array(arrivals.length);
  return Float64Array.from(ends, (end) => {
    let count = 0;
    for (; count < arrivals.length && arrivals[count]! < end; count++)
      terms[count] = newcomers[arrivals[count]!]! * expectedAfter(end - 1 - arrivals[count]!);
    return sum(terms, 0, count);
  });
}
