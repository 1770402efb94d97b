import { checkInstant, checkRecord } from '../core/checks.ts';
import { civilLabel } from './civilLabel.ts';
import { addCivil } from './civilPeriod.ts';
import { civilStartAt } from './civilStartAt.ts';
import { readCalendar } from './readCalendar.ts';
import type { PeriodIndex } from './types.ts';
import { zoneClock } from './zoneClock.ts';

/**
 * The names of all periods of an index, in its order, as `periodLabel` words them.
 *
 * A day that the zone skipped has its name too, though no instant falls into it.
 *
 * @param index - what `periodIndex` gave
 * @returns `index.count` names
 * @throws InputError `not-a-record`, `not-an-instant`, `not-an-option`, `unknown-time-zone`
 * @example
 * const from = new Date('2023-12-01T00:00:00Z');
 * const to = new Date('2024-02-01T00:00:00Z');
 * periodLabels(periodIndex({ period: 'month', from, to })) // ['2023-12', '2024-01']
 */
export function periodLabels(index: PeriodIndex): string[] {
  checkRecord('periodLabels', 'index', index);
  checkRecord('periodLabels', 'index.boundaries', index.boundaries);
  const { period, timeZone, weekStartsOn, boundaries } = index;
  const first = checkInstant('periodLabels', 'index.boundaries', boundaries[0]!);
  const calendar = readCalendar('periodLabels', { period, timeZone, weekStartsOn }, []);
  const origin = civilStartAt(first, calendar, zoneClock('periodLabels', timeZone));
  return Array.from({ length: boundaries.length - 1 }, (_, place) =>
    civilLabel(addCivil(origin, place, calendar), calendar),
  );
}
