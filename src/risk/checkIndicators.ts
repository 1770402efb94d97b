import { checkInstant, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkIndicatorName } from './indicatorOf.ts';
import type { RiskIndicator } from './types.ts';

const COLUMNS = ['value', 'risk', 'observedAt'] as const;

/** Refuses what is not one or more indicators of one instant under different names, and gives the instant. */
export function checkIndicators(metric: string, indicators: readonly RiskIndicator[]): number {
  if (!Array.isArray(indicators) || indicators.length === 0)
    refuse('not-rows', metric, ['indicators'], 'an array of at least one indicator', indicators);
  const names = new Set<string>();
  indicators.forEach((indicator: RiskIndicator, place) => {
    checkIndicator(metric, indicator, place);
    const { name } = indicator.definition;
    if (names.has(name))
      refuse('duplicate-id', metric, ['indicators', place, 'definition', 'name'], 'there once', name);
    names.add(name);
  });
  const { asOf } = indicators[0].definition;
  const other = indicators.findIndex((indicator) => indicator.definition.asOf !== asOf);
  if (other === -1) return asOf;
  const rule = `that of the first indicator (${new Date(asOf).toISOString()})`;
  const path = ['indicators', other, 'definition', 'asOf'];
  refuse('unlike-definitions', metric, path, rule, new Date(indicators[other]!.definition.asOf));
}

function checkIndicator(metric: string, indicator: RiskIndicator, place: number): void {
  const name = `indicators[${place}]`;
  checkRecord(metric, name, indicator);
  checkRecord(metric, `${name}.definition`, indicator.definition);
  checkIndicatorName(metric, ['indicators', place, 'definition', 'name'], indicator.definition.name);
  checkInstant(metric, `${name}.definition.asOf`, indicator.definition.asOf);
  const { customers } = indicator;
  if (!Array.isArray(customers))
    refuse('not-rows', metric, ['indicators', place, 'customers'], 'an array of customers', customers);
  for (const column of COLUMNS) {
    const path = ['indicators', place, column];
    if (!(indicator[column] instanceof Float64Array))
      refuse('not-rows', metric, path, 'a Float64Array', indicator[column]);
    const { length } = indicator[column];
    if (length !== customers.length)
      refuse('length-mismatch', metric, path, `as long as "customers" (${customers.length})`, length);
  }
}
