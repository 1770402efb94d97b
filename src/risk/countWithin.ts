import { checkOptions, checkPositive } from '../core/checks.ts';
import { checkTold } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import type { TimedRows } from '../log/endBefore.ts';
import { INDICATOR_OPTIONS, indicatorOf, observedAtEnd, readIndicatorOptions } from './indicatorOf.ts';
import type { RiskMap } from './riskMap.ts';
import { firstRowFrom, rowsBefore } from './rowsBefore.ts';
import type { CountIndicatorOptions, RiskIndicator } from './types.ts';

/** The choices of an indicator that counts within a window of days. */
export interface CountWithinOptions extends CountIndicatorOptions {
  /** How many days of 24 hours before `asOf` to look at, above 0; each function says how many unless told. */
  readonly withinDays?: number;
}

/** How many there were of something within a window of days before `asOf`. */
export interface CountWithin extends RiskIndicator {
  /** Days of 24 hours from the last one to `asOf`, be it in the window or before; NaN where there was none. */
  readonly daysSinceLast: Float64Array;
}

/** What one indicator counts, and how unless told. */
export interface CountKind {
  readonly kind: string;
  readonly withinDays: number;
  readonly map: RiskMap;
  /** The instant up to which the rows tell. */
  readonly told: number;
}

/** Counts rows in [asOf - withinDays, asOf), checking the choices. */
export function countWithin(
  { kind, told, ...usual }: CountKind,
  rows: TimedRows,
  options: CountWithinOptions,
): CountWithin {
  checkOptions(kind, options, [...INDICATOR_OPTIONS, 'customers', 'withinDays']);
  const read = readIndicatorOptions(kind, options, usual.map);
  const { withinDays = usual.withinDays } = options;
  checkPositive(kind, 'withinDays', withinDays);
  checkTold(kind, 'asOf', read.asOf, told);
  const { customers, start, end } = rowsBefore(kind, rows, read.asOf, options.customers);
  const from = read.asOf - withinDays * DAY;
  const value = new Float64Array(customers.length);
  const daysSinceLast = new Float64Array(customers.length).fill(Number.NaN);
  for (let customer = 0; customer < customers.length; customer++) {
    const [first, last] = [start[customer]!, end[customer]!];
    if (first === last) continue;
    value[customer] = last - firstRowFrom(rows.at, first, last, from);
    daysSinceLast[customer] = (read.asOf - rows.at[last - 1]!) / DAY;
  }
  const observedAt = observedAtEnd(value, read.asOf);
  const settings = { withinDays, population: populationOf(options) };
  return { ...indicatorOf(kind, { customers, value, observedAt }, read, settings), daysSinceLast };
}

/** Of whom the indicator is: the customers given, or those whom the log knows. */
export function populationOf({ customers }: CountIndicatorOptions): 'given' | 'known' {
  return customers === undefined ? 'known' : 'given';
}
