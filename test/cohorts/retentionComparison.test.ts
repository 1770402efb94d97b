import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retentionComparison } from '../../src/cohorts/retentionComparison.ts';
import { retentionCurve } from '../../src/cohorts/retentionCurve.ts';
import type { CohortDefinition, CohortTable } from '../../src/cohorts/types.ts';
import { proportionDifference } from '../../src/statistics/proportionDifference.ts';
import { proportionTest } from '../../src/statistics/proportionTest.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { BY_PLAN, MONTHLY, plainTable, type Row } from './plainTables.ts';

const NAN = { lower: Number.NaN, upper: Number.NaN };

describe('retentionComparison', () => {
  const one = plainTable({
    '2024-01': [
      [30, 20],
      [30, 15],
    ],
    '2024-02': [[40, 36]],
  });
  const other = plainTable({
    '2024-01': [
      [50, 25],
      [50, 20],
    ],
    '2024-03': [[80, 60]],
  });
  const comparison = retentionComparison(one, other);
  const [first, second] = comparison.columns;

  test('pools the cohorts of either table by column, as the retention curve does', () => {
    expect(comparison.columns.map(({ period, lastPeriod }) => [period, lastPeriod])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect([first!.one, first!.other]).toEqual([
      { cohorts: 2, members: 70, retained: 56, rate: 0.8 },
      { cohorts: 2, members: 130, retained: 85, rate: 85 / 130 },
    ]);
    expect([second!.one, second!.other]).toEqual([
      { cohorts: 1, members: 30, retained: 15, rate: 0.5 },
      { cohorts: 1, members: 50, retained: 20, rate: 0.4 },
    ]);
  });

  test('gives the difference one less other with the interval of Newcombe, as he published it', () => {
    // Newcombe (1998), table II, method 10: 56/70 - 48/80.
    const published = retentionComparison(plainTable({ '2024-01': [[70, 56]] }), plainTable({ '2024-01': [[80, 48]] }));
    const { difference, interval } = published.columns[0]!;
    expect([difference.toFixed(4), interval.lower.toFixed(4), interval.upper.toFixed(4)]).toEqual([
      ...['0.2000', '0.0524', '0.3339'],
    ]);
  });

  test('tests each column by itself, and both with the smaller p-value twice', () => {
    const alone = [
      proportionTest({ successes: 56, trials: 70 }, { successes: 85, trials: 130 }),
      proportionTest({ successes: 15, trials: 30 }, { successes: 20, trials: 50 }),
    ].map(({ pValue }) => pValue);
    // 0.031 and 0.383.
    expect(comparison.columns.map(({ pValue }) => pValue)).toEqual(alone.map((p) => expect.closeTo(p, 14)));
    expect(comparison.columns.map((column) => column.adjustedPValue)).toEqual([
      expect.closeTo(2 * alone[0]!, 14),
      expect.closeTo(alone[1]!, 14),
    ]);
  });

  test('takes the mix out over the cohorts that both have: January here, since February and March are of one side only', () => {
    const { lower, upper } = proportionDifference({ successes: 20, trials: 30 }, { successes: 25, trials: 50 });
    expect(first!.standardised).toEqual({
      ...{ cohorts: 1, members: 80, difference: expect.closeTo(20 / 30 - 25 / 50, 14) },
      interval: { lower: expect.closeTo(lower, 14), upper: expect.closeTo(upper, 14) },
    });
  });

  test('pools the columns by their means', () => {
    const mean = (of: (column: (typeof comparison.columns)[number]) => number) => (of(first!) + of(second!)) / 2;
    const { columns, difference, interval, standardError, statistic, pValue } = comparison.pooled;
    expect([columns, difference, standardError]).toEqual([
      ...[2, mean((own) => own.difference), mean((own) => own.standardError)],
    ]);
    expect(interval).toEqual({ lower: mean((own) => own.interval.lower), upper: mean((own) => own.interval.upper) });
    // Differences 0.14615… and 0.1; standard errors sqrt(0.705 x 0.295 x (1/70 + 1/130)), sqrt(0.4375 x 0.5625 x (1/30 + 1/50)).
    expect(statistic).toBeCloseTo((0.8 - 85 / 130 + 0.1) / (0.067608277 + 0.114564392), 6);
    // erfc(1.3512117… / sqrt 2), worked with another program.
    expect(pValue).toBeCloseTo(0.176627620957357, 7);
  });

  test('says what it rests on', () => {
    expect(retentionComparison(one, other, { level: 0.9 }).definition).toEqual({
      ...{ one: MONTHLY, other: MONTHLY, level: 0.9, pooling: 'pooledMature', method: 'newcombe', test: 'pooledZ' },
      ...{ adjustment: 'holm', standardisedBy: 'membersOfBoth', standardisedMethod: 'mover' },
    });
  });

  test('has intervals at its own level, and not that of the tables', () => {
    const narrow = retentionComparison(one, other, { level: 0.5 });
    const { lower, upper } = proportionDifference(
      ...([{ successes: 15, trials: 30 }, { successes: 20, trials: 50 }, { level: 0.5 }] as const),
    );
    expect(narrow.columns[1]!.interval).toEqual({ lower: expect.closeTo(lower, 14), upper: expect.closeTo(upper, 14) });
    expect(narrow.columns[1]!.pValue).toBe(second!.pValue);
  });

  test('looks at observed cells of somebody only, in columns that both tables have', () => {
    const cells: Row = [
      [10, 5],
      [10, 4],
      [10, 3, 'partial'],
    ];
    const long = plainTable({
      '2024-01': cells,
      '2024-02': [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    });
    const short = plainTable({
      '2024-01': [
        [10, 5],
        [10, 2, 'partial'],
        [10, 3],
        [10, 3],
      ],
    });
    const { columns } = retentionComparison(long, short);
    expect(columns.map(({ period, one: side }) => [period, side.cohorts])).toEqual([[1, 1]]);
  });

  test('compares two cohorts of one table, cut down to each', () => {
    const table = plainTable({
      '2024-01': [
        [30, 20],
        [30, 15],
      ],
      '2024-02': [[40, 36]],
    });
    const [january, february] = table.cohorts.map((cohort) => ({ ...table, cohorts: [cohort] }));
    const { columns, pooled } = retentionComparison(january!, february!);
    expect(columns.map((column) => [column.one.members, column.other.members])).toEqual([[30, 40]]);
    expect([pooled.columns, pooled.difference]).toEqual([1, columns[0]!.difference]);
    expect(columns[0]!.standardised).toEqual({ cohorts: 0, members: 0, difference: Number.NaN, interval: NAN });
  });

  test('knows cohorts of an attribute by value: 5 and "5" are two', () => {
    const text = plainTable({ S: [[10, 5]], 5: [[10, 5]] }, BY_PLAN);
    const cohorts = text.cohorts.map((cohort) => (cohort.value === '5' ? { ...cohort, value: 5 } : cohort));
    const { standardised, one: side } = retentionComparison(text, { ...text, cohorts }).columns[0]!;
    expect([standardised.cohorts, standardised.members, side.cohorts]).toEqual([1, 20, 2]);
  });

  test('adds up a cohort that is there twice, as where the rows of two tables were put together', () => {
    const twice = { ...one, cohorts: [...one.cohorts, ...one.cohorts] };
    const { standardised, one: side } = retentionComparison(twice, other).columns[0]!;
    expect([side.cohorts, side.members, standardised.cohorts, standardised.members]).toEqual([2, 140, 1, 110]);
  });

  test('no column in common: no columns, and all of them together is NaN', () => {
    const late = plainTable({ '2024-12': [[10, 5, 'partial']] });
    const nan = Number.NaN;
    expect(retentionComparison(one, late)).toMatchObject({
      columns: [],
      pooled: { columns: 0, difference: nan, interval: NAN, standardError: nan, statistic: nan, pValue: nan },
    });
  });

  test('a column in which all or none of both were retained has no p-value, and does not count among the columns', () => {
    const [a, b] = [
      plainTable({
        '2024-01': [
          [40, 30],
          [40, 0],
        ],
      }),
      plainTable({
        '2024-01': [
          [40, 20],
          [40, 0],
        ],
      }),
    ];
    const { columns, pooled } = retentionComparison(a, b);
    expect(columns.map((column) => [column.difference, column.standardError > 0, column.adjustedPValue])).toEqual([
      [0.25, true, columns[0]!.pValue],
      [0, false, Number.NaN],
    ]);
    // Half the difference over half the standard error.
    expect(pooled.pValue).toBeCloseTo(columns[0]!.pValue, 14);
  });
});

describe('a mix that misleads', () => {
  test('kidney stones: the better treatment by either size looks the worse of the two', () => {
    // Charig, Webb, Payne and Wickham (1986): successes of open surgery and of percutaneous nephrolithotomy, by size.
    const surgery = plainTable({ small: [[87, 81]], large: [[263, 192]] }, BY_PLAN);
    const other = plainTable({ small: [[270, 234]], large: [[80, 55]] }, BY_PLAN);
    const { difference, standardised } = retentionComparison(surgery, other).columns[0]!;
    expect(difference).toBeCloseTo(273 / 350 - 289 / 350, 14);
    // 357 of 700 stones were small: 0.51 (81/87 - 234/270) + 0.49 (192/263 - 55/80).
    expect(standardised.difference).toBeCloseTo(0.51 * (81 / 87 - 234 / 270) + 0.49 * (192 / 263 - 55 / 80), 14);
    expect([difference < 0, standardised.difference > 0, standardised.cohorts, standardised.members]).toEqual([
      ...[true, true, 2, 700],
    ]);
  });
});

const anyRow = (longest: number): fc.Arbitrary<Row> =>
  fc
    .nat(40)
    .chain((members) =>
      fc.array(
        fc.tuple(fc.constant(members), fc.nat(members), fc.constantFrom('observed' as const, 'partial' as const)),
        { minLength: 1, maxLength: longest },
      ),
    );
const anyTable = fc
  .dictionary(fc.constantFrom('2024-01', '2024-02', '2024-03', '2024-04'), anyRow(4))
  .map((rows) => plainTable(rows));

describe('retentionComparison of any tables', () => {
  test('has the sides of both retention curves', () => {
    fc.assert(
      fc.property(anyTable, anyTable, (one, other) => {
        const [ones, others] = [retentionCurve(one).points, retentionCurve(other).points];
        const { columns } = retentionComparison(one, other);
        const common = ones.filter(({ period }) => period > 0 && others.some((point) => point.period === period));
        expect(columns.map(({ period }) => period)).toEqual(common.map(({ period }) => period));
        for (const column of columns) {
          expect(ones.find(({ period }) => period === column.period)).toMatchObject(column.one);
          expect(others.find(({ period }) => period === column.period)).toMatchObject(column.other);
        }
      }),
      runs(200),
    );
  });

  test('is the same with the sign turned the other way round, and nothing differs from itself', () => {
    fc.assert(
      fc.property(anyTable, anyTable, (one, other) => {
        const [there, back] = [retentionComparison(one, other), retentionComparison(other, one)];
        const isTurned = (a: number, b: number) => Math.abs(a + b) < 1e-13 || (Number.isNaN(a) && Number.isNaN(b));
        there.columns.forEach((column, place) => {
          const turned = back.columns[place]!;
          expect([turned.one, turned.other]).toEqual([column.other, column.one]);
          expect(turned.pValue).toBe(column.pValue);
          expect(isTurned(column.interval.lower, turned.interval.upper)).toBe(true);
          expect(isTurned(column.standardised.difference, turned.standardised.difference)).toBe(true);
          expect(isTurned(column.standardised.interval.upper, turned.standardised.interval.lower)).toBe(true);
        });
        expect(isTurned(there.pooled.difference, back.pooled.difference)).toBe(true);
        for (const { difference, pValue } of retentionComparison(one, one).columns)
          expect(difference === 0 && (pValue === 1 || Number.isNaN(pValue))).toBe(true);
      }),
      runs(200),
    );
  });

  test('of one cohort in both, standardising changes nothing', () => {
    fc.assert(
      fc.property(anyRow(4), anyRow(4), (row, others) => {
        const { columns } = retentionComparison(plainTable({ '2024-01': row }), plainTable({ '2024-01': others }));
        for (const { difference, interval, standardised } of columns)
          expect([standardised.difference, standardised.interval]).toEqual([difference, interval]);
      }),
      runs(100),
    );
  });

  test('weighs each shared cohort by the members of both', () => {
    fc.assert(
      fc.property(anyTable, anyTable, (one, other) => {
        for (const { period, standardised } of retentionComparison(one, other).columns) {
          let [weight, weighted, cohorts] = [0, 0, 0];
          for (const mine of one.cohorts)
            for (const theirs of other.cohorts) {
              const [a, b] = [mine, theirs].map(({ cells }) => cells.find((cell) => cell.period === period));
              if (mine.label !== theirs.label || a?.state !== 'observed' || b?.state !== 'observed') continue;
              if (a.members * b.members === 0) continue;
              cohorts++;
              weight += a.members + b.members;
              weighted += (a.members + b.members) * (a.retained / a.members - b.retained / b.members);
            }
          expect([standardised.cohorts, standardised.members]).toEqual([cohorts, weight]);
          if (cohorts > 0) expect(standardised.difference).toBeCloseTo(weighted / weight, 13);
          else expect(standardised.difference).toBeNaN();
        }
      }),
      runs(200),
    );
  });

  test('reads tables that went through JSON, and frozen ones', () => {
    fc.assert(
      fc.property(anyTable, anyTable, (one, other) => {
        const expected = retentionComparison(one, other);
        const [json, others] = [one, other].map((table) => JSON.parse(JSON.stringify(table)) as CohortTable);
        const { columns, pooled } = retentionComparison(json!, others!);
        expect({ columns, pooled }).toEqual({ columns: expected.columns, pooled: expected.pooled });
        expect(retentionComparison(deepFrozen(json!), other).pooled).toEqual(pooled);
      }),
      runs(50),
    );
  });
});

describe('retentionComparison refuses', () => {
  const good = plainTable({ '2024-01': [[10, 5]] });
  const ask = (one: unknown, other: unknown, options?: unknown) => () =>
    retentionComparison(one as never, other as never, options as never);
  const by = (more: Partial<CohortDefinition>) => ({ ...good, definition: { ...MONTHLY, ...more } });

  test.each<[string, Partial<CohortDefinition>]>([
    ['period', { period: 'week' }],
    ['timeZone', { timeZone: 'Europe/Berlin' }],
    ['weekStartsOn', { weekStartsOn: 'sunday' }],
    ['every', { every: 2 }],
    ['anchor', { anchor: 0 }],
    [
      'fiscal',
      { fiscal: { pattern: '4-4-5', endsOn: 'friday', yearEnd: { month: 12, rule: 'last' }, namedBy: 'end' } },
    ],
    ['entry', { entry: 'firstEver' }],
    ['attribute', { attribute: { name: 'plan', value: 'first' } }],
    ['start', { start: { name: 'signup', filtered: false } }],
    ['return', { return: { name: 'order', filtered: false } }],
    ['match', { match: 'onOrAfter' }],
    ['minimumEvents', { minimumEvents: 2 }],
    ['clock', { clock: 'elapsed' }],
    ['columns', { columns: { ...MONTHLY.columns, period: 'day' } }],
    ['blockLength', { blockLength: 86_400_000 }],
    ['floorTo', { floorTo: 'hour' }],
    ['brackets', { brackets: [{ first: 1, last: 3 }] }],
  ])('tables of another "%s"', (field, more) => {
    const { code, path, metric } = refusalOf(ask(good, by(more)));
    expect([code, path, metric]).toEqual(['unlike-definitions', ['other', 'definition', field], 'retentionComparison']);
    expect(refusalOf(ask(by(more), good)).code).toBe('unlike-definitions');
    expect(() => ask(by(more), by(structuredClone(more)))()).not.toThrow();
  });

  test('nothing that tells only when, how sure or how far', () => {
    const more = { asOf: 0, level: 0.9, lastPeriod: 5, currency: 'EUR', from: 5 };
    expect(ask(good, by(more))).not.toThrow();
  });

  test('a message that says what both are', () => {
    expect(refusalOf(ask(good, by({ period: 'week' }))).message).toBe(
      'retentionComparison: "other.definition.period" must be as in "one.definition" ("month"); received "week"',
    );
  });

  test('brackets that the last column cut short on one side', () => {
    const cut = structuredClone(good) as CohortTable;
    Object.assign(cut.cohorts[0]!.cells[1]!, { lastPeriod: 4 });
    expect(refusalOf(ask(good, cut)).path).toEqual(['other', 'definition', 'lastPeriod']);
  });

  test('rates of another base, and suppressed cells, on either side', () => {
    const chained = by({ base: 'previousPeriod' });
    expect(refusalOf(ask(good, chained)).path).toEqual(['other.definition.base']);
    expect(refusalOf(ask(chained, chained)).path).toEqual(['one.definition.base']);
    const hidden = plainTable({ '2024-01': [[10, 5, 'suppressed']] });
    expect(refusalOf(ask(good, hidden)).path).toEqual(['other.cohorts[0].cells[1].state']);
    expect(refusalOf(ask(hidden, good)).code).toBe('not-an-option');
  });

  test('several recurring cohorts, in which customers count more than once; one of them is taken', () => {
    const recurring = { ...MONTHLY, entry: 'recurring' } as const;
    const [single, several] = [
      plainTable({ '2024-01': [[10, 5]], '2024-02': [[0, 0]] }, recurring),
      plainTable({ '2024-01': [[10, 5]], '2024-02': [[10, 5]] }, recurring),
    ];
    expect(ask(single, single)).not.toThrow();
    expect(refusalOf(ask(single, several)).path).toEqual(['other', 'definition', 'entry']);
  });

  test('cells that are none, by their place', () => {
    const wrong = JSON.parse(JSON.stringify(good));
    wrong.cohorts[0].cells[1].retained = 11;
    expect(refusalOf(ask(good, wrong)).path).toEqual(['other.cohorts[0].cells[1].retained']);
    expect(refusalOf(ask(wrong, good)).path).toEqual(['one.cohorts[0].cells[1].retained']);
  });

  test('what is no level and no option', () => {
    expect(refusalOf(ask(good, good, { level: 1 })).code).toBe('not-an-option');
    expect(refusalOf(ask(good, good, { method: 'holm' })).code).toBe('unknown-option');
  });

  test.each(HOSTILE_VALUES)('%s in place of either table', (_, value) => {
    expect(refusalOf(ask(value, good)).metric).toBe('retentionComparison');
    expect(refusalOf(ask(good, value)).metric).toBe('retentionComparison');
  });
});
