import { checkOptions, checkQuantity } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { RiskIndicator } from './types.ts';

/** How much an indicator counts, and for how long what it saw does. */
export interface IndicatorWeight {
  /** The name of the indicator. */
  readonly indicator: string;
  /** At least 0, in any unit: only the proportions matter. */
  readonly weight: number;
  /** Days of 24 hours after which what the indicator rests on no longer counts; never, unless told. */
  readonly staleAfterDays?: number;
}

/** Weights in the order of the indicators, and their sum. */
export interface ReadWeights {
  readonly weight: readonly number[];
  readonly staleAfterDays: readonly (number | undefined)[];
  readonly total: number;
}

/** Refuses weights that are not one for each indicator, and gives them in the order of the indicators. */
export function readWeights(
  metric: string,
  indicators: readonly RiskIndicator[],
  weights: readonly IndicatorWeight[] | undefined,
): ReadWeights {
  const names = indicators.map((indicator) => indicator.definition.name);
  const given = weights === undefined ? names.map((indicator) => ({ indicator, weight: 1 })) : weights;
  if (!Array.isArray(given)) refuse('not-rows', metric, ['weights'], 'an array of weights', given);
  const byName = new Map<string, IndicatorWeight>();
  for (let place = 0; place < given.length; place++) {
    const entry = given[place] as IndicatorWeight;
    checkEntry(metric, entry, place, names);
    if (byName.has(entry.indicator))
      refuse('duplicate-id', metric, ['weights', place, 'indicator'], 'there once', entry.indicator);
    byName.set(entry.indicator, entry);
  }
  const without = names.find((name) => !byName.has(name));
  if (without !== undefined) refuse('missing-field', metric, ['weights'], `given for "${without}" too`, undefined);
  const inOrder = names.map((name) => byName.get(name)!);
  const total = inOrder.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) refuse('below-limit', metric, ['weights'], 'above 0 for one indicator at least', total);
  if (total === Infinity) refuse('not-a-quantity', metric, ['weights'], 'of a finite sum', total);
  return {
    weight: inOrder.map(({ weight }) => weight),
    staleAfterDays: inOrder.map(({ staleAfterDays }) => staleAfterDays),
    total,
  };
}

function checkEntry(metric: string, entry: IndicatorWeight, place: number, names: readonly string[]): void {
  checkOptions(metric, entry, ['indicator', 'weight', 'staleAfterDays'], `weights[${place}]`);
  const { indicator, weight, staleAfterDays } = entry;
  if (!names.includes(indicator)) {
    const known = names.map((name) => `"${name}"`).join(', ');
    refuse('unknown-field', metric, ['weights', place, 'indicator'], `one of the indicators: ${known}`, indicator);
  }
  checkQuantity(metric, `weights[${place}].weight`, weight);
  if (staleAfterDays !== undefined) checkQuantity(metric, `weights[${place}].staleAfterDays`, staleAfterDays);
}
