import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bracket } from '../../src/cohorts/brackets.ts';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import type { EventLog } from '../../src/log/types.ts';
import type { PeriodOptions } from '../../src/time/types.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyAsOf, anyEvents, anyPeriodOptions, reachesBack } from './cohortOracle.ts';
import { type Asked, oracleTable } from './columnOracle.ts';
import type { NamedRow } from './ruleOracle.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function logOf(rows: readonly NamedRow[]): EventLog {
  const attributes = { plan: 'plan' } as const;
  const fields = { customer: 'customer', at: 'at', amount: 'amount', name: 'name', attributes } as const;
  return eventLog(rows, fields, { refunds: 'keep' });
}

function counts({ cohorts }: CohortTable, by: 'period' | 'attribute') {
  return cohorts.map(({ value, from, size, returnedInPeriod0, cells }) => ({
    ...{ of: by === 'attribute' ? value : from, size, returnedInPeriod0 },
    cells: cells.map(({ period, lastPeriod, members, retained, base, amount, state }) => ({
      ...{ period, lastPeriod, members, retained, base, amount, state },
    })),
  }));
}

describe('laws', () => {
  const anyRows = anyEvents.map((rows) =>
    rows.map((row): NamedRow => ({ ...row, name: row.amount % 3 === 0 ? 'visit' : 'order' })),
  );
  const anyBrackets = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 4 })), {
    ...{ minLength: 1, maxLength: 4 },
  });
  const anyAsked = fc.record({
    ...{ rows: anyRows, cohorts: anyPeriodOptions, asOf: anyAsOf },
    isByPlan: fc.boolean(),
    column: fc.constantFrom('same', 'elapsed', 'day', 'week', 'month'),
    every: fc.constantFrom(1, 1, 3),
    floorTo: fc.constantFrom(undefined, 'hour' as const),
    gaps: fc.option(anyBrackets, { nil: undefined }),
    areSizes: fc.boolean(),
    lastPeriod: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    base: fc.constantFrom('cohort' as const, 'previousPeriod' as const),
    window: fc.nat(60),
    entry: fc.constantFrom(...(['firstEvent', 'firstEver', 'firstInWindow', 'recurring'] as const)),
    match: fc.constantFrom(...(['on', 'onOrAfter', 'onOrBefore', 'streak'] as const)),
    minimumEvents: fc.constantFrom(1, 1, 2),
    choices: fc.constantFrom('none', 'start', 'both'),
  });
  type AnyAsked = typeof anyAsked extends fc.Arbitrary<infer Value> ? Value : never;

  /** Brackets with gaps before them, or none. */
  function bracketsOf(gaps: readonly (readonly [gap: number, length: number])[], areSizes: boolean): Bracket[] {
    let last = 0;
    return gaps.map(([gap, length]) => {
      const first = last + 1 + (areSizes ? 0 : gap);
      last = first + length - 1;
      return { first, last };
    });
  }

  /** The options of a case, and the same as the oracle reads them. */
  function asOptions(one: AnyAsked): { readonly options: CohortTableOptions; readonly oracle: Asked } {
    const isElapsed = one.column === 'elapsed';
    const blocks = { hour: HOUR, day: DAY, week: 7 * DAY, month: 30 * DAY };
    const period = isElapsed && !(one.cohorts.period in blocks) ? 'month' : one.cohorts.period;
    const calendar = { ...one.cohorts, period };
    const isNamed = one.column !== 'same' && !isElapsed;
    const columns = isNamed ? { period: one.column as 'day', weekStartsOn: calendar.weekStartsOn! } : undefined;
    const brackets = one.gaps && bracketsOf(one.gaps, one.areSizes);
    const match = brackets === undefined ? one.match : 'on';
    const entry = one.entry === 'recurring' && (isElapsed || one.isByPlan) ? 'firstEvent' : one.entry;
    const from = entry === 'firstInWindow' ? one.asOf - one.window * DAY : -Infinity;
    const lastPeriod = brackets === undefined ? one.lastPeriod : undefined;
    const [isStart, isReturn] = [one.choices !== 'none', one.choices === 'both'];
    const order = { where: ({ name }: { readonly name: string | undefined }) => name === 'order' };
    const visit = { where: ({ name }: { readonly name: string | undefined }) => name === 'visit' };
    const length = blocks[period as 'day'] * (columns === undefined ? 1 : one.every);
    return {
      options: {
        ...{ ...calendar, asOf: one.asOf, entry, match, minimumEvents: one.minimumEvents, base: one.base },
        ...(one.isByPlan && { attribute: 'plan' }),
        ...(isElapsed && { clock: 'elapsed', ...(one.floorTo && { floorTo: one.floorTo }) }),
        ...(columns && { columns }),
        ...(brackets && { brackets: one.areSizes ? one.gaps!.map(([, size]) => size) : brackets }),
        ...(lastPeriod && { lastPeriod }),
        ...(entry === 'firstInWindow' && { from }),
        ...(isStart && { start: order }),
        ...(isReturn && { return: visit }),
      },
      oracle: {
        cohorts: one.isByPlan ? 'plan' : calendar,
        columns: isElapsed
          ? { length, cutTo: one.floorTo === 'hour' ? HOUR : 1 }
          : ({ ...calendar, ...columns } as PeriodOptions),
        ...{ brackets, lastPeriod: lastPeriod ?? Infinity, base: one.base, from, asOf: one.asOf },
        rules: {
          ...{ entry, match, minimumEvents: one.minimumEvents, isSame: !isReturn, named: () => true },
          starts: ({ name }) => !isStart || name === 'order',
          returns: ({ name }) => (isReturn ? name === 'visit' : !isStart || name === 'order'),
        },
      },
    };
  }

  test('a table by any rules and columns is what each member, asked column by column, says', () => {
    fc.assert(
      fc.property(anyAsked.filter(reachesBack), (one) => {
        // Of a year of days the oracle would ask a hundred thousand questions.
        const rows = one.rows.filter(({ at }) => Math.abs(at - one.rows[0]!.at) < 25 * DAY);
        const asOf = Math.min(one.asOf, Math.max(...rows.map(({ at }) => at), one.asOf - 1) + 20 * DAY);
        fc.pre(reachesBack({ rows, asOf }));
        const near = { ...one, rows, asOf: Math.min(asOf, (rows[0]?.at ?? asOf) + 60 * DAY) };
        fc.pre(reachesBack(near));
        const { options, oracle } = asOptions(near);
        expect(counts(cohortTable(logOf(rows), options), one.isByPlan ? 'attribute' : 'period')).toEqual(
          oracleTable(rows, oracle),
        );
      }),
      runs(120),
    );
  });
});

test('refusal', () => {
  expect(refusalOf).toBeTypeOf('function');
});
