import type { DistinctRows } from './compressRows.ts';

/** What a first guess is made of: purchases per unit of time, and the mean time observed. */
export interface PurchasePace {
  /** Repeat purchases over the time observed; 1 over the mean age where there are none. */
  readonly rate: number;
  /** The mean age, 1 where nothing was observed for any time. */
  readonly meanAge: number;
}

/** How fast customers buy, taken over all their time as if none had left. */
export function purchasePace({ columns, weight }: DistinctRows): PurchasePace {
  const [frequency, , age] = columns as [Float64Array, Float64Array, Float64Array];
  let customers = 0;
  let purchases = 0;
  let time = 0;
  for (let row = 0; row < weight.length; row++) {
    customers += weight[row]!;
    purchases += weight[row]! * frequency[row]!;
    time += weight[row]! * age[row]!;
  }
  const meanAge = time > 0 ? time / customers : 1;
  return { rate: purchases > 0 ? purchases / customers / meanAge : 1 / meanAge, meanAge };
}
