import { checkOneOf, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { FiscalCalendar } from './types.ts';
import { WEEKDAYS } from './weekdayNumber.ts';

const PATTERNS = ['4-4-5', '4-5-4', '5-4-4'];
const FISCAL_KEYS = ['pattern', 'endsOn', 'yearEnd', 'namedBy'];

/** Refuses what is not a fiscal calendar and gives a copy, which nobody else can change. */
export function readFiscal(metric: string, fiscal: FiscalCalendar | undefined): FiscalCalendar {
  checkOptions(metric, fiscal as FiscalCalendar, FISCAL_KEYS, 'fiscal');
  const { pattern, endsOn, yearEnd, namedBy } = fiscal as FiscalCalendar;
  checkOneOf(metric, 'fiscal.pattern', pattern, PATTERNS);
  checkOneOf(metric, 'fiscal.endsOn', endsOn, WEEKDAYS);
  checkOneOf(metric, 'fiscal.namedBy', namedBy, ['start', 'end']);
  checkOptions(metric, yearEnd, ['month', 'rule'], 'fiscal.yearEnd');
  const { month, rule } = yearEnd;
  if (!Number.isInteger(month) || month < 1 || month > 12)
    refuse('not-an-option', metric, ['fiscal.yearEnd.month'], 'a whole number from 1 to 12', month);
  checkOneOf(metric, 'fiscal.yearEnd.rule', rule, ['last', 'nearest']);
  return { pattern, endsOn, yearEnd: { month, rule }, namedBy };
}
