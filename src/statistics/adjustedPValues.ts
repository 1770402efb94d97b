import { checkOneOf, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { isList } from './checkValues.ts';

/** How p-values are adjusted for their number. */
export type PValueAdjustment = 'holm' | 'bonferroni' | 'benjaminiHochberg';

/** The choice of `adjustedPValues`. */
export interface AdjustedPValuesOptions {
  /**
   * `'holm'` unless told: how likely even one false finding is. `'bonferroni'`: the same, never smaller than Holm's.
   * `'benjaminiHochberg'`: the share of findings that is false.
   */
  readonly method?: PValueAdjustment;
}

const METRIC = 'adjustedPValues';
const METHODS: readonly PValueAdjustment[] = ['holm', 'bonferroni', 'benjaminiHochberg'];

/**
 * P-values of several tests, adjusted for their number: twenty tests of nothing at all find something at 0.05 more often
 * than not. What stays at or below 0.05 after it is a finding at 0.05, all tests taken together.
 *
 * With m p-values, the i-th in ascending order: Bonferroni m p; Holm the largest (m - j + 1) p_j of j up to i;
 * Benjamini and Hochberg the smallest m p_j / j of j from i on; none above 1
 *
 * Holm and Bonferroni hold however the tests hang together; Benjamini and Hochberg where they are independent, or large
 * ones tend to go with large ones.
 *
 * @param pValues - numbers from 0 to 1; NaN, of a test that could not be made, does not count among them
 * @param options - the method
 * @returns the adjusted p-values, in the order of what came; NaN stays NaN
 * @throws InputError `not-rows`, `not-a-quantity`, `above-limit`, `not-an-option`, `unknown-option`
 * @example
 * adjustedPValues([0.03, 0.01, NaN, 0.02]) // [0.04, 0.03, NaN, 0.04]
 * adjustedPValues([0.03, 0.01, NaN, 0.02], { method: 'benjaminiHochberg' }) // [0.03, 0.03, NaN, 0.03]
 * @complexity sorting the p-values
 * @reference Holm (1979), A simple sequentially rejective multiple test procedure
 * @reference Benjamini and Hochberg (1995), Controlling the false discovery rate: a practical and powerful approach to
 * multiple testing
 */
export function adjustedPValues(pValues: ArrayLike<number>, options: AdjustedPValuesOptions = {}): number[] {
  const own = checkPValues(pValues);
  checkOptions(METRIC, options, ['method']);
  const { method = 'holm' } = options;
  checkOneOf(METRIC, 'method', method, METHODS);
  const places = ascending(own);
  if (method === 'bonferroni') return own.map((p) => Math.min(1, places.length * p));
  return method === 'holm' ? holm(own, places) : benjaminiHochberg(own, places);
}

/** Gives a copy. */
function checkPValues(pValues: ArrayLike<unknown>): number[] {
  if (!isList(pValues)) refuse('not-rows', METRIC, ['pValues'], 'an array of numbers', pValues);
  const copy: number[] = [];
  for (let place = 0; place < pValues.length; place++) {
    const value = pValues[place];
    if (typeof value !== 'number' || value < 0)
      refuse('not-a-quantity', METRIC, ['pValues', place], 'a number from 0 to 1, or NaN', value);
    if (value > 1) refuse('above-limit', METRIC, ['pValues', place], 'a number from 0 to 1, or NaN', value);
    // Adding 0 makes 0 of -0.
    copy.push(value + 0);
  }
  return copy;
}

function holm(pValues: readonly number[], places: readonly number[]): number[] {
  const adjusted = [...pValues];
  let largest = 0;
  places.forEach((place, before) => {
    largest = Math.max(largest, (places.length - before) * pValues[place]!);
    adjusted[place] = Math.min(1, largest);
  });
  return adjusted;
}

function benjaminiHochberg(pValues: readonly number[], places: readonly number[]): number[] {
  const adjusted = [...pValues];
  let smallest = 1;
  for (let rank = places.length; rank > 0; rank--) {
    const place = places[rank - 1]!;
    smallest = Math.min(smallest, (places.length / rank) * pValues[place]!);
    adjusted[place] = smallest;
  }
  return adjusted;
}

/** The places of the p-values that are there, the smallest first. */
function ascending(pValues: readonly number[]): number[] {
  const places = pValues.map((_, place) => place).filter((place) => !Number.isNaN(pValues[place]));
  return places.sort((one, other) => pValues[one]! - pValues[other]!);
}
