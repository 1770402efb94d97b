import { checkInstant, checkRecord } from '../core/checks.ts';
import { checkReach } from './checkReach.ts';
import { periodLine } from './periodLine.ts';
import { readCalendar } from './readCalendar.ts';
import type { PeriodIndex, PeriodOptions } from './types.ts';

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
  const { period, timeZone, weekStartsOn, every, anchor, fiscal, boundaries } = index;
  const first = checkInstant('periodLabels', 'index.boundaries', boundaries[0]!);
  const options = { period, timeZone, weekStartsOn, every, anchor, fiscal } as PeriodOptions;
  const { startAt, following, label } = periodLine('periodLabels', readCalendar('periodLabels', options, []));
  const origin = checkReach('periodLabels', 'index.boundaries', startAt(first), boundaries);
  return Array.from(following(origin, boundaries.length - 1), (start) =>
    label(checkReach('periodLabels', 'index.boundaries', start, boundaries)),
  );
}
