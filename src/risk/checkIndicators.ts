import { checkInstant, checkRecord } from '../core/checks.ts';
import { pathText, refuse } from '../core/errors.ts';
import { checkText } from '../log/checkText.ts';
import type { RiskIndicator } from './types.ts';

type Path = readonly (string | number)[];

const COLUMNS = ['value', 'risk', 'observedAt'] as const;

/** Refuses what is not one or more indicators of one instant under different names, and gives the instant. */
export function checkIndicators(metric: string, indicators: readonly RiskIndicator[]): number {
  if (!Array.isArray(indicators) || indicators.length === 0)
    refuse('not-rows', metric, ['indicators'], 'an array of at least one indicator', indicators);
  const names = new Set<string>();
  for (let place = 0; place < indicators.length; place++) {
    checkIndicator(metric, ['indicators', place], indicators[place]);
    const { name } = indicators[place].definition;
    if (names.has(name))
      refuse('duplicate-id', metric, ['indicators', place, 'definition', 'name'], 'there once', name);
    names.add(name);
  }
  const { asOf } = indicators[0].definition;
  const other = indicators.findIndex((indicator) => indicator.definition.asOf !== asOf);
  if (other === -1) return asOf;
  const rule = `that of the first indicator (${new Date(asOf).toISOString()})`;
  const path = ['indicators', other, 'definition', 'asOf'];
  refuse('unlike-definitions', metric, path, rule, new Date(indicators[other].definition.asOf));
}

/** Refuses what is no indicator. */
export function checkIndicator(metric: string, path: Path, indicator: RiskIndicator): void {
  checkRecord(metric, pathText(path), indicator);
  checkRecord(metric, pathText([...path, 'definition']), indicator.definition);
  checkText(metric, [...path, 'definition', 'name'], indicator.definition.name);
  checkInstant(metric, pathText([...path, 'definition', 'asOf']), indicator.definition.asOf);
  const { customers } = indicator;
  if (!Array.isArray(customers)) refuse('not-rows', metric, [...path, 'customers'], 'an array of customers', customers);
  for (const name of COLUMNS) checkColumn(metric, [...path, name], indicator[name], customers.length);
}

/** Refuses what is no column of numbers beside so many customers. */
export function checkColumn(metric: string, path: Path, column: unknown, customers: number): void {
  if (!(column instanceof Float64Array || column instanceof Int32Array))
    refuse('not-rows', metric, path, 'a Float64Array or an Int32Array', column);
  if (column.length !== customers)
    refuse('length-mismatch', metric, path, `as long as "customers" (${customers})`, column.length);
}
