import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bracket } from '../../src/cohorts/brackets.ts';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
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
      runs(200),
    );
  });
});

/** `customer instant amount` lines. */
function lines(...texts: readonly string[]): NamedRow[] {
  return texts.map((text) => {
    const [customer, at, amount = '0'] = text.split(' ');
    return { customer: customer!, at: Date.parse(`${at}Z`), amount: Number(amount), plan: 'S', name: 'order' };
  });
}

// Ada comes on Monday, Bob on Wednesday of the same week.
const WEEK = lines(
  ...['ada 2024-01-01T09:00 10', 'ada 2024-01-02T08:00 5', 'ada 2024-01-09T10:00 20', 'bob 2024-01-03T20:00 8'],
  ...['bob 2024-01-04T21:00 2', 'bob 2024-01-10T07:00 4'],
);
const day = (date: number): number => Date.UTC(2024, 0, date);
const cellsOf = (options: Partial<CohortTableOptions>, asOf = day(11)) =>
  cohortTable(logOf(WEEK), { period: 'week', asOf, ...options }).cohorts[0]!.cells;
const figures = (options: Partial<CohortTableOptions>, asOf?: number) =>
  cellsOf(options, asOf).map(({ period, members, retained, state }) => [period, members, retained, state]);

describe('columns', () => {
  test('weekly cohorts by daily columns: each member is followed from the day of their own start', () => {
    // Bob has had eight days by the eleventh, Ada ten; of days 8 and 9 only hers have ended.
    expect(figures({ columns: { period: 'day' } })).toEqual([
      ...[
        [0, 2, 2, 'observed'],
        [1, 2, 2, 'observed'],
        [2, 2, 0, 'observed'],
        [3, 2, 0, 'observed'],
      ],
      ...[
        [4, 2, 0, 'observed'],
        [5, 2, 0, 'observed'],
        [6, 2, 0, 'observed'],
        [7, 2, 1, 'observed'],
      ],
      ...[
        [8, 1, 1, 'observed'],
        [9, 1, 0, 'observed'],
      ],
    ]);
  });

  test('elapsed days: 24 hours from the instant of the start', () => {
    // Ada is back after 23 hours, on day 0; Bob after 25, on day 1.
    const cells = figures({ clock: 'elapsed', columns: { period: 'day' } }).slice(0, 3);
    expect(cells.map(([, , retained]) => retained)).toEqual([2, 1, 0]);
    expect(cohortTable(logOf(WEEK), { period: 'week', asOf: day(11), clock: 'elapsed' }).definition).toMatchObject({
      ...{ clock: 'elapsed', blockLength: 7 * DAY },
    });
  });

  test('an elapsed block that ends as the log does has ended, and the next has not begun', () => {
    const whole = figures({ clock: 'elapsed', columns: { period: 'day', every: 2 }, lastPeriod: 1 }, day(5) + 9 * HOUR);
    // By the fifth, at nine, Ada has had two blocks of two days; Bob's first ends at eight in the evening.
    expect(whole).toEqual([
      [0, 1, 1, 'observed'],
      [1, 1, 0, 'observed'],
    ]);
  });

  test('brackets share a column: retained in any of their periods is retained in it, with the amounts of all', () => {
    const cells = cellsOf({ columns: { period: 'day' }, brackets: [3, 5] }, day(13));
    expect(cells.map(({ period, lastPeriod, retained, amount }) => [period, lastPeriod, retained, amount])).toEqual([
      [0, 0, 2, 18],
      [1, 3, 2, 7],
      [4, 8, 2, 24],
    ]);
  });

  test('a bracket is partial until its last period is over', () => {
    const bracketed = (asOf: number) =>
      figures({ columns: { period: 'day' }, brackets: [{ first: 7, last: 8 }] }, asOf)[1];
    // Ada's eighth day ends with the ninth, Bob's with the eleventh.
    expect(bracketed(day(9))).toEqual([7, 1, 0, 'partial']);
    expect(bracketed(day(10))).toEqual([7, 1, 1, 'observed']);
    expect(bracketed(day(12))).toEqual([7, 2, 2, 'observed']);
  });

  test('the last period ends the table, and what lies behind it still counts as on or after', () => {
    const options = { columns: { period: 'day' }, lastPeriod: 2 } as const;
    expect(figures(options).map(([period]) => period)).toEqual([0, 1, 2]);
    expect(figures({ ...options, match: 'onOrAfter' }).map(([, , retained]) => retained)).toEqual([2, 2, 2]);
  });

  test('of those in the column before: none of them is no rate, and more than they were has no interval', () => {
    const cells = cellsOf({ columns: { period: 'day' }, base: 'previousPeriod', lastPeriod: 7 }, day(13));
    expect(cells.map(({ base, rate }) => [base, rate])).toEqual([
      ...[
        [2, 1],
        [2, 1],
        [2, 0],
        [0, Number.NaN],
        [0, Number.NaN],
        [0, Number.NaN],
        [0, Number.NaN],
        [0, Number.NaN],
      ],
    ]);
    expect(cells[7]).toMatchObject({ members: 2, retained: 1, interval: { lower: Number.NaN, upper: Number.NaN } });
  });

  test('of those in the column before, by the plain rules too', () => {
    const rows = lines('ada 2024-01-01T09:00', 'bob 2024-01-01T10:00', 'ada 2024-01-02T09:00');
    const { cohorts } = cohortTable(logOf(rows), { period: 'day', asOf: day(4), base: 'previousPeriod' });
    expect(cohorts[0]!.cells.map(({ members, base, retained }) => [members, base, retained])).toEqual([
      [2, 2, 2],
      [2, 2, 1],
      [2, 1, 0],
    ]);
  });

  test('who has not begun a column is in the base of none that others have', () => {
    // At midnight Bob's first day is just over and his second has not begun; Ada is half through hers.
    const rows = lines('ada 2024-01-01T12:00', 'bob 2024-01-02T00:00');
    const daily = { columns: { period: 'day' }, clock: 'elapsed', base: 'previousPeriod' } as const;
    const [cohort] = cohortTable(logOf(rows), { period: 'week', asOf: day(3), ...daily }).cohorts;
    expect(cohort!.cells.map(({ members, base, state }) => [members, base, state])).toEqual([
      [2, 2, 'observed'],
      [1, 1, 'partial'],
    ]);
  });

  test('the column before a day that the zone skipped is the base of the one after it', () => {
    const days = ['2011-12-29T12:00:00-10:00', '2011-12-31T12:00:00+14:00'].map((at) => Date.parse(at));
    const log = eventLogFromColumns({ customer: ['ada', 'ada'], at: days });
    const asOf = Date.parse('2012-01-01T00:00:00+14:00');
    const options = { period: 'day', timeZone: 'Pacific/Apia', asOf, base: 'previousPeriod' } as const;
    expect(cohortTable(log, options).cohorts[0]!.cells.map(({ period, base }) => [period, base])).toEqual([
      [0, 1],
      [2, 1],
    ]);
  });

  test('of those in the column before, a streak keeps a share of them, with an interval', () => {
    const [, first, second] = cellsOf({ columns: { period: 'day' }, base: 'previousPeriod', match: 'streak' }, day(13));
    expect(first).toMatchObject({ base: 2, retained: 2, rate: 1 });
    expect(second).toMatchObject({ base: 2, retained: 0, rate: 0 });
    expect(second!.interval.lower).toBe(0);
    expect(second!.interval.upper).toBeGreaterThan(0.5);
  });

  test('of those in the column before, on or after keeps a share of them too', () => {
    const options = { columns: { period: 'day' }, base: 'previousPeriod', match: 'onOrAfter', lastPeriod: 9 } as const;
    const cells = cellsOf(options, day(13));
    // Ada is last seen on day 8, Bob on day 7.
    expect(cells.slice(6).map(({ base, retained }) => [base, retained])).toEqual([
      [2, 2],
      [2, 2],
      [2, 1],
      [1, 0],
    ]);
    expect(cells[9]).toMatchObject({ members: 2, base: 1, interval: { lower: 0 } });
  });

  test('first in window: a customer of old comes in as a new one', () => {
    const { cohorts } = cohortTable(logOf(WEEK), {
      ...{ period: 'day', asOf: day(11), entry: 'firstInWindow' },
      from: day(4),
    });
    expect(cohorts.filter(({ size }) => size > 0).map(({ label, size }) => [label, size])).toEqual([
      ['2024-01-04', 1],
      ['2024-01-09', 1],
    ]);
  });
});

test('an event at the instant at which the window opens is in it', () => {
  const log = eventLogFromColumns({ customer: ['ada', 'ada'], at: [day(4), day(9)] });
  const { cohorts } = cohortTable(log, { period: 'day', asOf: day(11), entry: 'firstInWindow', from: day(4) });
  expect(cohorts[0]).toMatchObject({ label: '2024-01-04', size: 1 });
});

test('where starts are cut to the hour, the first block ends with the hour too', () => {
  const rows = lines('ada 2024-01-01T17:59 10', 'ada 2024-01-02T17:30 7');
  const floored = { period: 'day', clock: 'elapsed', floorTo: 'hour', asOf: day(4) } as const;
  const [cohort] = cohortTable(logOf(rows), floored).cohorts;
  expect(cohort!.returnedInPeriod0).toBe(0);
  expect(cohort!.cells.map(({ amount }) => amount)).toEqual([10, 7, 0]);
});

test('a day that the zone skipped is no matter to elapsed time', () => {
  // Samoa had no 30 December 2011; by the clock that runs, 24 hours were a block all the same.
  const at = Date.parse('2011-12-28T12:00:00-10:00');
  const log = eventLogFromColumns({ customer: ['ada'], at: [at] });
  const options = { period: 'day', timeZone: 'Pacific/Apia', clock: 'elapsed', asOf: at + 4 * DAY } as const;
  expect(cohortTable(log, options).cohorts[0]!.cells.map(({ period }) => period)).toEqual([0, 1, 2, 3]);
});

test('the day that the zone skipped is another one’s day by each member’s own count', () => {
  // 30 December is day 4 of Ada, who came on Monday the 26th, and day 2 of Bob, who came on Wednesday.
  const at = ['2011-12-26', '2011-12-28'].map((date) => Date.parse(`${date}T12:00:00-10:00`));
  const log = eventLogFromColumns({ customer: ['ada', 'bob'], at });
  const asOf = Date.parse('2012-01-03T00:00:00+14:00');
  const options = {
    period: 'week',
    columns: { period: 'day' },
    timeZone: 'Pacific/Apia',
    lastPeriod: 5,
    asOf,
  } as const;
  expect(cohortTable(log, options).cohorts[0]!.cells.map(({ period, members }) => [period, members])).toEqual([
    ...[
      [0, 2],
      [1, 2],
      [2, 1],
      [3, 2],
      [4, 1],
      [5, 2],
    ],
  ]);
});

test('a cohort of nobody has the columns of one who would have come when the window opened', () => {
  const log = eventLogFromColumns({ customer: ['ada'], at: [day(10)] });
  const window = { entry: 'firstInWindow', from: day(4), clock: 'elapsed', columns: { period: 'day' } } as const;
  const [first] = cohortTable(log, { period: 'week', asOf: day(11), ...window }).cohorts;
  expect(first!.cells.map(({ period }) => period)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('the first cohort, of nobody, has the columns of one who would have come with the first event of all', () => {
  const log = eventLogFromColumns({ customer: ['ada', 'bob'], at: [day(3), day(10)], name: ['visit', 'order'] });
  const daily = { columns: { period: 'day' }, start: { name: 'order' } } as const;
  const [first] = cohortTable(log, { period: 'week', asOf: day(11), ...daily }).cohorts;
  expect(first!.cells.map(({ period }) => period)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('a cohort of an attribute begins when its first member comes, not with one who is no member', () => {
  const attributes = { plan: ['S', 'S'] };
  const log = eventLogFromColumns({ customer: ['ada', 'bob'], at: [day(1), day(5)], attributes });
  const window = { entry: 'firstInWindow', from: day(3) } as const;
  const [cohort] = cohortTable(log, { period: 'day', asOf: day(7), attribute: 'plan', ...window }).cohorts;
  expect([cohort!.size, cohort!.from]).toEqual([1, day(5)]);
});

describe('refuses', () => {
  test.each([
    ['an empty bracket', { brackets: [2, 0] }, 'below-limit', '"brackets[1]" must be at least 1; received 0'],
    [
      'no bracket at all',
      { brackets: [] },
      'not-an-option',
      '"brackets" must be a list of at least one bracket; received an array of 0',
    ],
    [
      'brackets that overlap',
      {
        brackets: [
          { first: 1, last: 4 },
          { first: 4, last: 6 },
        ],
      },
      'below-limit',
      '"brackets[1].first" must be after 4, the last of the bracket before; received 4',
    ],
    [
      'a bracket that ends before it begins',
      { brackets: [{ first: 3, last: 2 }] },
      'below-limit',
      '"brackets[0].last" must be at least 3; received 2',
    ],
    [
      'a bracket of period 0',
      { brackets: [{ first: 0, last: 2 }] },
      'below-limit',
      '"brackets[0].first" must be at least 1; received 0',
    ],
    [
      'half a period',
      { brackets: [1.5] },
      'not-a-count',
      '"brackets[0]" must be a whole number of at least 0; received 1.5',
    ],
    [
      'a size among bounds',
      { brackets: [{ first: 1, last: 2 }, 3] },
      'not-a-record',
      '"brackets[1]" must be an object; received 3',
    ],
    [
      'a bound among sizes',
      { brackets: [2, { first: 4, last: 5 }] },
      'not-a-count',
      '"brackets[1]" must be a whole number of at least 0; received an object',
    ],
    [
      'brackets with another match',
      { brackets: [2], match: 'streak' },
      'not-an-option',
      '"brackets" must be left out with match \'streak\'; received an array of 1',
    ],
    [
      'a last period beside brackets',
      { brackets: [2], lastPeriod: 3 },
      'not-an-option',
      '"lastPeriod" must be left out beside "brackets"; received 3',
    ],
    ['no column but the first', { lastPeriod: 0 }, 'below-limit', '"lastPeriod" must be at least 1; received 0'],
    [
      'a clock that is none',
      { clock: 'rolling' },
      'not-an-option',
      `"clock" must be one of 'calendar', 'elapsed'; received "rolling"`,
    ],
    [
      'a base that is none',
      { base: 'first' },
      'not-an-option',
      `"base" must be one of 'cohort', 'previousPeriod'; received "first"`,
    ],
    [
      'cutting to the hour by the calendar',
      { floorTo: 'hour' },
      'not-an-option',
      '"floorTo" must be left out by the calendar; received "hour"',
    ],
    [
      'cutting to the day',
      { floorTo: 'day', clock: 'elapsed' },
      'not-an-option',
      `"floorTo" must be one of 'hour'; received "day"`,
    ],
    [
      'quarters of elapsed time, which have no one length',
      { clock: 'elapsed', columns: { period: 'quarter' } },
      'not-an-option',
      `"clock" must be 'calendar' where columns are no hours, days, weeks or months; received "'elapsed' with 'quarter'"`,
    ],
    [
      'an anchor of blocks, which begin with each customer',
      { clock: 'elapsed', columns: { period: 'day', every: 2, anchor: 0 } },
      'not-an-option',
      '"columns.anchor" must be left out by the elapsed clock; received 0',
    ],
    [
      'a zone of columns',
      { columns: { period: 'day', timeZone: 'UTC' } },
      'unknown-option',
      '"columns" must be made of "period", "weekStartsOn", "every", "anchor", "fiscal"; received "timeZone"',
    ],
    [
      'columns of the hour in a fiscal calendar',
      { columns: { period: 'hour', fiscal: {} } },
      'not-an-option',
      `"fiscal" must be left out where "period" is 'hour'; received an object`,
    ],
    [
      'customers with many starts by a clock of one',
      { clock: 'elapsed', entry: 'recurring' },
      'not-an-option',
      '"entry" must be other than \'recurring\' in cohorts by the elapsed clock, which has one start a customer; received "recurring"',
    ],
    [
      'a window without a start',
      { entry: 'firstInWindow' },
      'not-an-instant',
      '"from" must be a valid Date or whole milliseconds since 1970; received undefined',
    ],
    [
      'a start without a window',
      { from: 0 },
      'not-an-option',
      `"from" must be left out but for entry 'firstInWindow'; received 0`,
    ],
    [
      'a window that begins after all is over',
      { entry: 'firstInWindow', from: day(12) },
      'after-as-of',
      '"from" must be at or before "asOf" (2024-01-11T00:00:00.000Z); received 2024-01-12T00:00:00.000Z',
    ],
    [
      'more blocks than memory allows',
      { clock: 'elapsed', columns: { period: 'hour' }, asOf: 5e12 },
      'too-many-periods',
      '"period" must be long enough, or "lastPeriod" early enough, for at most 4194304 cells since 2024-01-01T00:00:00.000Z; received "hour"',
    ],
  ])('%s', (_, options, code, message) => {
    const error = refusalOf(() => cellsOf(options as Partial<CohortTableOptions>));
    expect([error.code, error.message]).toEqual([code, `cohortTable: ${message}`]);
  });
});
