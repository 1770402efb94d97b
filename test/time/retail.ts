import type { FiscalCalendar } from '../../src/time/types.ts';

/** The 4-5-4 calendar of the National Retail Federation: years end on the Saturday nearest to 31 January. */
export const RETAIL = {
  pattern: '4-5-4',
  endsOn: 'saturday',
  yearEnd: { month: 1, rule: 'nearest' },
  namedBy: 'start',
} as const satisfies FiscalCalendar;
