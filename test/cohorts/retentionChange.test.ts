import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { retentionChange } from '../../src/cohorts/retentionChange.ts';
import type { SegmentRetention } from '../../src/cohorts/segmentRetention.ts';
import { HOSTILE_VALUES } from '../core/hostileValues.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';
import { type Fraction, nearestDouble } from '../rates/exact.ts';

const row = (segment: string | number, members: number, retained: number): SegmentRetention => ({
  segment,
  members,
  retained,
});
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 14));

const fraction = (numerator: bigint, denominator: bigint): Fraction => ({ numerator, denominator });
const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);
const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, fraction(-b.numerator, b.denominator));
const ZERO = fraction(0n, 1n);
const HALF = fraction(1n, 2n);

interface Exact {
  readonly change: Fraction;
  readonly within: Fraction;
  readonly mix: Fraction;
}

/**
 * The parts by their definition, without rounding: what the rate of all would have done, had only the rates changed or
 * only the shares, each halfway between both orders of changing them. No overall rate is taken off anywhere.
 */
function exactParts(before: readonly SegmentRetention[], after: readonly SegmentRetention[]): Exact {
  const names = new Set([...before, ...after].map(({ segment }) => segment));
  const find = (rows: readonly SegmentRetention[], name: string | number) =>
    rows.find(({ segment, members }) => segment === name && members > 0);
  const members = (rows: readonly SegmentRetention[]) => rows.reduce((sum, one) => sum + BigInt(one.members), 0n);
  // The rate of all with the shares of some rows and the rates of others.
  const mixed = (shares: readonly SegmentRetention[], rates: readonly SegmentRetention[]): Fraction =>
    [...names].reduce((sum, name) => {
      const own = find(shares, name);
      const rate = find(rates, name) ?? own;
      if (own === undefined || rate === undefined) return sum;
      const share = fraction(BigInt(own.members), members(shares));
      return plus(sum, times(share, fraction(BigInt(rate.retained), BigInt(rate.members))));
    }, ZERO);
  const [none, all] = [mixed(before, before), mixed(after, after)];
  const [onlyRates, onlyShares] = [mixed(before, after), mixed(after, before)];
  return {
    change: minus(all, none),
    within: times(HALF, plus(minus(onlyRates, none), minus(all, onlyShares))),
    mix: times(HALF, plus(minus(onlyShares, none), minus(all, onlyRates))),
  };
}

const anySide: fc.Arbitrary<SegmentRetention[]> = fc
  .uniqueArray(fc.constantFrom<(string | number)[]>('free', 'paid', '5', 5, 0), { minLength: 1 })
  .chain((names) =>
    fc.tuple(
      ...names.map((segment) =>
        fc
          .oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 6, arbitrary: fc.integer({ min: 1, max: 1000 }) })
          .chain((members) =>
            fc.record({
              segment: fc.constant(segment),
              members: fc.constant(members),
              retained: fc.integer({ min: 0, max: members }),
            }),
          ),
      ),
    ),
  );
const isSomebody = (rows: readonly SegmentRetention[]): boolean => rows.some(({ members }) => members > 0);

describe('retentionChange', () => {
  test('both segments better, and all of them worse: the mix, by hand', () => {
    // Before 20 % of 100 and 80 % of 300: 260 of 400. After 30 % of 300 and 90 % of 100: 180 of 400.
    // Within: (1/4 + 3/4)/2 x 0.1 of either. Mean rate of all 0.55.
    // Mix: free + 1/2 of (0.25 - 0.55), paid - 1/2 of (0.85 - 0.55).
    const before = [row('free', 100, 20), row('paid', 300, 240)];
    const after = [row('free', 300, 90), row('paid', 100, 90)];
    const change = retentionChange(before, after);
    expect([change.rateBefore, change.rateAfter]).toEqual([0.65, 0.45]);
    expect([change.change, change.within, change.mix]).toEqual(near([-0.2, 0.1, -0.3]));
    expect(change.segments).toEqual([
      {
        ...{ segment: 'free', within: expect.closeTo(0.05, 14), mix: expect.closeTo(-0.15, 14) },
        ...{ shareBefore: 0.25, shareAfter: 0.75, rateBefore: 0.2, rateAfter: 0.3 },
      },
      {
        ...{ segment: 'paid', within: expect.closeTo(0.05, 14), mix: expect.closeTo(-0.15, 14) },
        ...{ shareBefore: 0.75, shareAfter: 0.25, rateBefore: 0.8, rateAfter: 0.9 },
      },
    ]);
    expect(change.definition).toEqual({ method: 'symmetric', mixAgainst: 'meanRate' });
  });

  test('a segment as good as all of them may grow as it likes: its mix is 0', () => {
    // All are at 1/2, before and after.
    const { segments, mix } = retentionChange(
      [row('a', 20, 10), row('b', 40, 10), row('c', 40, 30)],
      [row('a', 80, 40), row('b', 10, 2.5), row('c', 10, 7.5)],
    );
    // b and c go from 2/5 to 1/10 each, a quarter below and above the rate of all.
    expect(segments.map((own) => own.mix)).toEqual(near([0, 0.075, -0.075]));
    expect(mix).toBeCloseTo(0, 15);
  });

  test('a segment that is there on one side only is all mix', () => {
    const { within, mix, change, segments } = retentionChange(
      [row('old', 50, 25)],
      [row('old', 50, 25), row(7, 50, 45)],
    );
    // From 1/2 to 7/10, with the rate of the old as it was.
    expect([within, mix, change]).toEqual(near([0, 0.2, 0.2]));
    expect(segments.map((own) => [own.segment, own.rateBefore, own.rateAfter, own.within])).toEqual([
      ['old', 0.5, 0.5, 0],
      [7, Number.NaN, 0.9, 0],
    ]);
    // new: + 1/2 x (0.9 - 0.6); old: - 1/2 x (0.5 - 0.6).
    expect(segments.map((own) => own.mix)).toEqual(near([0.05, 0.15]));
  });

  test('a segment without members is as one that is not there; on both sides it has no part', () => {
    const rows = [row('old', 50, 25)];
    const later = [row('old', 50, 20), row('new', 10, 9)];
    expect(retentionChange([...rows, row('new', 0, 0)], later)).toEqual(retentionChange(rows, later));
    const { segments } = retentionChange([...rows, row('idle', 0, 0)], later);
    expect(segments[1]).toEqual({
      ...{ segment: 'idle', within: 0, mix: 0, shareBefore: 0, shareAfter: 0 },
      ...{ rateBefore: Number.NaN, rateAfter: Number.NaN },
    });
  });

  test('nobody on a side: all but the rates of segments is NaN', () => {
    const some = [row('a', 10, 5)];
    const nan = Number.NaN;
    for (const nobody of [[], [row('a', 0, 0)]]) {
      const change = retentionChange(some, nobody);
      expect([change.rateBefore, change.rateAfter, change.change, change.within, change.mix]).toEqual([
        ...[0.5, nan, nan, nan, nan],
      ]);
      expect(change.segments).toEqual([
        ...[{ segment: 'a', within: nan, mix: nan, shareBefore: 1, shareAfter: nan, rateBefore: 0.5, rateAfter: nan }],
      ]);
      expect([retentionChange(nobody, some).within, retentionChange(nobody, some).mix]).toEqual([nan, nan]);
    }
    const nothing = retentionChange([], []);
    expect([nothing.within, nothing.mix, nothing.segments]).toEqual([nan, nan, []]);
  });

  test('segments are known by text and by number: 5 and "5" are two', () => {
    const { segments } = retentionChange([row('5', 1, 1), row(5, 1, 0)], [row(5, 1, 0)]);
    expect(segments.map(({ segment, shareAfter }) => [segment, shareAfter])).toEqual([
      ['5', 0],
      [5, 1],
    ]);
  });

  test('takes rows with more fields, and frozen ones', () => {
    const rows = deepFrozen([{ ...row('a', 10, 5), label: '2024-01', rate: 0.5 }]);
    expect(retentionChange(rows, rows)).toEqual(retentionChange([row('a', 10, 5)], [row('a', 10, 5)]));
  });

  test('takes totals in millions, and retained that is above members by rounding only', () => {
    const { rateAfter, within } = retentionChange([row('a', 1.2e6, 0)], [row('a', 0.3, 0.1 + 0.2)]);
    expect([rateAfter, within]).toEqual([1, 1]);
  });
});

describe('retentionChange of any segments', () => {
  test('has the exact parts of the definition, within rounding, and they add up to the change', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        fc.pre(isSomebody(before) && isSomebody(after));
        const exact = exactParts(before, after);
        expect(plus(exact.within, exact.mix).numerator * exact.change.denominator).toBe(
          exact.change.numerator * plus(exact.within, exact.mix).denominator,
        );
        const { change, within, mix, segments } = retentionChange(before, after);
        const off = (found: number, part: Fraction) => Math.abs(found - nearestDouble(part));
        expect(off(change, exact.change)).toBeLessThan(2e-15);
        expect(off(within, exact.within)).toBeLessThan(2e-15);
        expect(off(mix, exact.mix)).toBeLessThan(2e-15);
        expect(Math.abs(within + mix - change)).toBeLessThan(2e-15);
        const added = (part: 'within' | 'mix') => segments.reduce((sum, own) => sum + own[part], 0);
        expect(Math.abs(added('within') - within) + Math.abs(added('mix') - mix)).toBeLessThan(4e-15);
      }),
      runs(400),
    );
  });

  test('is the same, with the sign turned, the other way round', () => {
    fc.assert(
      fc.property(anySide, anySide, (before, after) => {
        fc.pre(isSomebody(before) && isSomebody(after));
        const [there, back] = [retentionChange(before, after), retentionChange(after, before)];
        expect(Math.abs(there.within + back.within)).toBeLessThan(2e-15);
        expect(Math.abs(there.mix + back.mix)).toBeLessThan(2e-15);
        for (const own of there.segments) {
          const other = back.segments.find(({ segment }) => segment === own.segment)!;
          expect([own.rateBefore, own.shareBefore]).toEqual([other.rateAfter, other.shareAfter]);
          expect(Math.abs(own.mix + other.mix) + Math.abs(own.within + other.within)).toBeLessThan(2e-15);
        }
      }),
      runs(200),
    );
  });

  test('of rates that did not change is all mix, and of shares that did not change is all within', () => {
    fc.assert(
      fc.property(anySide, fc.integer({ min: 2, max: 9 }), (before, factor) => {
        fc.pre(isSomebody(before));
        const grown = before.map((own, place) => {
          const by = place === 0 ? factor : 1;
          return { ...own, members: own.members * by, retained: own.retained * by };
        });
        expect(Math.abs(retentionChange(before, grown).within)).toBeLessThan(2e-15);
        const better = before.map((own) => ({ ...own, retained: own.members }));
        expect(Math.abs(retentionChange(before, better).mix)).toBeLessThan(2e-15);
      }),
      runs(200),
    );
  });
});

describe('retentionChange refuses', () => {
  const good = [row('a', 10, 5)];
  const ask = (before: unknown, after: unknown) => () => retentionChange(before as never, after as never);
  const caught = (before: unknown, after: unknown) => {
    const { code, path, metric } = refusalOf(ask(before, after));
    return [code, path, metric];
  };

  test('a segment that is there twice, by its place', () => {
    expect(caught(good, [row('b', 1, 1), row('a', 1, 1), row('b', 1, 1)])).toEqual([
      ...['duplicate-id', ['after', 2, 'segment'], 'retentionChange'],
    ]);
  });

  test('more retained than members', () => {
    expect(refusalOf(ask([row('a', 2, 3)], good)).message).toBe(
      'retentionChange: "before[0].retained" must be at most "members" (2); received 3',
    );
  });

  test('figures that are no quantities, and a segment that nothing can be known by', () => {
    expect(caught(good, [row('a', -1, 0)])).toEqual(['not-a-quantity', ['after[0].members'], 'retentionChange']);
    expect(caught([row('a', 1, Number.NaN)], good).slice(0, 2)).toEqual(['not-a-quantity', ['before[0].retained']]);
    for (const segment of ['', Number.NaN, null, undefined, true, {}])
      expect(caught([{ ...good[0], segment }], good).slice(0, 2)).toEqual(['not-an-id', ['before[0].segment']]);
  });

  test('members that add up to more than there are numbers for', () => {
    expect(caught([row('a', 1e308, 0), row('b', 1e308, 0)], good).slice(0, 2)).toEqual(['above-limit', ['before']]);
  });

  test.each(HOSTILE_VALUES)('%s in place of a side or of a row', (_, value) => {
    if (!Array.isArray(value)) {
      expect(caught(value, good)).toEqual(['not-rows', ['before'], 'retentionChange']);
      expect(caught(good, value)).toEqual(['not-rows', ['after'], 'retentionChange']);
    }
    expect(caught([value], good)[2]).toBe('retentionChange');
  });
});
