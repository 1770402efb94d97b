import { checkOptions } from '../core/checks.ts';
import { sum } from '../numeric/sum.ts';
import { checkWeight } from './checkColumns.ts';
import { type CheckedFit, checkedFit } from './checkedFit.ts';
import { compressRows } from './compressRows.ts';
import { purchaseChance } from './purchaseChance.ts';
import type { PurchaseFit } from './purchaseFits.ts';
import type { PurchaseHistories } from './purchaseTypes.ts';
import { type AtMostOptions, readAtMost } from './readAtMost.ts';
import { type FittedProcess, readPurchaseFit } from './readPurchaseFit.ts';
import { checkPurchases } from './readPurchases.ts';
import { readTimeUnit } from './readTimeUnit.ts';

/** By which model customers are counted, and up to which frequency. */
export interface PurchaseFrequencyOptions extends AtMostOptions {
  /** The fitted model of purchases; one that did not converge is refused. */
  readonly fit: PurchaseFit;
}

/** The customers of one frequency. */
export interface PurchaseFrequencyRow {
  /** Purchases after the first. */
  readonly frequency: number;
  /** Whether the row stands for so many and more: the last one does. */
  readonly isOpenEnded: boolean;
  /** How many customers have made so many. */
  readonly actual: number;
  /** How many the model expects. */
  readonly expected: number;
}

/** How many customers have bought how often, and how many should have. */
export interface PurchaseFrequencyTable {
  /** Frequencies 0, 1, 2, … up to `atMost` and more. */
  readonly rows: readonly PurchaseFrequencyRow[];
  /** How many customers there are: either column adds up to them. */
  readonly customers: number;
  /** What the expectation rests on. */
  readonly definition: CheckedFit;
}

const METRIC = 'purchaseFrequencyTable';

/**
 * How many customers have bought again never, once, twice, …, and how many the model expects to have: whether the
 * model suits the data that it was fitted to.
 *
 * Expected are the customers as they were when they were new: of each the age alone is known, and the chance of so many
 * purchases within it is added up over all of them. The last row stands for `atMost` and more, and what is left of the
 * expectation after the others. Both columns add up to the number of customers.
 *
 * @param data - frequency, recency and age of customers, as `purchaseSummary` has them
 * @param options - the fit, and where the table ends
 * @returns one record a frequency, in ascending order
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-a-count`, `not-a-quantity`, `above-limit`,
 * `below-limit`, `not-an-option` (a fit that did not converge), `not-a-text`, `unlike-definitions`, `unknown-option`
 * @complexity `atMost` chances for each age that differs
 * @example
 * const parameters = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
 * const data = bgNbd.simulate(parameters, { seed: 7, ages: new Array(2000).fill(40) });
 * const { rows } = purchaseFrequencyTable(data, { fit: bgNbd.fit(data), atMost: 3 });
 * rows.map(({ frequency, actual }) => [frequency, actual]) // [[0, 1178], [1, 396], [2, 168], [3, 258]]
 * rows.map(({ expected }) => Math.round(expected)) // [1178, 399, 158, 265]
 * @reference Fader, Hardie and Lee (2005), "Counting your customers" the easy way: an alternative to the Pareto/NBD model
 */
export function purchaseFrequencyTable(
  data: PurchaseHistories,
  options: PurchaseFrequencyOptions,
): PurchaseFrequencyTable {
  checkOptions(METRIC, options, ['fit', 'atMost']);
  const atMost = readAtMost(METRIC, options);
  const model = readPurchaseFit(METRIC, 'fit', options.fit);
  checkPurchases(METRIC, 'data', data, model.isDiscrete);
  checkWeight(METRIC, 'data', data);
  const timeUnit = readTimeUnit(METRIC, 'data', data, model.timeUnit);
  const actual = countFrequencies(data, atMost);
  const expected = expectFrequencies(data, atMost, model);
  return {
    rows: Array.from(actual, (count, frequency) => ({
      frequency,
      isOpenEnded: frequency === atMost,
      actual: count,
      expected: expected[frequency]!,
    })),
    customers: sum(actual),
    definition: checkedFit(model, options.fit, timeUnit),
  };
}

function countFrequencies({ frequency, weight }: PurchaseHistories, atMost: number): Float64Array {
  const counts = new Float64Array(atMost + 1);
  for (let i = 0; i < frequency.length; i++) counts[Math.min(frequency[i]!, atMost)]! += weight?.[i] ?? 1;
  return counts;
}

function expectFrequencies(data: PurchaseHistories, atMost: number, model: FittedProcess): Float64Array {
  const { columns, weight } = compressRows([data.age], data.weight);
  const ages = columns[0]!;
  const unseen = model.customer(0, 0, 0);
  const rest = Float64Array.from(ages, () => 1);
  const share = new Float64Array(ages.length);
  const expected = new Float64Array(atMost + 1);
  for (let frequency = 0; frequency < atMost; frequency++) {
    for (let i = 0; i < ages.length; i++) {
      const chance = purchaseChance(model, unseen, frequency, ages[i]!);
      rest[i]! -= chance;
      share[i] = chance * weight[i]!;
    }
    expected[frequency] = sum(share);
  }
  // Where all chances are in the rows before, rounding may leave a little less than nothing.
  for (let i = 0; i < ages.length; i++) share[i] = Math.max(0, rest[i]!) * weight[i]!;
  expected[atMost] = sum(share);
  return expected;
}
