import fc from 'fast-check';
import type { CalendarPeriod, FiscalCalendar, FiscalPeriod, PeriodOptions, Weekday } from '../../src/time/types.ts';
import { ZONES } from './zones.ts';

export const ALL_WEEKDAYS: readonly Weekday[] = [
  ...(['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const),
];

export const anyInstant: fc.Arbitrary<number> = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2040, 0, 1) });

const zone = {
  timeZone: fc.constantFrom('UTC', ...ZONES),
  weekStartsOn: fc.constantFrom(...ALL_WEEKDAYS),
};

export const anyFiscal: fc.Arbitrary<FiscalCalendar> = fc.record({
  pattern: fc.constantFrom('4-4-5', '4-5-4', '5-4-4'),
  endsOn: fc.constantFrom(...ALL_WEEKDAYS),
  yearEnd: fc.record({ month: fc.integer({ min: 1, max: 12 }), rule: fc.constantFrom('last', 'nearest') }),
  namedBy: fc.constantFrom('start', 'end'),
});

export const anyHours: fc.Arbitrary<PeriodOptions> = fc.record({ period: fc.constant('hour'), ...zone });

export const anyBlocks: fc.Arbitrary<PeriodOptions> = fc.record({
  period: fc.constantFrom<CalendarPeriod>('day', 'week', 'month', 'quarter', 'year'),
  every: fc.oneof(fc.integer({ min: 2, max: 6 }), fc.constantFrom(10, 14, 28, 365)),
  anchor: anyInstant,
  ...zone,
});

export const anyFiscalPeriods: fc.Arbitrary<PeriodOptions> = fc.record({
  period: fc.constantFrom<FiscalPeriod>('fiscalMonth', 'fiscalQuarter', 'fiscalYear'),
  fiscal: anyFiscal,
  ...zone,
});
