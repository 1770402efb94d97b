// Logs cut in any way, and what each customer did in each period as a plain loop over rows tells it.
import fc from 'fast-check';
import type { CustomerPeriods } from '../../src/cohorts/customerPeriods.ts';
import type { CustomerId } from '../../src/core/types.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { anyBlocks, anyFiscalPeriods } from '../time/anyCalendar.ts';
import { anyAsOf, anyEvents, anyPeriodOptions, type EventRow } from './cohortOracle.ts';

/** Rows with the way in which they are cut, and the periods that they are asked for. */
export interface Cut {
  readonly rows: readonly EventRow[];
  /** The rows again, some of them in each part; a part may be empty. */
  readonly parts: readonly (readonly EventRow[])[];
  readonly calendar: PeriodOptions;
  readonly asOf: number;
}

/** Calendars of every kind but hours, of which a year's table is too large. */
export const anyCalendar: fc.Arbitrary<PeriodOptions> = fc.oneof(
  { weight: 4, arbitrary: anyPeriodOptions },
  { weight: 1, arbitrary: anyBlocks },
  { weight: 1, arbitrary: anyFiscalPeriods },
);

/** Cut at random row by row, or by time: what is earlier is in an earlier part. */
export const anyCut: fc.Arbitrary<Cut> = fc
  .record({
    rows: fc.tuple(anyEvents, anyEvents, anyEvents).map((rows) => rows.flat()),
    calendar: anyCalendar,
    asOf: anyAsOf,
    parts: fc.constantFrom(2, 3),
    byTime: fc.boolean(),
    draws: fc.infiniteStream(fc.nat(5)),
    seams: fc.tuple(fc.nat(1e6), fc.nat(1e6)),
  })
  .map(({ rows, calendar, asOf, parts, byTime, draws, seams }) => {
    const times = rows.map(({ at }) => at).sort((one, other) => one - other);
    const bounds = seams.map((seam) => times[seam % Math.max(1, times.length)] ?? 0);
    const partOf = ({ at }: EventRow): number =>
      byTime ? bounds.filter((bound) => at >= bound).length % parts : draws.next().value! % parts;
    const placed = rows.map((row) => ({ row, part: partOf(row) }));
    return {
      ...{ rows, calendar, asOf },
      parts: Array.from({ length: parts }, (_, own) => placed.filter(({ part }) => part === own).map(({ row }) => row)),
    };
  });

/** Whether a customer has rows in more than one part. */
export function isShared({ parts }: Cut): boolean {
  const named = parts.flatMap((part) => [...new Set(part.map(({ customer }) => customer))]);
  return new Set(named).size < named.length;
}

/** One row of a customer and a period. */
export interface PlainPeriod {
  readonly customer: CustomerId;
  readonly start: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly events: number;
  readonly amount: bigint;
}

/** What each customer did in each period, by sets of rows; in order of customer and time. */
export function plainPeriods(rows: readonly EventRow[], calendar: PeriodOptions, asOf: number): PlainPeriod[] {
  const sets = new Map<string, EventRow[]>();
  for (const row of rows.filter(({ at }) => at < asOf)) {
    const key = JSON.stringify([row.customer, periodStart(row.at, calendar)]);
    sets.set(key, [...(sets.get(key) ?? []), row]);
  }
  return [...sets]
    .map(([key, own]) => {
      const [customer, start] = JSON.parse(key) as [CustomerId, number];
      const times = own.map(({ at }) => at);
      return {
        ...{ customer, start, firstAt: Math.min(...times), lastAt: Math.max(...times), events: own.length },
        amount: own.reduce((cents, { amount }) => cents + BigInt(amount), 0n),
      };
    })
    .sort(inOrder);
}

/** Columns as such rows, in the same order whatever the order of the customers. */
export function rowsOf(periods: CustomerPeriods): PlainPeriod[] {
  const { customers, offsets, start, firstAt, lastAt, events, amount, lost } = periods;
  return customers
    .flatMap((customer, place) =>
      Array.from({ length: offsets[place + 1]! - offsets[place]! }, (_, own) => {
        const row = offsets[place]! + own;
        return {
          ...{ customer, start: start[row]!, firstAt: firstAt[row]!, lastAt: lastAt[row]!, events: events[row]! },
          amount: BigInt(amount![row]! + lost![row]!),
        };
      }),
    )
    .sort(inOrder);
}

function inOrder(one: PlainPeriod, other: PlainPeriod): number {
  const names = String(one.customer).localeCompare(String(other.customer));
  return names === 0 ? one.start - other.start : names;
}

/** What a function of columns takes after JSON, which has no typed arrays: each column as a plain array. */
export function throughJson<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (_, inner) => (ArrayBuffer.isView(inner) ? Array.from(inner as Float64Array) : inner)),
  );
}
