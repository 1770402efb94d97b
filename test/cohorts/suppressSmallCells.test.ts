import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortTable } from '../../src/cohorts/cohortTable.ts';
import { cohortTableRows } from '../../src/cohorts/cohortTableRows.ts';
import type { CohortTableOptions } from '../../src/cohorts/readCohortOptions.ts';
import { suppressSmallCells } from '../../src/cohorts/suppressSmallCells.ts';
import type { Cohort, CohortCell, CohortTable } from '../../src/cohorts/types.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyTableToHide, findings } from './attack.ts';
import { type EventRow, events } from './cohortOracle.ts';
import { BY_PLAN, MONTHLY, plainTable } from './plainTables.ts';

/** Retained of each cell, a point for what is hidden, after the size of the cohort. */
const shown = ({ cohorts }: CohortTable) =>
  cohorts.map(({ size, cells }) => [size, ...cells.map(({ retained }) => retained)].map(text).join(' '));
const text = (count: number): string => (Number.isNaN(count) ? '.' : String(count));
const hide = (table: CohortTable, minimumCustomers: number) => suppressSmallCells(table, { minimumCustomers });

describe('a cohort of few', () => {
  const table = plainTable({
    '2024-01': [[40, 20]],
    '2024-02': [[3, 3]],
    '2024-03': [[30, 20]],
    '2024-04': [[50, 25]],
  });

  test('is not shown at all, and the smallest of the others neither, or the sum of all would tell it', () => {
    expect(shown(hide(table, 5))).toEqual(['40 40 20', '. . .', '. . .', '50 50 25']);
  });

  test('keeps its name and periods; its figures are NaN and its cells suppressed', () => {
    const { cohorts } = hide(table, 5);
    const [cell] = cohorts[1]!.cells;
    expect(cohorts[1]).toMatchObject({ label: '2024-02', from: Date.UTC(2024, 1), returnedInPeriod0: Number.NaN });
    const nothing = { members: Number.NaN, retained: Number.NaN, base: Number.NaN, rate: Number.NaN };
    expect(cell).toEqual({
      ...{ period: 0, lastPeriod: 0, ...nothing, interval: { lower: Number.NaN, upper: Number.NaN } },
      ...{ amount: Number.NaN, amountPerMember: Number.NaN, amountPerRetained: Number.NaN, state: 'suppressed' },
    });
  });

  test('is shown from the least number on, and a cohort of nobody is no secret', () => {
    expect(shown(hide(plainTable({ '2024-01': [[5, 5]], '2024-02': [[0, 0]] }), 5))).toEqual(['5 5 5', '0 0 0']);
    expect(shown(hide(plainTable({ '2024-01': [[4, 4]], '2024-02': [[0, 0]] }), 5))).toEqual(['. . .', '0 0 0']);
  });

  test('among others whose sum is small still: hidden on until it is not', () => {
    const ones = plainTable({ '2024-01': [[1, 0]], '2024-02': [[1, 0]], '2024-03': [[9, 0]], '2024-04': [[8, 0]] });
    expect(shown(hide(ones, 3))).toEqual(['. . .', '. . .', '9 9 0', '. . .']);
    expect(shown(hide(ones, 2))).toEqual(['. . .', '. . .', '9 9 0', '8 8 0']);
  });
});

describe('a cell of few', () => {
  test('is hidden where few were retained or all but few, and the smallest other one with it; nobody is shown', () => {
    const table = plainTable({
      '2024-01': [
        [40, 2],
        [40, 38],
        [40, 0],
      ],
      '2024-02': [
        [20, 10],
        [20, 10],
      ],
      '2024-03': [[30, 15]],
    });
    expect(shown(hide(table, 5))).toEqual(['40 40 . . 0', '20 20 . .', '30 30 15']);
  });

  test('of equal ones the later cohort is hidden', () => {
    const table = plainTable({ '2024-01': [[40, 2]], '2024-02': [[20, 10]], '2024-03': [[20, 10]] });
    expect(shown(hide(table, 5))).toEqual(['40 40 .', '20 20 10', '20 20 .']);
  });

  test('with the next ones too where those retained in both are few', () => {
    const rows = { '2024-01': [[40, 1]], '2024-02': [[20, 0]], '2024-03': [[30, 8]], '2024-04': [[50, 9]] } as const;
    expect(shown(hide(plainTable(rows), 3))).toEqual(['40 40 .', '20 20 .', '30 30 .', '50 50 9']);
    expect(shown(hide(plainTable(rows), 1))).toEqual(['40 40 1', '20 20 0', '30 30 8', '50 50 9']);
  });

  test('that is under way is hidden alone: no total holds it', () => {
    const table = plainTable({ '2024-01': [[40, 20]], '2024-02': [[20, 2, 'partial']] });
    expect(shown(hide(table, 5))).toEqual(['40 40 20', '20 20 .']);
  });

  test('that few less members are about than the one before is hidden: the difference came later', () => {
    const table = plainTable(
      {
        ad: [
          [40, 20],
          [38, 20],
          [20, 10],
        ],
        search: [
          [60, 30],
          [50, 25],
        ],
      },
      BY_PLAN,
    );
    expect(shown(hide(table, 5))).toEqual(['40 40 20 . 10', '60 60 30 .']);
  });
});

describe('neighbours in a row', () => {
  const rows = {
    '2024-01': [
      [40, 30],
      [40, 28],
      [40, 20],
    ],
    '2024-02': [
      [50, 25],
      [50, 20],
    ],
  } as const;

  test('tell of each other where one holds the other: the later is hidden', () => {
    for (const match of ['onOrAfter', 'streak'] as const)
      expect(shown(hide(plainTable(rows, { ...MONTHLY, match }), 5))).toEqual(['40 40 30 . 20', '50 50 25 .']);
  });

  test('tell nothing where each period stands for itself', () => {
    expect(shown(hide(plainTable(rows), 5))).toEqual(['40 40 30 28 20', '50 50 25 20']);
  });

  test('that are equal give away the one between, which is then no cover', () => {
    const flat = {
      '2024-01': [
        [40, 30],
        [40, 28],
        [40, 20],
      ],
      '2024-02': [
        [45, 25],
        [45, 25],
        [45, 25],
      ],
    } as const;
    const more = {
      ...flat,
      '2024-03': [
        [50, 25],
        [50, 20],
        [50, 15],
      ],
    } as const;
    expect(shown(hide(plainTable(more, { ...MONTHLY, match: 'onOrAfter' }), 5))).toEqual([
      ...['40 40 30 . 20', '45 45 25 . 25', '50 50 25 . 15'],
    ]);
  });

  test('with base previousPeriod are told by the next base: nothing is shown after a hidden cell', () => {
    const chained = ({ cohorts }: CohortTable): Cohort[] =>
      cohorts.map((cohort) => ({
        ...cohort,
        cells: cohort.cells.map((cell, place) => ({ ...cell, base: cohort.cells[Math.max(0, place - 1)]!.retained })),
      }));
    const table = plainTable({
      '2024-01': [
        [40, 20],
        [40, 2],
        [40, 20],
        [40, 20],
      ],
      '2024-02': [
        [50, 25],
        [50, 20],
        [50, 20],
      ],
    });
    const definition = { ...MONTHLY, base: 'previousPeriod' } as const;
    expect(shown(hide({ cohorts: chained(table), definition }, 5))).toEqual(['40 40 20 . . .', '50 50 25 . .']);
  });
});

describe('what rows and columns tell together', () => {
  const { cells } = plainTable({ '2024-01': [[40, 34]] }).cohorts[0]!;
  const withCell = (cell: Partial<CohortCell>) => {
    const [first] = plainTable({ ad: [[40, 34]] }, BY_PLAN).cohorts;
    const last = { ...cells[1]!, period: 2, lastPeriod: 2, members: 30, retained: 10, base: 20, ...cell };
    return [{ ...first!, cells: [...cells, last] }];
  };

  test('a cell is held against the last one that is shown, not the hidden one between', () => {
    const rows = {
      '2024-01': [
        [40, 30],
        [40, 28],
        [40, 28],
        [40, 20],
      ],
    } as const;
    expect(shown(hide(plainTable(rows, { ...MONTHLY, match: 'streak' }), 5))).toEqual(['40 40 30 . . 20']);
  });

  test('with base previousPeriod a cell is hidden where its base is few, or all members but few, or but few were retained', () => {
    const by = (cell: Partial<CohortCell>, match: 'on' | 'streak' = 'on') =>
      shown(hide({ cohorts: withCell(cell), definition: { ...BY_PLAN, base: 'previousPeriod', match } }, 5))[0];
    expect(by({})).toBe('40 40 34 10');
    expect(by({ base: 4 })).toBe('40 40 34 .');
    expect(by({ base: 28 })).toBe('40 40 34 .');
    expect(by({ base: 12 })).toBe('40 40 34 10');
    expect(by({ base: 12 }, 'streak')).toBe('40 40 34 .');
  });

  test('who came back in period 0 is hidden with the smallest other cohort, or the total would tell', () => {
    const returned = [2, 10, 15];
    const table = plainTable({ '2024-01': [[20, 0]], '2024-02': [[30, 0]], '2024-03': [[40, 0]] });
    const cohorts = table.cohorts.map((cohort, place) => ({ ...cohort, returnedInPeriod0: returned[place]! }));
    const back = hide({ ...table, cohorts }, 5).cohorts.map(({ returnedInPeriod0 }) => returnedInPeriod0);
    expect(back).toEqual([Number.NaN, Number.NaN, 15]);
  });

  test('a size is hidden with a whole cohort, also where only the sizes of those whose period 0 is over are added up', () => {
    // The last cohort, under way, is the cover of the first among all sizes; among those that are over it is none.
    const table = plainTable({ '2024-01': [[3, 0]], '2024-02': [[30, 0]], '2024-03': [[50, 0]], '2024-04': [[6, 0]] });
    const cohorts = table.cohorts.map((cohort, place) => ({
      ...cohort,
      cells: place < 3 ? cohort.cells : [{ ...cohort.cells[0]!, state: 'partial' as const }],
    }));
    expect(shown(hide({ ...table, cohorts }, 5))).toEqual(['. . .', '. . .', '50 50 0', '. .']);
  });
});

describe('beside the counts', () => {
  const HOUR = 36e5;
  const at = (customer: string, hours: number, amount = 10, name = 'order') => ({
    customer,
    at: hours * HOUR,
    amount,
    name,
  });
  const tableOf = (rows: readonly object[], options: Partial<CohortTableOptions> = {}) =>
    cohortTable(events(rows.map((row) => ({ plan: 'S', ...row })) as EventRow[]), {
      ...{ period: 'day', asOf: 48 * HOUR, ...options },
    });
  const five = ['a', 'b', 'c', 'd', 'e'];

  test('who came back within the first period is hidden where they, or the others, are few', () => {
    const returned = (count: number) =>
      hide(tableOf([...five.map((who) => at(who, 0)), ...five.slice(0, count).map((who) => at(who, 1))]), 2)
        .cohorts[0]!;
    expect([0, 1, 2, 3, 4, 5].map((count) => returned(count).returnedInPeriod0)).toEqual([
      0,
      Number.NaN,
      2,
      3,
      Number.NaN,
      5,
    ]);
    expect(returned(1).size).toBe(5);
  });

  test('amounts of periods on or after, and on or before, may differ by those of one customer: they are hidden', () => {
    const rows = [...five.map((who) => at(who, 0)), ...five.map((who) => at(who, 30))];
    const amounts = (match: 'on' | 'onOrAfter' | 'onOrBefore' | 'streak', least = 2) =>
      hide(tableOf(rows, { match }), least).cohorts[0]!.cells.map(({ amount }) => amount);
    expect([amounts('on'), amounts('streak')]).toEqual([
      [50, 50],
      [50, 50],
    ]);
    expect([amounts('onOrAfter'), amounts('onOrBefore')]).toEqual([
      [Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN],
    ]);
    expect(amounts('onOrAfter', 1)).toEqual([100, 50]);
  });

  test("amounts of period 0 are hidden with who came back in it, where they are not everyone's", () => {
    const rows = [...five.map((who) => at(who, 0, 7)), at('a', 1, 99)];
    const amount = (options: Partial<CohortTableOptions>) =>
      hide(tableOf(rows, options), 2).cohorts[0]!.cells[0]!.amount;
    expect(amount({})).toBe(35 + 99);
    expect(amount({ return: { where: (event) => event.amount === 99 } })).toBeNaN();
  });

  test("the first instant of an attribute's cohort is one customer's own: it is hidden", () => {
    const rows = five.map((who) => at(who, 1));
    const from = (least: number) => hide(tableOf(rows, { attribute: 'plan' }), least).cohorts[0]!.from;
    expect([from(1), from(2)]).toEqual([HOUR, Number.NaN]);
  });
});

describe('the table', () => {
  const table = plainTable({ '2024-01': [[40, 2]], '2024-02': [[20, 10]], '2024-03': [[30, 15]] });

  test('says in its definition how few customers it still shows', () => {
    expect(hide(table, 5).definition).toStrictEqual({ ...table.definition, minimumCustomers: 5 });
  });

  test('is left as it was, and read from JSON', () => {
    const before = structuredClone(table);
    const hidden = hide(table, 5);
    expect(table).toStrictEqual(before);
    expect(hide(JSON.parse(JSON.stringify(table)), 5)).toEqual(hidden);
  });

  test('goes through JSON hidden as it is, and comes out as flat rows', () => {
    const hidden = hide(table, 5);
    const rows = cohortTableRows(JSON.parse(JSON.stringify(hidden)));
    expect(rows).toEqual(cohortTableRows(hidden));
    expect(rows.map(({ state, retained }) => (state === 'suppressed' ? state : retained))).toEqual([
      ...[40, 'suppressed', 20, 'suppressed', 30, 15],
    ]);
  });

  test('made with 5 is taken for 5 and for less as it is, and refused for more', () => {
    const hidden = hide(table, 5);
    for (const least of [1, 3, 5]) expect(hide(hidden, least)).toEqual(hidden);
    const error = refusalOf(() => hide(hidden, 6));
    expect([error.code, error.path]).toEqual(['not-an-option', ['table.cohorts[0].cells[1].state']]);
  });
});

describe('laws, for tables of any rules', () => {
  test('nobody finds few customers: not in a shown figure, nor by comparing two, nor by taking them from a total', () => {
    let hidden = 0;
    fc.assert(
      fc.property(anyTableToHide, fc.integer({ min: 2, max: 5 }), (table, least) => {
        const safe = hide(table, least);
        expect(findings(table, safe, least)).toEqual([]);
        const states = safe.cohorts.flatMap(({ cells }) => cells.map(({ state }) => state));
        if (states.includes('suppressed') && states.some((state) => state !== 'suppressed')) hidden++;
      }),
      runs(400),
    );
    // The law must not hold because all was hidden, or nothing.
    expect(hidden).toBeGreaterThan(100);
  });

  test('the attack finds something in most tables that are as they were', () => {
    let found = 0;
    fc.assert(
      fc.property(anyTableToHide, (table) => {
        if (findings(table, table, 4).length > 0) found++;
      }),
      { numRuns: 200 },
    );
    expect(found).toBeGreaterThan(120);
  });

  test('what is shown is what it was, 1 hides nothing, and once is enough', () => {
    fc.assert(
      fc.property(anyTableToHide, fc.integer({ min: 1, max: 6 }), (table, least) => {
        expect(hide(table, 1)).toEqual({ ...table, definition: { ...table.definition, minimumCustomers: 1 } });
        const safe = hide(table, least);
        expect(hide(safe, least)).toEqual(safe);
        const counts = ({ period, lastPeriod, members, retained, base, rate, interval }: CohortCell) => ({
          ...{ period, lastPeriod, members, retained, base, rate, interval },
        });
        for (const [place, { size, cells }] of safe.cohorts.entries()) {
          const { size: before, cells: cellsBefore } = table.cohorts[place]!;
          if (!Number.isNaN(size)) expect(size).toBe(before);
          for (const [at, cell] of cells.entries()) {
            expect([cell.period, cell.lastPeriod]).toEqual([cellsBefore[at]!.period, cellsBefore[at]!.lastPeriod]);
            if (cell.state !== 'suppressed') expect(counts(cell)).toEqual(counts(cellsBefore[at]!));
          }
        }
      }),
      runs(200),
    );
  });
});

describe('suppressSmallCells refuses', () => {
  const table = plainTable({ '2024-01': [[40, 2]] });

  test('a least number that is none', () => {
    const wrong = (minimumCustomers: unknown) => refusalOf(() => hide(table, minimumCustomers as number)).message;
    expect(wrong(0)).toBe('suppressSmallCells: "minimumCustomers" must be at least 1; received 0');
    expect(wrong(2.5)).toBe(
      'suppressSmallCells: "minimumCustomers" must be a whole number of at least 0; received 2.5',
    );
    expect(wrong(undefined)).toContain('received undefined');
  });

  test('no options, and one that is not known', () => {
    expect(refusalOf(() => suppressSmallCells(table, undefined as never)).code).toBe('not-a-record');
    const error = refusalOf(() => suppressSmallCells(table, { minimumCustomers: 5, level: 1 } as never));
    expect(error.code).toBe('unknown-option');
  });

  test('a number in the definition that is none', () => {
    const wrong = { ...table, definition: { ...table.definition, minimumCustomers: 0 } };
    const error = refusalOf(() => hide(wrong, 5));
    expect([error.code, error.path]).toEqual(['not-a-count', ['table.definition.minimumCustomers']]);
  });
});
