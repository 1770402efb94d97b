import { refuse } from '../core/errors.ts';
import { isList } from '../statistics/checkValues.ts';
import { type RiskMap, readRiskMap } from './riskMap.ts';

const METRIC = 'riskFromValues';

/**
 * Values as risks from 0 to 1, by a map that never falls, or never rises, in the value.
 *
 * The map that every indicator goes through, for looking at it: a list of values in, their risks out.
 *
 * @param values - the values, in any order; NaN where one is missing
 * @param map - linear between two anchors, logistic, or by rank in a reference population
 * @returns a risk for each value; NaN where that is missing
 * @undefinedWhen a value is missing (NaN)
 * @throws InputError `not-rows`, `not-a-number`; for the map `not-a-record`, `not-an-option`, `unknown-option`,
 * `not-a-number`, `not-rows`
 * @example
 * riskFromValues([10, 25, 60], { kind: 'linear', safe: 40, risky: 0 }) // [0.75, 0.375, 0]
 * riskFromValues([0, 2, NaN], { kind: 'logistic', midpoint: 2, slope: 1 }) // [0.119…, 0.5, NaN]
 * riskFromValues([5, 9], { kind: 'quantile', reference: [1, 3, 5, 7], risky: 'high' }) // [0.625, 1]
 */
export function riskFromValues(values: ArrayLike<number>, map: RiskMap): Float64Array {
  const risks = readMeasured(METRIC, ['values'], values);
  const { riskOf } = readRiskMap(METRIC, map);
  for (let place = 0; place < risks.length; place++) risks[place] = riskOf(risks[place]!);
  return risks;
}

/** Refuses what is not an array of numbers, finite or NaN, and gives a copy. */
export function readMeasured(metric: string, path: readonly string[], values: ArrayLike<number>): Float64Array {
  if (!isList(values)) refuse('not-rows', metric, path, 'an array of numbers', values);
  const copy = new Float64Array(values.length);
  for (let place = 0; place < copy.length; place++) {
    const value = values[place];
    if (typeof value !== 'number' || Math.abs(value) === Infinity)
      refuse('not-a-number', metric, [...path, place], 'a finite number, or NaN where it is missing', value);
    copy[place] = value;
  }
  return copy;
}
