// The cohorts of a table by rules of entry and match, written as the rules read: by questions about sets of rows.
import type { CohortEntry, CohortMatch } from '../../src/cohorts/cohortRules.ts';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import type { EventRow } from './cohortOracle.ts';

export interface NamedRow extends EventRow {
  readonly name: string;
}

type Test = (row: NamedRow) => boolean;

export interface Rules {
  readonly entry: CohortEntry;
  readonly match: CohortMatch;
  readonly minimumEvents: number;
  /** Which events start, which of them by name alone, and which come back; the same ones where `isSame`. */
  readonly starts: Test;
  readonly named: Test;
  readonly returns: Test;
  readonly isSame: boolean;
}

interface PlainCell {
  readonly period: number;
  readonly retained: number;
  readonly amount: number;
}

export interface PlainRow {
  readonly from: number;
  readonly size: number;
  readonly returnedInPeriod0: number;
  readonly cells: readonly PlainCell[];
}

/** Cohorts of every period from the first event to asOf. */
export function plainRuleCohorts(
  rows: readonly NamedRow[],
  options: PeriodOptions,
  asOf: number,
  rules: Rules,
): PlainRow[] {
  const seen = rows.filter(({ at }) => at < asOf);
  const first = Math.min(...seen.map(({ at }) => at));
  const starts: number[] = [];
  for (let place = 0; seen.length > 0 && (starts[place - 1] ?? -Infinity) < asOf; place++)
    starts.push(addPeriods(first, place, options));
  const periodOfRow = new Map(seen.map((row) => [row, starts.lastIndexOf(periodStart(row.at, options))]));
  const periodOf = (row: NamedRow): number => periodOfRow.get(row)!;
  const isThere = (period: number): boolean => starts[period]! < starts[period + 1]!;
  const periods = Array.from({ length: Math.max(0, starts.length - 1) }, (_, period) => period);
  const customers = [...new Set(seen.map(({ customer }) => customer))].map((customer) => {
    const own = seen.filter((row) => row.customer === customer);
    return own.map((row, order) => ({ row, order })).sort((a, b) => a.row.at - b.row.at || a.order - b.order);
  });
  const there = periods.filter(isThere);
  return there.map((came) => {
    const members = customers.flatMap((own) => {
      const events = own.map(({ row }) => row);
      const entries = entriesOf(events, rules).filter((row) => periodOf(row) === came);
      return entries.length === 0 ? [] : [{ events, entry: entries[0]! }];
    });
    const asked = members.map(({ events, entry }) => {
      const back = events.filter(rules.returns);
      const own = there.map((period) => {
        const rowsOf = back.filter((row) => periodOf(row) === period);
        const counts = period > came && rowsOf.length >= rules.minimumEvents;
        const seenIn = period === came ? rowsOf.filter((row) => row.at >= entry.at) : counts ? rowsOf : [];
        return { period, counts, amount: total(seenIn) };
      });
      return own.filter(({ period }) => period >= came);
    });
    const cells = there
      .filter((period) => period >= came)
      .map((period) => {
        const found = asked.map((own) => cellOf(rules.match, came, period, own));
        return {
          period: period - came,
          retained: found.filter(({ retained }) => retained).length,
          amount: found.reduce((sum, { amount }) => sum + amount, 0),
        };
      });
    const returned = members.filter(({ events, entry }) =>
      events.some(
        (row) =>
          rules.returns(row) &&
          periodOf(row) === came &&
          (rules.isSame ? row.at > entry.at : row !== entry && row.at >= entry.at),
      ),
    );
    return { from: starts[came]!, size: members.length, returnedInPeriod0: returned.length, cells };
  });
}

/** Every event with which a customer might come into a cohort. */
export function entriesOf(events: readonly NamedRow[], { entry, starts, named }: Rules): NamedRow[] {
  if (entry === 'recurring') return events.filter(starts);
  if (entry !== 'firstEver') return events.filter(starts).slice(0, 1);
  return events.filter(named).slice(0, 1).filter(starts);
}

const total = (rows: readonly NamedRow[]): number => rows.reduce((sum, { amount }) => sum + amount, 0);

/** A period of a member: whether they count as back in it, and what it brought. */
interface OwnPeriod {
  readonly period: number;
  readonly counts: boolean;
  readonly amount: number;
}

function cellOf(match: CohortMatch, came: number, period: number, own: readonly OwnPeriod[]) {
  const upTo = own.filter((one) => one.period > came && one.period <= period);
  const onwards = own.filter((one) => one.period >= period);
  const { counts, amount } = own.find((one) => one.period === period)!;
  const isFirst = period === came;
  const sum = (some: readonly OwnPeriod[]): number => some.reduce((all, one) => all + one.amount, 0);
  const isBack = (one: OwnPeriod): boolean => one.counts;
  if (match === 'on') return { retained: isFirst || counts, amount };
  if (match === 'onOrAfter') return { retained: isFirst || onwards.some(isBack), amount: sum(onwards) };
  if (match === 'onOrBefore') return { retained: isFirst || upTo.some(isBack), amount: own[0]!.amount + sum(upTo) };
  const isStreak = upTo.every(isBack);
  return { retained: isStreak, amount: isStreak ? amount : 0 };
}
