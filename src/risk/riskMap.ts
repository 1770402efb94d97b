import { checkFinite, checkOneOf, checkOptions, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { quantileSorted } from '../numeric/quantile.ts';
import { checkValues } from '../statistics/checkValues.ts';

/** 0 up to one value, 1 from another on, a straight line between; which of the two is larger says the direction. */
export interface LinearRiskMap {
  /** Tells the maps apart. */
  readonly kind: 'linear';
  /** The value at which the risk is 0, and beyond it on that side. */
  readonly safe: number;
  /** The value at which the risk is 1, and beyond it on that side. */
  readonly risky: number;
}

/** 1 / (1 + exp(-slope x (value - midpoint))): an S-shaped curve that comes ever nearer to 0 and 1. */
export interface LogisticRiskMap {
  /** Tells the maps apart. */
  readonly kind: 'logistic';
  /** The value at which the risk is one half. */
  readonly midpoint: number;
  /** How steep: above 0 where high values are risky, below 0 where low ones are. */
  readonly slope: number;
}

/** The share of a reference population that is safer, those of equal value counted half. */
export interface QuantileRiskMap {
  /** Tells the maps apart. */
  readonly kind: 'quantile';
  /** The values of the reference population, in any order. */
  readonly reference: ArrayLike<number>;
  /** Which values are risky. */
  readonly risky: 'high' | 'low';
}

/** How measured values become risks: never falling, or never rising, in the value. */
export type RiskMap = LinearRiskMap | LogisticRiskMap | QuantileRiskMap;

/** A quantile map as it stands in a definition: the reference population in six numbers. */
export interface QuantileMapDefinition {
  /** Tells the maps apart. */
  readonly kind: 'quantile';
  /** Which values are risky. */
  readonly risky: 'high' | 'low';
  /** How many values the reference population has. */
  readonly referenceSize: number;
  /** Its least value, quartiles and largest value. */
  readonly quartiles: readonly number[];
}

/** A map as it stands in a definition. */
export type RiskMapDefinition = LinearRiskMap | LogisticRiskMap | QuantileMapDefinition;

/** A map that was checked: the risk of a value, and what stands in the definition. */
export interface ReadRiskMap {
  readonly riskOf: (value: number) => number;
  readonly definition: RiskMapDefinition;
}

const KEYS = {
  linear: ['kind', 'safe', 'risky'],
  logistic: ['kind', 'midpoint', 'slope'],
  quantile: ['kind', 'reference', 'risky'],
} as const;

/** Refuses what is no map and reads it. */
export function readRiskMap(metric: string, map: RiskMap): ReadRiskMap {
  checkRecord(metric, 'map', map);
  checkOneOf(metric, 'map.kind', map.kind, Object.keys(KEYS));
  checkOptions(metric, map, KEYS[map.kind], 'map');
  if (map.kind === 'linear') return readLinear(metric, map);
  return map.kind === 'logistic' ? readLogistic(metric, map) : readQuantile(metric, map);
}

function readLinear(metric: string, { safe, risky }: LinearRiskMap): ReadRiskMap {
  checkFinite(metric, 'map.safe', safe);
  checkFinite(metric, 'map.risky', risky);
  if (risky === safe) refuse('not-an-option', metric, ['map', 'risky'], `unlike "safe" (${safe})`, risky);
  const width = risky - safe;
  if (!Number.isFinite(width))
    refuse('not-a-number', metric, ['map', 'risky'], `at a finite distance from "safe" (${safe})`, risky);
  const riskOf = (value: number): number => {
    const risk = (value - safe) / width;
    // Not -0, which 0 of a falling map would be.
    if (risk <= 0) return 0;
    return Math.min(risk, 1);
  };
  return { riskOf, definition: { kind: 'linear', safe, risky } };
}

function readLogistic(metric: string, { midpoint, slope }: LogisticRiskMap): ReadRiskMap {
  checkFinite(metric, 'map.midpoint', midpoint);
  checkFinite(metric, 'map.slope', slope);
  if (slope === 0) refuse('not-an-option', metric, ['map', 'slope'], 'above or below 0', slope);
  const riskOf = (value: number): number => 1 / (1 + Math.exp(-slope * (value - midpoint)));
  return { riskOf, definition: { kind: 'logistic', midpoint, slope } };
}

function readQuantile(metric: string, { reference, risky }: QuantileRiskMap): ReadRiskMap {
  checkOneOf(metric, 'map.risky', risky, ['high', 'low']);
  const sorted = checkValues(metric, 'map.reference', reference).sort();
  const referenceSize = sorted.length;
  if (referenceSize === 0)
    refuse('not-rows', metric, ['map', 'reference'], 'an array of at least one number', reference);
  const riskOf = (value: number): number => {
    if (Number.isNaN(value)) return Number.NaN;
    const below = firstAtLeast(sorted, value);
    const upTo = firstAbove(sorted, value, below);
    const safer = risky === 'high' ? below : referenceSize - upTo;
    return (safer + (upTo - below) / 2) / referenceSize;
  };
  const quartiles = [0, 0.25, 0.5, 0.75, 1].map((p) => quantileSorted(sorted, p));
  return { riskOf, definition: { kind: 'quantile', risky, referenceSize, quartiles } };
}

/** How many of the ascending values are below one. */
function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending values are at most one, of which `from` are known to be. */
function firstAbove(sorted: Float64Array, value: number, from: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
