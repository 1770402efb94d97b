// What tests and intervals of comparisons are worth: how often they are wrong about groups that are known.
import { describe, expect, test } from 'vitest';
import { retentionComparison } from '../../src/cohorts/retentionComparison.ts';
import type { CohortTable } from '../../src/cohorts/types.ts';
import { seededRandom } from '../../src/numeric/seededRandom.ts';
import { runs } from '../laws/runs.ts';
import { plainTable, type Row } from './plainTables.ts';

const ROUNDS = runs(300).numRuns;
/** Three standard deviations of a share of 0.05 over the rounds. */
const NOISE = 3 * Math.sqrt((0.05 * 0.95) / ROUNDS);
const COLUMNS = 6;

/** Whether a member is in each column. */
type Habit = (uniform: () => number, chance: number) => boolean[];

const HABITS: readonly (readonly [name: string, habit: Habit])[] = [
  ['come on a whim', (uniform, chance) => Array.from({ length: COLUMNS }, () => uniform() < chance)],
  ['come always or never', (uniform, chance) => new Array<boolean>(COLUMNS).fill(uniform() < chance)],
  [
    'have a habit of their own',
    (uniform, chance) => {
      const own = uniform() < 0.5 ? chance / 2 : (3 * chance) / 2;
      return Array.from({ length: COLUMNS }, () => uniform() < own);
    },
  ],
];

/** A cohort's members in a group, and the chance that one of them is in a column. */
interface Group {
  readonly [label: string]: readonly [members: number, chance: number];
}

function drawn(group: Group, uniform: () => number, habit: Habit): CohortTable {
  const rows = Object.entries(group).map(([label, [members, chance]]): [string, Row] => {
    const retained = new Array<number>(COLUMNS).fill(0);
    for (let member = 0; member < members; member++)
      habit(uniform, chance).forEach((isIn, column) => {
        if (isIn) retained[column]!++;
      });
    return [label, retained.map((count) => [members, count] as const)];
  });
  return plainTable(Object.fromEntries(rows));
}

/** In which share of the rounds something holds. */
function share(holds: (uniform: () => number) => boolean, seed: number): number {
  const { uniform } = seededRandom(seed);
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) if (holds(uniform)) count++;
  return count / ROUNDS;
}

describe.each(HABITS)('where members %s and the groups are alike', (_, habit) => {
  const alike: Group = { '2024-01': [60, 0.4], '2024-02': [45, 0.4] };

  test('the test of all columns finds a difference at 0.05 in at most 5 of 100', () => {
    const found = share((uniform) => {
      const { pooled } = retentionComparison(drawn(alike, uniform, habit), drawn(alike, uniform, habit));
      return pooled.pValue <= 0.05;
    }, 1);
    expect(found).toBeLessThan(0.05 + NOISE);
  });

  test('and one column or another, after Holm, in at most 5 of 100; without it in more', () => {
    let unadjusted = 0;
    const found = share((uniform) => {
      const { columns } = retentionComparison(drawn(alike, uniform, habit), drawn(alike, uniform, habit));
      if (columns.some(({ pValue }) => pValue <= 0.05)) unadjusted++;
      return columns.some(({ adjustedPValue }) => adjustedPValue <= 0.05);
    }, 2);
    expect(found).toBeLessThan(0.05 + NOISE);
    if (habit !== HABITS[1]![1]) expect(unadjusted / ROUNDS).toBeGreaterThan(0.1);
  });

  test('the interval of the mean difference holds 0 in at least 95 of 100', () => {
    const held = share((uniform) => {
      const { pooled } = retentionComparison(drawn(alike, uniform, habit), drawn(alike, uniform, habit));
      return pooled.interval.lower <= 0 && 0 <= pooled.interval.upper;
    }, 3);
    // Newcombe's interval of a hundred members a side holds a little less often than it says.
    expect(held).toBeGreaterThan(0.945 - NOISE);
  });
});

test('where members come always or never the test of all columns is no more careful than it has to be', () => {
  const alike: Group = { '2024-01': [300, 0.4] };
  const always = HABITS[1]![1];
  const found = share((uniform) => {
    const { pooled } = retentionComparison(drawn(alike, uniform, always), drawn(alike, uniform, always));
    return pooled.pValue <= 0.05;
  }, 4);
  expect(Math.abs(found - 0.05)).toBeLessThan(NOISE);
});

describe('where the first group is a tenth better in every cohort, but mostly of the worst one', () => {
  const first: Group = { '2024-01': [20, 0.9], '2024-02': [40, 0.6], '2024-03': [140, 0.2] };
  const second: Group = { '2024-01': [150, 0.8], '2024-02': [50, 0.5], '2024-03': [25, 0.1] };
  const onAWhim = HABITS[0]![1];
  const differences = (uniform: () => number) =>
    retentionComparison(drawn(first, uniform, onAWhim), drawn(second, uniform, onAWhim)).columns[0]!;

  test('the plain difference says that it is worse, every time', () => {
    expect(share((uniform) => differences(uniform).interval.upper < 0, 5)).toBeGreaterThan(0.99);
  });

  test('the standardised interval holds the tenth in about 95 of 100', () => {
    const held = share((uniform) => {
      const { lower, upper } = differences(uniform).standardised.interval;
      return lower <= 0.1 && 0.1 <= upper;
    }, 6);
    expect(Math.abs(held - 0.95)).toBeLessThan(NOISE + 0.01);
  });

  test('and of cohorts of a handful, where all or none of one are often retained, no less', () => {
    const few = (group: Group): Group =>
      Object.fromEntries(Object.entries(group).map(([label, [members, chance]]) => [label, [members / 5, chance]]));
    const held = share((uniform) => {
      const [one, other] = [drawn(few(first), uniform, onAWhim), drawn(few(second), uniform, onAWhim)];
      const { lower, upper } = retentionComparison(one, other).columns[0]!.standardised.interval;
      return lower <= 0.1 && 0.1 <= upper;
    }, 7);
    expect(held).toBeGreaterThan(0.94 - NOISE);
  });
});
