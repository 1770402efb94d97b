import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { mergeCohortTables } from '../../src/cohorts/mergeCohortTables.ts';
import { suppressSmallCells } from '../../src/cohorts/suppressSmallCells.ts';
import type { Cohort, CohortTable } from '../../src/cohorts/types.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { anyAsked, isTold } from './anyTables.ts';
import { type EventRow, events } from './cohortOracle.ts';

const DAY = 86_400_000;

/** A log by days from day 0: each customer's name with the days on which they were active, 10 cents each. */
function active(...customers: readonly (readonly [name: string, ...days: number[]])[]) {
  const rows = customers.flatMap(([customer, ...days]) =>
    days.map((day): EventRow => ({ customer, at: day * DAY, amount: 10, plan: customer.slice(0, 1) })),
  );
  return events(rows);
}

const daily = (days: number) => ({ period: 'day', asOf: days * DAY }) as const;
const told = ({ cohorts }: CohortTable) =>
  cohorts.map(({ label, cells }) => [label, ...cells.map(({ retained, base }) => `${retained}/${base}`)]);

/** Cohorts by what tells them apart, since tables do not tell in which order the whole log had an attribute's values. */
function inOrder({ cohorts }: CohortTable): Cohort[] {
  const key = ({ value, from }: Cohort) => `${value === undefined ? String(from).padStart(20) : typeof value + value}`;
  return [...cohorts].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

describe('mergeCohortTables', () => {
  test('puts cohorts together by when they begin, and has those that only one table has', () => {
    const one = cohortTable(active(['ada', 0, 1, 2], ['bob', 2]), daily(3));
    const other = cohortTable(active(['cyd', 1], ['dan', 2]), daily(3));
    expect(told(one)).toEqual([
      ['1970-01-01', '1/1', '1/1', '1/1'],
      ['1970-01-02', '0/0', '0/0'],
      ['1970-01-03', '1/1'],
    ]);
    expect(told(mergeCohortTables(one, other))).toEqual([
      ['1970-01-01', '1/1', '1/1', '1/1'],
      ['1970-01-02', '1/1', '0/1'],
      ['1970-01-03', '2/2'],
    ]);
  });

  test('does so whichever comes first', () => {
    const one = cohortTable(active(['ada', 0, 1, 2], ['bob', 2]), daily(3));
    const other = cohortTable(active(['cyd', 1], ['dan', 2]), daily(3));
    expect(mergeCohortTables(other, one)).toEqual(mergeCohortTables(one, other));
  });

  test('adds amounts, and makes rates and amounts a member anew', () => {
    const one = cohortTable(active(['ada', 0, 1], ['bob', 0]), daily(2));
    const other = cohortTable(active(['cyd', 0]), daily(2));
    // One of three came back, with 10 cents.
    const [, cell] = mergeCohortTables(one, other).cohorts[0]!.cells;
    expect(cell).toMatchObject({ members: 3, retained: 1, rate: 1 / 3, amount: 10, amountPerMember: 10 / 3 });
    expect(cell!.amountPerRetained).toBe(10);
  });

  test('of a cell that has ended for some, those for whom it is under way are left out', () => {
    // By the elapsed clock Ada and Bob, who came at noon, have been there for a day and a half; Cyd came six hours ago.
    const at = (customer: string, hours: number): EventRow => ({ customer, at: hours * 36e5, amount: 0, plan: null });
    const options = { period: 'week', clock: 'elapsed', columns: { period: 'day' }, asOf: 48 * 36e5 } as const;
    const one = cohortTable(events([at('ada', 12), at('bob', 12), at('bob', 37)]), options);
    const other = cohortTable(events([at('cyd', 42), at('cyd', 43)]), options);
    const cells = (table: CohortTable) =>
      table.cohorts.map((cohort) => cohort.cells.map(({ members, state }) => `${members} ${state}`));
    expect(cells(other)).toEqual([['1 partial']]);
    expect(cells(mergeCohortTables(one, other))).toEqual([['2 observed', '2 partial']]);
    expect(mergeCohortTables(one, other).cohorts[0]!.size).toBe(3);
  });

  test('with base previousPeriod adds the bases, and has an interval only where the retained are always among them', () => {
    const merged = (match: 'on' | 'streak') => {
      const options = { ...daily(3), base: 'previousPeriod', match } as const;
      const one = cohortTable(active(['ada', 0, 1, 2], ['bob', 0, 1]), options);
      return mergeCohortTables(one, cohortTable(active(['cyd', 0, 1], ['dan', 0]), options)).cohorts[0]!.cells[2]!;
    };
    // Of four three were there on day 1, and Ada of them on day 2.
    expect(merged('on')).toMatchObject({ members: 4, base: 3, retained: 1, rate: 1 / 3 });
    expect(merged('on').interval).toEqual({ lower: Number.NaN, upper: Number.NaN });
    expect(merged('streak').interval.lower).toBeGreaterThan(0);
  });

  test('has cells in order of their periods, where the members of one table had none of a day that the zone skipped', () => {
    const one = cohortTable(active(['ada', 0, 2]), daily(3));
    const [first] = one.cohorts as [Cohort];
    const skipped = { ...first, cells: first.cells.filter(({ period }) => period !== 1) };
    const other = cohortTable(active(['bob', 0, 1]), daily(3));
    const [merged] = mergeCohortTables({ ...one, cohorts: [skipped] }, other).cohorts;
    expect(merged!.cells.map(({ period, retained, base }) => [period, retained, base])).toEqual([
      [0, 2, 2],
      [1, 1, 1],
      [2, 1, 2],
    ]);
  });

  test("keeps an attribute's values apart by their type, and has those of the first table first", () => {
    const table = (...plans: readonly EventRow['plan'][]) => {
      const rows = plans.map((plan, place): EventRow => ({ customer: `${plan}${place}`, at: place, amount: 0, plan }));
      return cohortTable(events(rows), { ...daily(1), attribute: 'plan' });
    };
    const merged = mergeCohortTables(table('5', null, 'S'), table(5, 'S', 'null'));
    expect(merged.cohorts.map(({ value, size, from }) => [value, size, from])).toEqual([
      ['5', 1, 0],
      [null, 1, 1],
      ['S', 2, 1],
      [5, 1, 0],
      ['null', 1, 2],
    ]);
  });

  test('takes the table of nobody', () => {
    const table = cohortTable(active(['ada', 0, 1], ['bob', 0]), daily(2));
    expect(mergeCohortTables(cohortTable(events([]), daily(2)), table)).toEqual(table);
    expect(mergeCohortTables(table, cohortTable(events([]), daily(2)))).toEqual(table);
  });

  test('of amounts that one log has not, the sum is not known where both have members', () => {
    const table = cohortTable(active(['ada', 0]), daily(2));
    const bare = { ...active(['bob', 0]), amount: undefined };
    expect(mergeCohortTables(table, cohortTable(bare, daily(2))).cohorts[0]!.cells[0]).toMatchObject({
      ...{ members: 2, amount: Number.NaN, amountPerMember: Number.NaN },
    });
  });

  test('reads tables that went through JSON, frozen ones, and shares nothing with what was passed in', () => {
    const one = cohortTable(active(['ada', 0, 1], ['bob', 2]), daily(3));
    const other = cohortTable(active(['cyd', 1]), daily(3));
    const merged = mergeCohortTables(deepFrozen(one), deepFrozen(other));
    expect(mergeCohortTables(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other)))).toEqual(merged);
    expect(Object.isFrozen(merged.cohorts[0]!.cells[0])).toBe(false);
  });
});

describe('laws', () => {
  test('the tables of two and of three parts of the customers give the table of the whole log, for any options', () => {
    let tables = 0;
    fc.assert(
      fc.property(anyAsked, fc.infiniteStream(fc.nat(2)), fc.constantFrom(2, 3), ({ rows, options }, draws, parts) => {
        const partOf = new Map(
          [...new Set(rows.map(({ customer }) => customer))].map((who) => [who, draws.next().value!]),
        );
        const logs = Array.from({ length: parts }, (_, part) =>
          rows.filter(({ customer }) => partOf.get(customer)! % parts === part),
        );
        fc.pre(isTold(rows, options) && logs.every((log) => isTold(log, options)));
        const whole = cohortTable(events(rows), options);
        // The currency of a log without rows, and with none named, is undefined as well.
        const [first, ...others] = logs.map((log) => cohortTable(events(log), options));
        const merged = others.reduce(mergeCohortTables, first!);
        expect(inOrder(merged)).toEqual(inOrder(whole));
        expect(merged.definition).toStrictEqual(whole.definition);
        if (merged.cohorts.length > 1) tables++;
      }),
      runs(120),
    );
    expect(tables).toBeGreaterThan(40);
  });
});

describe('mergeCohortTables refuses', () => {
  const log = active(['ada', 0, 1], ['bob', 1]);
  const one = cohortTable(log, { ...daily(3), level: 0.9 });

  test.each([
    ['asOf', { asOf: 4 * DAY }],
    ['level', { level: 0.95 }],
    ['timeZone', { timeZone: 'Europe/Berlin' }],
    ['weekStartsOn', { weekStartsOn: 'sunday' }],
    ['period', { period: 'week' }],
    ['match', { match: 'streak' }],
    ['entry', { entry: 'recurring' }],
    ['minimumEvents', { minimumEvents: 2 }],
    ['base', { base: 'previousPeriod' }],
    ['columns', { columns: { period: 'week' } }],
    ['lastPeriod', { lastPeriod: 1 }],
    ['brackets', { brackets: [1] }],
    ['start', { start: { where: () => true } }],
  ] as const)('a table whose "%s" is another one', (field, options) => {
    const other = cohortTable(log, { ...daily(3), level: 0.9, ...options });
    const error = refusalOf(() => mergeCohortTables(one, other));
    expect([error.code, error.metric]).toEqual(['unlike-definitions', 'mergeCohortTables']);
    expect(error.path).toEqual(['other', 'definition', field]);
  });

  test('a table of another currency, and of none, by what each has', () => {
    const inEuro = { ...one, definition: { ...one.definition, currency: 'EUR' } };
    expect(refusalOf(() => mergeCohortTables(inEuro, one)).message).toBe(
      'mergeCohortTables: "other.definition.currency" must be as in "one.definition" ("EUR"); received undefined',
    );
  });

  test('suppressed cells: their members are not there to be added', () => {
    const hidden = suppressSmallCells(one, { minimumCustomers: 2 });
    const definition = { ...hidden.definition };
    const error = refusalOf(() => mergeCohortTables({ ...hidden, definition }, { ...hidden, definition }));
    expect([error.code, error.path]).toEqual(['not-an-option', ['one.cohorts[0].cells[0].state']]);
  });

  test('a cohort that is there twice, a cell that is there twice, and more that came back than there were', () => {
    const [first, ...rest] = one.cohorts as [Cohort, ...Cohort[]];
    const wrong = (cohort: object) => ({ ...one, cohorts: [{ ...first, ...cohort }, ...rest] });
    const refusal = (cohorts: CohortTable) => {
      const { code, path } = refusalOf(() => mergeCohortTables(one, cohorts));
      return [code, path];
    };
    expect(refusal({ ...one, cohorts: [first, first] })).toEqual(['duplicate-id', ['other', 'cohorts', 1]]);
    expect(refusal(wrong({ cells: [first.cells[0], first.cells[0]] }))).toEqual([
      ...['below-limit', ['other.cohorts[0].cells[1].period']],
    ]);
    expect(refusal(wrong({ returnedInPeriod0: 2 }))).toEqual(['above-limit', ['other.cohorts[0].returnedInPeriod0']]);
    expect(refusal(wrong({ size: 0.5 }))).toEqual(['not-a-count', ['other.cohorts[0].size']]);
    expect(refusal(wrong({ from: 'x' }))).toEqual(['not-an-instant', ['other.cohorts[0].from']]);
    expect(refusal(wrong({ label: 5 }))).toEqual(['not-a-text', ['other.cohorts[0].label']]);
    expect(refusal(wrong({ value: {} }))).toEqual(['not-an-attribute', ['other.cohorts[0].value']]);
  });
});
