// Cohort tables by whatever rules and columns, written as the rules read: each member has a list of columns, each with
// its own start and end, and each cell asks every member.
import type { Bracket } from '../../src/cohorts/brackets.ts';
import type { CohortBase } from '../../src/cohorts/cohortColumns.ts';
import type { AttributeValue } from '../../src/core/types.ts';
import { addPeriods } from '../../src/time/addPeriods.ts';
import { periodStart } from '../../src/time/periodStart.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { entriesOf, type NamedRow, type Rules } from './ruleOracle.ts';

export interface Asked {
  readonly cohorts: PeriodOptions | 'plan';
  /** The periods of columns, or the length of a block and what starts are cut to. */
  readonly columns: PeriodOptions | { readonly length: number; readonly cutTo: number };
  readonly brackets: readonly Bracket[] | undefined;
  readonly lastPeriod: number;
  readonly base: CohortBase;
  readonly from: number;
  readonly asOf: number;
  readonly rules: Rules;
}

interface OracleCell {
  readonly period: number;
  readonly lastPeriod: number;
  readonly members: number;
  readonly retained: number;
  readonly base: number;
  readonly amount: number;
  readonly state: 'observed' | 'partial';
}

export interface OracleCohort {
  readonly of: number | AttributeValue;
  readonly size: number;
  readonly returnedInPeriod0: number;
  readonly cells: readonly OracleCell[];
}

/** A column of a member: when, and what they did in it. */
interface OwnColumn extends Bracket {
  readonly start: number;
  readonly end: number;
  readonly isRetained: boolean;
  readonly amount: number;
}

export function oracleTable(rows: readonly NamedRow[], asked: Asked): OracleCohort[] {
  const { cohorts, asOf, from, rules } = asked;
  const known = rows.filter(({ at }) => at < asOf);
  const seen = known.filter(({ at }) => at >= from);
  const members = [...new Set(seen.map(({ customer }) => customer))].flatMap((customer) => {
    const events = seen
      .map((row, order) => ({ row, order }))
      .filter(({ row }) => row.customer === customer)
      .sort((a, b) => a.row.at - b.row.at || a.order - b.order)
      .map(({ row }) => row);
    const plan = known.filter((row) => row.customer === customer).sort((a, b) => a.at - b.at)[0]!.plan;
    const entries = entriesOf(events, rules);
    const places = entries.map(({ at }) => (cohorts === 'plan' ? plan : periodStart(at, cohorts)));
    return [...new Set(places)].map((place) => {
      const entry = entries[places.indexOf(place)]!;
      return { place, columns: columnsOf(events, entry, asked), hasReturned: hasReturned(events, entry, asked) };
    });
  });
  const first = Math.min(asOf, from > -Infinity ? from : Math.min(...known.map(({ at }) => at)));
  return placesOf(asked, rows, first).flatMap((of) => {
    const own = members.filter(({ place }) => place === of);
    if (cohorts === 'plan' && own.length === 0) return [];
    const earliest = 'period' in asked.columns ? columnStart(first, 0, asked) : -Infinity;
    const start = cohorts === 'plan' ? 0 : Math.max(of as number, from, earliest);
    const nobody = own.length === 0 ? columnFrames(start, asked).map((frame) => ({ ...frame, isNobody: true })) : [];
    const periods = [...new Set([...own.flatMap(({ columns }) => columns), ...nobody].map((column) => column.first))];
    return [
      {
        ...{ of, size: own.length, returnedInPeriod0: own.filter((member) => member.hasReturned).length },
        cells: periods.sort((a, b) => a - b).map((period) => cellOf(period, own, nobody, asked)),
      },
    ];
  });
}

function placesOf({ cohorts, asOf }: Asked, rows: readonly NamedRow[], first: number): (number | AttributeValue)[] {
  if (cohorts === 'plan') return [...new Set(rows.map(({ plan }) => plan))];
  const starts: number[] = [];
  for (let place = 0; first < asOf && (starts[place - 1] ?? -Infinity) < asOf; place++)
    starts.push(addPeriods(first, place, cohorts));
  return starts.slice(0, -1).filter((start, place) => start < starts[place + 1]!);
}

/** The start of the k-th period of one who came at an instant. */
function columnStart(at: number, k: number, { columns }: Asked): number {
  if ('period' in columns) return addPeriods(at, k, columns);
  return Math.floor(at / columns.cutTo) * columns.cutTo + k * columns.length;
}

/** The columns that have begun for one who came at an instant. */
function columnFrames(at: number, asked: Asked): { first: number; last: number; start: number; end: number }[] {
  const { brackets, lastPeriod, asOf } = asked;
  const frames: { first: number; last: number; start: number; end: number }[] = [];
  for (let k = 0; k <= lastPeriod; k++) {
    const { first, last } = brackets === undefined || k === 0 ? { first: k, last: k } : (brackets[k - 1] ?? NONE);
    if (first === NONE.first || columnStart(at, first, asked) >= asOf) break;
    const [start, end] = [columnStart(at, first, asked), columnStart(at, last + 1, asked)];
    // A bracket that ends with a day that the zone skipped has not ended while that day is still to be skipped.
    const isOpen = end === asOf && columnStart(at, last, asked) === asOf;
    frames.push({ first, last, start, end: isOpen ? asOf + 1 : end });
  }
  return frames.filter(({ first, last, start, end }) => first < last || start < end);
}

const NONE: Bracket = { first: -1, last: -1 };

function columnsOf(events: readonly NamedRow[], entry: NamedRow, asked: Asked): OwnColumn[] {
  const { rules } = asked;
  const back = events.filter(rules.returns);
  const countsIn = (k: number): NamedRow[] => {
    const within = back.filter(
      ({ at }) => at >= columnStart(entry.at, k, asked) && at < columnStart(entry.at, k + 1, asked),
    );
    if (k === 0) return within.filter(({ at }) => at >= entry.at);
    return within.length >= rules.minimumEvents ? within : [];
  };
  let count = 1;
  while (columnStart(entry.at, count, asked) < asked.asOf) count++;
  const byPeriod = Array.from({ length: count }, (_, k) => countsIn(k));
  const isThere = (k: number): boolean => columnStart(entry.at, k, asked) < columnStart(entry.at, k + 1, asked);
  const sum = (some: readonly NamedRow[][]): number => some.flat().reduce((all, { amount }) => all + amount, 0);
  return columnFrames(entry.at, asked).map((frame) => {
    const own = byPeriod.slice(frame.first, frame.last + 1);
    const later = byPeriod.slice(frame.first);
    const between = byPeriod.slice(1, frame.first + 1);
    const isFirst = frame.first === 0;
    const some = (lists: readonly NamedRow[][]): boolean => lists.some((list) => list.length > 0);
    const isStreak = between.every((list, place) => list.length > 0 || !isThere(place + 1));
    const found = {
      on: [isFirst || some(own), sum(own)],
      onOrAfter: [isFirst || some(later), sum(later)],
      onOrBefore: [isFirst || some(between), sum([byPeriod[0]!, ...between])],
      streak: [isStreak, isStreak ? sum(own) : 0],
    } as const;
    const [isRetained, amount] = found[rules.match];
    return { ...frame, isRetained, amount };
  });
}

function hasReturned(events: readonly NamedRow[], entry: NamedRow, asked: Asked): boolean {
  const { rules } = asked;
  return events.some(
    (row) =>
      rules.returns(row) &&
      row.at < columnStart(entry.at, 1, asked) &&
      (rules.isSame ? row.at > entry.at : row !== entry && row.at >= entry.at),
  );
}

function cellOf(
  period: number,
  own: readonly { readonly columns: readonly OwnColumn[] }[],
  nobody: readonly { readonly first: number; readonly last: number; readonly end: number }[],
  { asOf, base }: Asked,
): OracleCell {
  const begun = own.flatMap(({ columns }) => {
    const place = columns.findIndex(({ first }) => first === period);
    return place === -1 ? [] : [{ ...columns[place]!, before: columns[place - 1]?.isRetained ?? true }];
  });
  const ended = begun.filter(({ end }) => end <= asOf);
  const asked = ended.length > 0 ? ended : begun;
  const empty = nobody.find(({ first }) => first === period);
  const isObserved = empty === undefined ? ended.length > 0 : empty.end <= asOf;
  return {
    period,
    lastPeriod: empty?.last ?? asked[0]!.last,
    members: asked.length,
    retained: asked.filter(({ isRetained }) => isRetained).length,
    base: base === 'cohort' ? asked.length : asked.filter(({ before }) => before).length,
    amount: asked.reduce((sum, { amount }) => sum + amount, 0),
    state: isObserved ? 'observed' : 'partial',
  };
}
