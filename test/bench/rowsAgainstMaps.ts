import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { END } from './generateEvents.ts';
import { medians } from './medians.ts';
import { powerLawEvents } from './powerLawEvents.ts';

interface Row {
  readonly customerId: string;
  readonly at: Date;
  readonly amount: number;
}

/** What monthly cohorts of row objects take, in milliseconds. */
export interface RowTimes {
  /** By a log that is built for this one question. */
  readonly ours: number;
  readonly build: number;
  readonly naive: number;
}

/** Compares log and cohort table with the Map and the Sets that most would write. */
export function rowsAgainstMaps(events: number, rounds: number): RowTimes {
  const rows = rowsOf(events);
  const build = () => eventLog(rows, { customer: 'customerId', at: 'at' });
  const table = () => cohortTable(build(), { period: 'month', asOf: END });
  const counts = table().cohorts.flatMap(({ cells }) => cells.map(({ retained }) => retained));
  const naive = [...naiveCohorts(rows).values()].flatMap((periods) => [...periods.values()]);
  if (sumOf(counts) !== sumOf(naive)) throw new Error('the naive cohorts differ');
  const [ours, buildTime, naiveTime] = medians([table, build, () => naiveCohorts(rows)], rounds);
  return { ours: ours!, build: buildTime!, naive: naiveTime! };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Rows as a driver gives them: each with a text and a Date of its own. */
function rowsOf(events: number): Row[] {
  const { customer, at, amount } = powerLawEvents(events);
  return Array.from(customer, (id, row) => ({
    customerId: Buffer.from(`cus_${String(id).padStart(6, '0')}`, 'latin1').toString('latin1'),
    at: new Date(at[row]!),
    amount: amount[row]!,
  }));
}

/** Active customers by first month and months since. */
function naiveCohorts(rows: readonly Row[]): Map<number, Map<number, number>> {
  const first = new Map<string, number>();
  const active = new Map<string, Set<number>>();
  for (const { customerId, at } of rows) {
    const month = at.getUTCFullYear() * 12 + at.getUTCMonth();
    const known = first.get(customerId);
    if (known === undefined || month < known) first.set(customerId, month);
    let months = active.get(customerId);
    if (months === undefined) {
      months = new Set();
      active.set(customerId, months);
    }
    months.add(month);
  }
  const cohorts = new Map<number, Map<number, number>>();
  for (const [customerId, months] of active) {
    const cohort = first.get(customerId)!;
    const periods = cohorts.get(cohort) ?? new Map<number, number>();
    cohorts.set(cohort, periods);
    for (const month of months) periods.set(month - cohort, (periods.get(month - cohort) ?? 0) + 1);
  }
  return cohorts;
}
