// What customers did by sets of them, period by period, from rows.
import fc from 'fast-check';
import { eventLog } from '../../src/log/eventLog.ts';
import type { EventLog } from '../../src/log/types.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { DAY, earliest, plainPeriods } from '../rates/periodOracle.ts';
import { anyAsOf, anyEvents, anyPeriodOptions } from './cohortOracle.ts';

/** Calendars of every kind: those of one period, of several, and of a fiscal year. */
export const anyCalendar: fc.Arbitrary<PeriodOptions> = fc.oneof(
  { weight: 3, arbitrary: anyPeriodOptions },
  {
    weight: 1,
    arbitrary: fc.constantFrom<PeriodOptions[]>(
      { period: 'day', every: 3, anchor: Date.UTC(2012, 0, 1), timeZone: 'Pacific/Apia' },
      { period: 'week', every: 2, anchor: Date.UTC(2012, 0, 1), weekStartsOn: 'sunday' },
      {
        ...{ period: 'fiscalMonth', timeZone: 'America/New_York' },
        fiscal: { pattern: '4-4-5', endsOn: 'saturday', yearEnd: { month: 1, rule: 'nearest' }, namedBy: 'start' },
      },
    ),
  },
);

/** One thing that a customer did. */
export interface Visit {
  readonly customer: string;
  readonly at: number;
}

export const at = (text: string): number => Date.parse(`${text}Z`);

/** The log of some rows. */
export const logOf = (rows: readonly Visit[]): EventLog => eventLog(rows, { customer: 'customer', at: 'at' });

/** The log of customers with their instants as texts. */
export const visits = (...rows: readonly (readonly [customer: string, at: string])[]): EventLog =>
  logOf(rows.map(([customer, text]) => ({ customer, at: at(text) })));

/** A period with the customers active in it. */
export interface ActiveSet {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly active: ReadonlySet<string>;
}

/** Who was active in each period, from the first event or an earlier instant up to `asOf`. */
export function activeSets(
  rows: readonly Visit[],
  options: PeriodOptions,
  asOf: number,
  from = Infinity,
): readonly ActiveSet[] {
  const seen = rows.filter((row) => row.at < asOf);
  const first = Math.min(earliest(seen.map((row) => row.at)) ?? asOf, from);
  return plainPeriods(first, asOf, options).map((period) => {
    const own = seen.filter((row) => period.from <= row.at && row.at < period.to);
    return { ...period, active: new Set(own.map(({ customer }) => customer)) };
  });
}

/** A log, a calendar and an instant, from the first event or from any other instant on, and what is known of it. */
export const anyQuestion = fc
  .tuple(anyEvents, anyCalendar, anyAsOf, fc.option(fc.nat(200), { nil: undefined }))
  .map(([rows, calendar, asOf, daysBack]) => {
    const from = daysBack === undefined ? undefined : asOf - daysBack * DAY;
    const sets = activeSets(rows, calendar, asOf, from);
    const shown = from === asOf ? sets.length : sets.findIndex(({ to }) => from === undefined || to > from);
    return { rows, options: { ...calendar, ...(from !== undefined && { from }), asOf }, sets, shown };
  });

const sizeOf = (customers: ReadonlySet<string>, isOne: (customer: string) => boolean): number =>
  [...customers].filter(isOne).length;

/** Label, state, active, new, returning, resurrected and dormant of each period. */
export function plainLifecycle(sets: readonly ActiveSet[], asOf: number): unknown[][] {
  return sets.map(({ label, to, active }, place) => {
    const before = sets[place - 1]?.active ?? new Set();
    const wasThere = (customer: string): boolean => before.has(customer);
    const hadBeen = (customer: string): boolean => sets.slice(0, place).some((set) => set.active.has(customer));
    const isOver = to <= asOf;
    return [
      ...[label, isOver ? 'observed' : 'partial', active.size],
      sizeOf(active, (customer) => !hadBeen(customer)),
      sizeOf(active, wasThere),
      sizeOf(active, (customer) => hadBeen(customer) && !wasThere(customer)),
      isOver ? sizeOf(before as ReadonlySet<string>, (customer) => !active.has(customer)) : Number.NaN,
    ];
  });
}

/** Label, state, active and retained customers of each period whose next one has begun. */
export function plainRetention(sets: readonly ActiveSet[], asOf: number): unknown[][] {
  return sets.slice(0, -1).map(({ label, active }, place) => {
    const next = sets[place + 1]!;
    const state = next.to <= asOf ? 'observed' : 'partial';
    return [label, state, active.size, sizeOf(active, (customer) => next.active.has(customer))];
  });
}
