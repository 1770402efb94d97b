import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodLabel } from '../../src/time/periodLabel.ts';
import type { PeriodOptions } from '../../src/time/types.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** A period that is neither empty nor after `asOf`. */
export interface PlainPeriod {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** The periods from the one that holds `first` up to `asOf`, each counted from the first by itself. */
export function plainPeriods(first: number, asOf: number, options: PeriodOptions): PlainPeriod[] {
  const starts: number[] = [];
  for (let place = 0; first < asOf && (starts[place - 1] ?? -Infinity) < asOf; place++)
    starts.push(addPeriods(first, place, options));
  return starts
    .slice(0, -1)
    .map((from, place) => ({ from, to: starts[place + 1]! }))
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => ({ label: periodLabel(from, options), from, to }));
}

/** The values of rows by customer. */
export function byCustomer<Row extends { readonly customer: string }, Value>(
  rows: readonly Row[],
  read: (row: Row) => Value,
): Value[][] {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const own = groups.get(row.customer) ?? [];
    own.push(read(row));
    groups.set(row.customer, own);
  }
  return [...groups.values()];
}

/** Something that one customer waited for from an instant on; `nextAt` is undefined where it never came. */
export interface Wait {
  readonly at: number;
  readonly nextAt: number | undefined;
}

/** How many of the waits had the time, in whole milliseconds, and came to an end in it or not. */
export function plainOutcomes(waits: readonly Wait[], time: number, asOf: number) {
  const count = (test: (wait: Wait) => boolean): number => waits.filter(test).length;
  const came = ({ at, nextAt }: Wait): boolean => nextAt !== undefined && nextAt < asOf && nextAt - at < time;
  const hadTime = ({ at }: Wait): boolean => asOf - at >= time;
  return {
    all: waits.length,
    mature: count(hadTime),
    met: count((wait) => hadTime(wait) && came(wait)),
    pending: count((wait) => !hadTime(wait) && !came(wait)),
    early: count((wait) => !hadTime(wait) && came(wait)),
  };
}

/** The smallest of some numbers; undefined of none. */
export function earliest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((one, other) => Math.min(one, other));
}
