import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CohortRuleOptions } from '../../src/cohorts/cohortRules.ts';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import { retentionCurve } from '../../src/cohorts/retentionCurve.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import type { EventLog } from '../../src/log/types.ts';
import { withoutAmounts } from '../../src/log/withoutAmounts.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyAsOf, anyEvents, anyPeriodOptions, plainTable, reachesBack } from './cohortOracle.ts';
import { type NamedRow, plainRuleCohorts, type Rules } from './ruleOracle.ts';

function logOf(rows: readonly NamedRow[]): EventLog {
  const attributes = { plan: 'plan' } as const;
  const fields = { customer: 'customer', at: 'at', amount: 'amount', name: 'name', attributes } as const;
  return eventLog(rows, fields, { refunds: 'keep' });
}

/** `customer date name amount` lines. */
function lines(...texts: readonly string[]): NamedRow[] {
  return texts.map((text) => {
    const [customer, date, name = 'order', amount = '0'] = text.split(' ');
    return { customer: customer!, at: Date.parse(`${date}T00:00:00Z`), name, amount: Number(amount), plan: 'S' };
  });
}

const retained = ({ cohorts }: CohortTable) =>
  cohorts.map(({ label, cells }) => [label, ...cells.map((cell) => cell.retained)]);

// Ada signs up in January, orders in January, March, April; Bob signs up in January and orders in February, twice.
const SHOP = lines(
  ...['ada 2024-01-03 visit', 'ada 2024-01-05 signup', 'bob 2024-01-09 signup', 'ada 2024-01-20 order 10'],
  ...['bob 2024-02-01 order 5', 'bob 2024-02-20 order 7', 'cyd 2024-02-25 signup', 'ada 2024-03-02 order 20'],
  ...['cyd 2024-03-05 signup', 'ada 2024-04-08 order 30'],
);
const ASKED = { period: 'month', asOf: Date.UTC(2024, 4, 1) } as const;
const table = (rules: CohortRuleOptions, more: Partial<CohortTableOptions> = {}) =>
  cohortTable(logOf(SHOP), { ...ASKED, ...rules, ...more });

describe('who is in a cohort', () => {
  const start = { name: 'signup' };

  test('the first event of all makes the cohort unless told', () => {
    expect(table({}).cohorts.map(({ label, size }) => [label, size])).toEqual([
      ['2024-01', 2],
      ['2024-02', 1],
      ['2024-03', 0],
      ['2024-04', 0],
    ]);
  });

  test('the first event of a name does, and another one brings back', () => {
    expect(retained(table({ start, return: { name: 'order' } }))).toEqual([
      ['2024-01', 2, 1, 1, 1],
      ['2024-02', 1, 0, 0],
      ['2024-03', 0, 0],
      ['2024-04', 0],
    ]);
  });

  test('recurring: a customer is in the cohort of every period with a start event', () => {
    expect(retained(table({ start, entry: 'recurring' }))).toEqual([
      ['2024-01', 2, 0, 0, 0],
      ['2024-02', 1, 1, 0],
      ['2024-03', 1, 0],
      ['2024-04', 0],
    ]);
  });

  test('first ever: who does not meet the condition with the very first is in no cohort', () => {
    const late = { name: 'signup', where: ({ at }: { readonly at: number }) => at >= Date.UTC(2024, 2, 1) };
    expect(table({ start: late }).cohorts.map(({ size }) => size)).toEqual([0, 0, 1, 0]);
    expect(table({ start: late, entry: 'firstEver' }).cohorts.map(({ size }) => size)).toEqual([0, 0, 0, 0]);
  });

  test('coming back within the first period stands apart; at the same instant only another event is', () => {
    const twice = lines(
      'ada 2024-01-05 signup',
      'ada 2024-01-05 order',
      'bob 2024-01-05 order',
      'bob 2024-01-05 order',
    );
    const back = (rules: CohortRuleOptions) =>
      cohortTable(logOf(twice), { ...ASKED, ...rules }).cohorts[0]?.returnedInPeriod0;
    expect(back({ start, return: { name: 'order' } })).toBe(1);
    expect(back({ start: { name: 'order' } })).toBe(0);
  });
});

describe('who is retained', () => {
  const start = { name: 'signup' };
  const rules = { start, return: { name: 'order' } };
  const first = (more: CohortRuleOptions) => table({ ...rules, ...more }).cohorts[0]!.cells;

  test('on or after: who comes in April has not been lost in February', () => {
    expect(first({ match: 'onOrAfter' }).map((cell) => cell.retained)).toEqual([2, 2, 1, 1]);
    expect(first({ match: 'onOrAfter' }).map((cell) => cell.amount)).toEqual([72, 62, 50, 30]);
  });

  test('on or before: who has ever come back, and what has come in so far', () => {
    expect(first({ match: 'onOrBefore' }).map((cell) => cell.retained)).toEqual([2, 1, 2, 2]);
    expect(first({ match: 'onOrBefore' }).map((cell) => cell.amount)).toEqual([10, 22, 42, 72]);
  });

  test('streak: one silent month ends it', () => {
    expect(first({ match: 'streak' }).map((cell) => cell.retained)).toEqual([2, 1, 0, 0]);
    expect(first({ match: 'streak' }).map((cell) => cell.amount)).toEqual([10, 12, 0, 0]);
  });

  test('at least two events in a month, which the first month does not need', () => {
    expect(first({ minimumEvents: 2 }).map((cell) => cell.retained)).toEqual([2, 1, 0, 0]);
  });

  test('cohorts of an attribute count from the first start event, and by any match', () => {
    const { cohorts } = table({ ...rules, match: 'onOrAfter' }, { attribute: 'plan' });
    // Ada and Bob came in January, Cyd in February: of all three two were back one month later or after, then Ada alone.
    expect(cohorts.map(({ size, cells }) => [size, cells.map((cell) => [cell.members, cell.retained])])).toEqual([
      [
        3,
        [
          [3, 3],
          [3, 2],
          [3, 1],
          [2, 1],
        ],
      ],
    ]);
  });
});

describe('ends and edges', () => {
  const order = { name: 'order' };

  test('a streak goes on over a day that the zone skipped', () => {
    // Samoa had no 30 December 2011.
    const days = ['28', '29', '31'].map((day) => ({
      at: Date.parse(`2011-12-${day}T12:00:00${day === '31' ? '+14:00' : '-10:00'}`),
    }));
    const log = eventLog(days, { customer: () => 'ada', at: 'at' });
    const asOf = Date.parse('2012-01-02T00:00:00+14:00');
    const { cohorts } = cohortTable(log, { period: 'day', timeZone: 'Pacific/Apia', asOf, match: 'streak' });
    expect(cohorts.map(({ label, cells }) => [label, cells.map((cell) => cell.retained)])).toEqual([
      ['2011-12-28', [1, 1, 1, 0]],
      ['2011-12-29', [0, 0, 0]],
      ['2011-12-31', [0, 0]],
      ['2012-01-01', [0]],
    ]);
    const since29 = cohortTable(eventLog(days.slice(1), { customer: () => 'ada', at: 'at' }), {
      ...{ period: 'day', timeZone: 'Pacific/Apia', asOf, match: 'streak' },
    });
    expect(since29.cohorts[0]?.cells.map((cell) => cell.retained)).toEqual([1, 1, 0]);
  });

  test('events from asOf on are not looked at', () => {
    const log = logOf(lines('ada 2024-01-05', 'ada 2024-02-01', 'bob 2024-02-01'));
    const asOf = Date.UTC(2024, 1, 1);
    expect(retained(cohortTable(log, { period: 'month', asOf, match: 'onOrAfter' }))).toEqual([['2024-01', 1]]);
    expect(retained(cohortTable(log, { period: 'month', asOf: asOf + 1, match: 'onOrAfter' }))).toEqual([
      ['2024-01', 1, 1],
      ['2024-02', 1],
    ]);
  });

  test('a return at the instant of the start counts, though it stands before it in the log', () => {
    const log = logOf(lines('ada 2024-01-05 order 7', 'ada 2024-01-05 signup'));
    const [january] = cohortTable(log, { ...ASKED, start: { name: 'signup' }, return: order }).cohorts;
    expect([january?.returnedInPeriod0, january?.cells[0]?.amount]).toEqual([1, 7]);
  });

  test('amounts lose nothing to rounding on their way', () => {
    const sums = ['1e16', '1', '-1e16'].map((amount) => `ada 2024-02-05 order ${amount}`);
    const log = logOf(lines('ada 2024-01-05 order 0', ...sums));
    for (const match of ['onOrAfter', 'onOrBefore', 'streak'] as const)
      expect(cohortTable(log, { ...ASKED, match }).cohorts[0]?.cells[1]?.amount).toBe(1);
  });
});

describe('what rounding lost of the amounts of one member', () => {
  const lossy = (customer: string, date: string) =>
    ['1e16', '1', '-1e16'].map((amount) => `${customer} ${date} order ${amount}`);
  const amountsOf = (rules: CohortRuleOptions, ...texts: readonly string[]) =>
    cohortTable(logOf(lines(...texts)), { ...ASKED, start: { where: () => true }, ...rules }).cohorts[0]!.cells.map(
      ({ amount }) => amount,
    );

  test('is not added to those of the next', () => {
    const both = [...lossy('ada', '2024-01-05'), 'bob 2024-01-06 order 5', 'bob 2024-02-01 order 5'];
    expect(amountsOf({}, ...both).slice(0, 2)).toEqual([6, 5]);
    const later = ['ada 2024-01-05 order 0', ...lossy('ada', '2024-02-05')];
    expect(amountsOf({}, ...later, 'bob 2024-01-06 order 0', 'bob 2024-02-01 order 5')[1]).toBe(6);
  });

  test('goes with them into the periods before, by on or after', () => {
    const later = ['ada 2024-01-05 order 0', ...lossy('ada', '2024-03-05')];
    expect(amountsOf({ match: 'onOrAfter' }, ...later)).toEqual([1, 1, 1, 0]);
  });
});

describe('laws', () => {
  const anyRows = fc
    .tuple(anyEvents, fc.infiniteStream(fc.constantFrom('visit', 'order', 'signup')))
    .map(([rows, names]) => rows.map((row): NamedRow => ({ ...row, name: names.next().value! })));
  const big = { name: 'order', where: ({ amount }: { readonly amount: number | undefined }) => amount! > 0 };
  const anyChoice = fc.constantFrom(undefined, { name: 'order' }, { name: 'visit' }, big, {
    where: big.where,
  });
  const anyRules = fc.record({
    start: anyChoice,
    return: anyChoice,
    entry: fc.constantFrom('firstEvent' as const, 'firstEver' as const, 'recurring' as const),
    match: fc.constantFrom('on' as const, 'onOrAfter' as const, 'onOrBefore' as const, 'streak' as const),
    minimumEvents: fc.constantFrom(1, 1, 2, 3),
  });
  /** A log that knows every name, from events that nobody looks at. */
  const LATER = ['visit', 'order', 'signup'].map((name): NamedRow => {
    return { customer: 'zoe', at: Date.UTC(2100), amount: 0, plan: 'S', name };
  });
  const namingLog = (rows: readonly NamedRow[]): EventLog => logOf(rows.length === 0 ? [] : [...rows, ...LATER]);
  type AnyRules = typeof anyRules extends fc.Arbitrary<infer Rule> ? Rule : never;

  const asked = ({ start, return: back, ...rules }: AnyRules): CohortRuleOptions => ({
    ...rules,
    ...(start && { start }),
    ...(back && { return: back }),
  });

  function plainRules({ start, return: back, ...rules }: AnyRules): Rules {
    const test = (choice: AnyRules['start'], row: NamedRow): boolean => {
      const { name, where } = { name: undefined, where: undefined, ...choice };
      return (name === undefined || row.name === name) && (where === undefined || where(row));
    };
    const name = start !== undefined && 'name' in start ? start.name : undefined;
    return {
      ...rules,
      starts: (row) => test(start, row),
      named: (row) => name === undefined || row.name === name,
      returns: (row) => test(back ?? start, row),
      isSame: back === undefined,
    };
  }

  test('agrees with the rules as they read, for any log, zone, period and moment', () => {
    fc.assert(
      fc.property(anyRows, anyPeriodOptions, anyAsOf, anyRules, (rows, options, asOf, rules) => {
        fc.pre(reachesBack({ rows, asOf }));
        // Of a year of days the oracle would ask a hundred thousand questions.
        const near = rows[0]?.at ?? 0;
        const soon = rows.filter(({ at }) => options.period !== 'day' || Math.abs(at - near) < 20 * 86_400_000);
        fc.pre(reachesBack({ rows: soon, asOf }));
        const found = cohortTable(namingLog(soon), { ...options, asOf, ...asked(rules) });
        const plain = plainTable(found).map(({ from, size, returnedInPeriod0, cells }) => ({
          ...{ from, size, returnedInPeriod0 },
          cells: cells.map(({ period, retained: back, amount }) => ({ period, retained: back, amount })),
        }));
        expect(plain).toEqual(plainRuleCohorts(soon, options, asOf, plainRules(rules)));
      }),
      runs(80),
    );
  });

  test('on or after never rises, on or before never falls, a streak never rises, and each holds those of the period', () => {
    fc.assert(
      fc.property(anyRows, anyPeriodOptions, anyAsOf, anyRules, (all, options, asOf, rules) => {
        // A table of a year of days has 66,000 cells, and there are four.
        const near = all[0]?.at ?? 0;
        const rows = all.filter(({ at }) => options.period !== 'day' || Math.abs(at - near) < 20 * 86_400_000);
        fc.pre(reachesBack({ rows, asOf }));
        const cellsBy = (match: AnyRules['match']) =>
          cohortTable(namingLog(rows), { ...options, asOf, ...asked({ ...rules, match }) }).cohorts.map(({ cells }) =>
            cells.slice(1).map((cell) => cell.retained),
          );
        const [on, after, before, streak] = (['on', 'onOrAfter', 'onOrBefore', 'streak'] as const).map(cellsBy);
        const isSorted = (values: readonly number[]) => values.every((value, k) => k === 0 || value >= values[k - 1]!);
        for (const [place, plain] of on!.entries()) {
          expect(isSorted([...after![place]!].reverse())).toBe(true);
          expect(isSorted(before![place]!)).toBe(true);
          expect(isSorted([...streak![place]!].reverse())).toBe(true);
          plain.forEach((value, k) => {
            expect(after![place]![k]).toBeGreaterThanOrEqual(value);
            expect(before![place]![k]).toBeGreaterThanOrEqual(value);
            expect(streak![place]![k]).toBeLessThanOrEqual(value);
          });
        }
      }),
      runs(60),
    );
  });

  test('choosing every event by a function is choosing none: the short ways of plain tables come to the same', () => {
    const anyColumns = fc.record({
      match: fc.constantFrom('on' as const, 'onOrAfter' as const),
      lastPeriod: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(
        anyRows,
        anyPeriodOptions,
        anyAsOf,
        anyColumns,
        fc.boolean(),
        (rows, options, asOf, columns, isBare) => {
          fc.pre(reachesBack({ rows, asOf }));
          const log = isBare ? withoutAmounts(logOf(rows)) : logOf(rows);
          const plain = cohortTable(log, { ...options, asOf, ...columns });
          const ruled = cohortTable(log, { ...options, asOf, ...columns, start: { where: () => true } });
          expect(ruled.cohorts).toEqual(plain.cohorts);
        },
      ),
      runs(200),
    );
  });

  test('many events in a period count once, however they lie', () => {
    // Runs of up to forty events, so that the pass steps over some.
    const anyRuns = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyRuns, fc.nat(45), (bursts, days) => {
        const rows = bursts.flatMap(([day, length]) =>
          Array.from({ length }, (_, minute): NamedRow => {
            const at = Date.UTC(2024, 0, 1 + day, 0, minute);
            return { customer: 'ada', at, name: 'order', amount: 1, plan: 'S' };
          }),
        );
        const asOf = Date.UTC(2024, 0, 1 + days, 0, 20);
        fc.pre(reachesBack({ rows, asOf }));
        const [first] = cohortTable(withoutAmounts(logOf(rows)), { period: 'day', asOf }).cohorts;
        const seen = new Set(
          rows.filter(({ at }) => at < asOf).map(({ at }) => Math.floor((at - first!.from) / 86_400_000)),
        );
        expect(first!.cells.filter((cell) => cell.retained > 0).map(({ period }) => period)).toEqual(
          [...seen].sort((a, b) => a - b),
        );
      }),
      runs(100),
    );
  });
});

test('the definition says what was asked for', () => {
  const { definition } = table({
    start: { name: 'signup', where: () => true },
    return: { name: 'order' },
    ...{ entry: 'recurring', match: 'streak', minimumEvents: 2 },
  });
  expect(definition).toMatchObject({
    ...{ entry: 'recurring', match: 'streak', minimumEvents: 2 },
    start: { name: 'signup', filtered: true },
    return: { name: 'order', filtered: false },
  });
});

test('a curve is made of a table by any rules', () => {
  const curve = retentionCurve(table({ start: { name: 'signup' }, return: { name: 'order' }, match: 'onOrBefore' }));
  // Two came in January and one in February: 1 of 3 by the second month, 2 of 3 by the third.
  expect(curve.points.map(({ period, members, retained: back }) => [period, members, back])).toEqual([
    [0, 3, 3],
    [1, 3, 1],
    [2, 3, 2],
    [3, 2, 2],
  ]);
});

describe('refuses', () => {
  test.each([
    [
      'an entry that is none',
      { entry: 'last' },
      'not-an-option',
      `"entry" must be one of 'firstEvent', 'firstEver', 'firstInWindow', 'recurring'; received "last"`,
    ],
    [
      'a match that is none',
      { match: 'rolling' },
      'not-an-option',
      `"match" must be one of 'on', 'onOrAfter', 'onOrBefore', 'streak'; received "rolling"`,
    ],
    ['a least number below 1', { minimumEvents: 0 }, 'below-limit', '"minimumEvents" must be at least 1; received 0'],
    [
      'a number that is no count',
      { minimumEvents: 1.5 },
      'not-a-count',
      '"minimumEvents" must be a whole number of at least 0; received 1.5',
    ],
    [
      'a misspelt choice',
      { start: { event: 'signup' } },
      'unknown-option',
      '"start" must be made of "name", "where"; received "event"',
    ],
    [
      'a name that no event has',
      { return: { name: 'ordr' } },
      'unknown-field',
      `"return.name" must be one of the log's event names ('visit', 'signup', 'order'); received "ordr"`,
    ],
    [
      'a name that is no text',
      { return: { name: 5 } },
      'not-a-text',
      '"return.name" must be the name of an event; received 5',
    ],
    [
      'a condition that is no function',
      { start: { where: 'x' } },
      'not-a-function',
      '"start.where" must be a function; received "x"',
    ],
    [
      'cohorts of an attribute of which a customer would be a member many times',
      { attribute: 'plan', entry: 'recurring' },
      'not-an-option',
      `"entry" must be other than 'recurring' in cohorts of an "attribute"; received "recurring"`,
    ],
  ])('%s', (_, rules, code, message) => {
    const error = refusalOf(() => table(rules as CohortRuleOptions));
    expect([error.code, error.message]).toEqual([code, `cohortTable: ${message}`]);
  });
});
