import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tallyContracts } from '../../src/models/contractTally.ts';
import type { SurvivorCounts } from '../../src/models/contractTypes.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';

const cohort = fc
  .record({ losses: fc.array(fc.nat(9), { maxLength: 6 }), left: fc.nat(9), renewalsBefore: fc.nat(5) })
  .map(({ losses, left, renewalsBefore }): SurvivorCounts => {
    const survivors = [left];
    for (const loss of losses) survivors.unshift(survivors[0]! + loss);
    return renewalsBefore === 0 ? { survivors } : { survivors, renewalsBefore };
  });
const cohorts = fc.array(cohort, { minLength: 1, maxLength: 5 }).map((list) => [...list, { survivors: [2, 1] }]);

/** Customer by customer: each is followed from the renewal they were first seen at. */
function slowTally(list: readonly SurvivorCounts[]) {
  const renewed: number[] = [];
  const lost: number[] = [];
  const histories = new Set<string>();
  let customers = 0;
  for (const { survivors, renewalsBefore = 0 } of list) {
    const counts = Array.from(survivors);
    for (let customer = 0; counts.length > 1 && customer < counts[0]!; customer++) {
      customers++;
      const last = counts.filter((count) => count > customer).length - 1;
      for (let t = 1; t <= last; t++) renewed[renewalsBefore + t - 1] = (renewed[renewalsBefore + t - 1] ?? 0) + 1;
      const isLost = last < counts.length - 1;
      if (isLost) lost[renewalsBefore + last] = (lost[renewalsBefore + last] ?? 0) + 1;
      histories.add(JSON.stringify([renewalsBefore, last, isLost]));
    }
  }
  const longest = Math.max(...list.map((one) => (one.renewalsBefore ?? 0) + one.survivors.length - 1));
  const filled = (counts: number[]) => Array.from({ length: longest }, (_, t) => counts[t] ?? 0);
  return { renewed: filled(renewed), lost: filled(lost), customers, distinct: histories.size, longest };
}

describe('contract histories', () => {
  test('are counted by renewal: who came to it and renewed, and who did not', () => {
    const tally = tallyContracts('fit', {
      cohorts: [{ survivors: [10, 7, 5] }, { survivors: [4, 4] }, { survivors: [6, 3], renewalsBefore: 2 }],
    });
    expect([...tally.renewed]).toEqual([11, 5, 3]);
    expect([...tally.lost]).toEqual([3, 2, 3]);
    expect(tally).toMatchObject({ customers: 20, definition: { period: 'renewal', cohorts: 3, longestTenure: 3 } });
    // Lost at 1 and 2, under way at 2; under way at 1; first seen at 2: lost at 3, under way at 3.
    expect(tally.distinct).toBe(6);
  });

  test('are counted as customer by customer', () => {
    fc.assert(
      fc.property(cohorts, (list) => {
        const { renewed, lost, customers, distinct, definition } = tallyContracts('fit', { cohorts: list });
        expect({
          ...{ renewed: [...renewed], lost: [...lost], customers, distinct },
          longest: definition.longestTenure,
        }).toEqual(slowTally(list));
      }),
      runs(200),
    );
  });

  test('give the same counts in any order of the cohorts, and from typed arrays and frozen lists', () => {
    fc.assert(
      fc.property(cohorts, (list) => {
        const given = tallyContracts('fit', { cohorts: list });
        expect(tallyContracts('fit', deepFrozen({ cohorts: [...list].reverse() }))).toEqual(given);
        const typed = list.map((one) => ({ ...one, survivors: Int32Array.from(one.survivors) }));
        expect(tallyContracts('fit', { cohorts: typed })).toEqual(given);
      }),
      runs(100),
    );
  });

  test('say what a period is, where that is known', () => {
    const data = { cohorts: [{ survivors: [2, 1] }], definition: { period: 'month' } };
    expect(tallyContracts('fit', data).definition.period).toBe('month');
  });

  test('of those who came to no renewal yet count for nothing', () => {
    const tally = tallyContracts('fit', {
      cohorts: [{ survivors: [2, 1] }, { survivors: [900] }, { survivors: [0, 0, 0] }],
    });
    expect(tally).toMatchObject({ customers: 2, distinct: 2, definition: { cohorts: 3, longestTenure: 2 } });
  });
});

describe('what is no contract history is refused', () => {
  const good = { survivors: [5, 3] };
  test.each([
    ['not-a-record', ['data'], null],
    ['not-rows', ['cohorts'], {}],
    ['not-rows', ['cohorts'], { cohorts: good }],
    ['below-limit', ['cohorts'], { cohorts: [] }],
    ['below-limit', ['cohorts'], { cohorts: [{ survivors: [5] }, { survivors: [0, 0] }] }],
    ['not-a-record', ['cohorts', 1], { cohorts: [good, 5] }],
    // biome-ignore lint/suspicious/noSparseArray: a hole is one of the things that come
    ['not-a-record', ['cohorts', 1], { cohorts: [good, , good] }],
    ['not-rows', ['cohorts', 1, 'survivors'], { cohorts: [good, {}] }],
    ['not-rows', ['cohorts', 0, 'survivors'], { cohorts: [{ survivors: [] }] }],
    ['not-rows', ['cohorts', 0, 'survivors'], { cohorts: [{ survivors: '53' }] }],
    ['not-a-count', ['cohorts', 0, 'survivors', 1], { cohorts: [{ survivors: [5, 2.5] }] }],
    ['not-a-count', ['cohorts', 0, 'survivors', 1], { cohorts: [{ survivors: [5, -1] }] }],
    ['not-a-count', ['cohorts', 0, 'survivors', 0], { cohorts: [{ survivors: [Number.NaN, 2] }] }],
    ['not-a-count', ['cohorts', 0, 'survivors', 1], { cohorts: [{ survivors: [5, '3'] }] }],
    ['above-limit', ['cohorts', 0, 'survivors', 2], { cohorts: [{ survivors: [5, 3, 4] }] }],
    ['not-a-count', ['cohorts', 0, 'renewalsBefore'], { cohorts: [{ ...good, renewalsBefore: 0.5 }] }],
    ['not-a-count', ['cohorts', 0, 'renewalsBefore'], { cohorts: [{ ...good, renewalsBefore: null }] }],
    ['above-limit', ['cohorts', 0], { cohorts: [{ ...good, renewalsBefore: 100_000 }] }],
    ['not-a-record', ['definition'], { cohorts: [good], definition: 'month' }],
    ['not-a-text', ['definition', 'period'], { cohorts: [good], definition: { period: '' } }],
  ])('with %s at %j', (code, path, data) => {
    const error = refusalOf(() => tallyContracts('fit', data as never));
    expect(error).toMatchObject({ code, path, metric: 'fit' });
  });

  test('in words that name the place, the rule and what came', () => {
    const { message } = refusalOf(() => tallyContracts('fit', { cohorts: [{ survivors: [5, 3, 4] }] }));
    expect(message).toBe('fit: "cohorts[0].survivors[2]" must be at most those of the renewal before (3); received 4');
  });
});
