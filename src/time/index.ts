export { addPeriods } from './addPeriods.ts';
export { civilToInstant } from './civilToInstant.ts';
export { instantToCivil } from './instantToCivil.ts';
export { periodAt } from './periodAt.ts';
export { periodIndex } from './periodIndex.ts';
export { periodLabel } from './periodLabel.ts';
export { periodLabels } from './periodLabels.ts';
export { periodStart } from './periodStart.ts';
export type {
  Calendar,
  CalendarOptions,
  CalendarPeriod,
  CivilTime,
  FiscalCalendar,
  FiscalPeriod,
  Period,
  PeriodIndex,
  PeriodIndexOptions,
  PeriodOptions,
  TimeZoneOptions,
  Weekday,
} from './types.ts';
