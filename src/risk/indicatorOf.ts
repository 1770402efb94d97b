import { checkInstant } from '../core/checks.ts';
import type { CustomerId } from '../core/types.ts';
import { checkText } from '../log/checkText.ts';
import { type ReadRiskMap, type RiskMap, readRiskMap } from './riskMap.ts';
import type { IndicatorDefinition, IndicatorOptions, RiskIndicator } from './types.ts';

/** The choices of all indicators, checked, with the map and the name that stand where none was given. */
export interface ReadIndicatorOptions {
  readonly asOf: number;
  readonly name: string;
  readonly map: ReadRiskMap;
}

/** What an indicator measured, before it is a risk. */
export interface Measured {
  readonly customers: readonly CustomerId[];
  readonly value: Float64Array;
  readonly observedAt: Float64Array;
}

/** The options that every indicator knows; each adds its own. */
export const INDICATOR_OPTIONS = ['asOf', 'map', 'name'] as const;

/** Refuses what is wrong with the choices of all indicators, and fills in what was left out. */
export function readIndicatorOptions(kind: string, options: IndicatorOptions, usualMap: RiskMap): ReadIndicatorOptions {
  const asOf = checkInstant(kind, 'asOf', options.asOf);
  const { name = kind, map = usualMap } = options;
  checkText(kind, ['name'], name);
  return { asOf, name, map: readRiskMap(kind, map) };
}

/** Measured values with their risks and definition; evidence goes beside them. */
export function indicatorOf(
  kind: string,
  { customers, value, observedAt }: Measured,
  { asOf, name, map }: ReadIndicatorOptions,
  settings: IndicatorDefinition['settings'],
): RiskIndicator {
  const risk = new Float64Array(value.length);
  for (let place = 0; place < risk.length; place++) risk[place] = map.riskOf(value[place]!);
  return { customers, value, risk, observedAt, definition: { name, kind, asOf, map: map.definition, settings } };
}

/** The instant of looking where there is a value, NaN where there is none: for what rests on everything up to then. */
export function observedAtEnd(value: Float64Array, asOf: number): Float64Array {
  const observedAt = new Float64Array(value.length);
  for (let place = 0; place < value.length; place++) observedAt[place] = Number.isNaN(value[place]) ? Number.NaN : asOf;
  return observedAt;
}
