import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rfmScores } from '../../src/segments/rfmScores.ts';
import { rfmSegments } from '../../src/segments/rfmSegments.ts';
import { type CustomerSegments, segmentMigration } from '../../src/segments/segmentMigration.ts';
import { segmentStability } from '../../src/segments/segmentStability.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import { anyOrders, DAY, orderLog } from './rfmOracle.ts';

/** Segments written as who is where. */
function segmentsOf(places: readonly (readonly [customer: string | number, segment: string])[], names?: string[]) {
  const own = names ?? [...new Set(places.map(([, segment]) => segment))];
  return {
    customers: places.map(([customer]) => customer),
    codes: Int32Array.from(places, ([, segment]) => own.indexOf(segment)),
    names: own,
  };
}

const BEFORE = segmentsOf([
  ['ada', 'loyal'],
  ['bob', 'loyal'],
  ['cyd', 'new'],
  ['dan', 'new'],
]);
const AFTER = segmentsOf([
  ['eve', 'new'],
  ['bob', 'asleep'],
  ['ada', 'loyal'],
  ['cyd', 'loyal'],
]);

describe('segmentMigration', () => {
  test('counts who went from where to where, who arrived and who is gone', () => {
    expect(segmentMigration(BEFORE, AFTER)).toEqual({
      names: ['loyal', 'new', 'asleep'],
      // From loyal: ada stayed, bob fell asleep. From new: cyd became loyal.
      counts: [
        [1, 0, 1],
        [1, 0, 0],
        [0, 0, 0],
      ],
      arrived: [0, 1, 0],
      gone: [0, 1, 0],
      commonCustomers: 3,
      stableCustomers: 1,
      definition: { before: undefined, after: undefined },
    });
  });

  test('matches segments by name, not by place', () => {
    const turned = segmentsOf([['ada', 'loyal']], ['asleep', 'loyal']);
    const { names, stableCustomers } = segmentMigration(segmentsOf([['ada', 'loyal']]), turned);
    expect([names, stableCustomers]).toEqual([['loyal', 'asleep'], 1]);
  });

  test('takes 1 and "1" for two customers', () => {
    const { arrived, gone, commonCustomers } = segmentMigration(segmentsOf([[1, 'a']]), segmentsOf([['1', 'a']]));
    expect([arrived, gone, commonCustomers]).toEqual([[1], [1], 0]);
  });

  test('keeps names apart that a plain object would not hold', () => {
    const odd = segmentsOf([
      ['__proto__', 'constructor'],
      ['x', '__proto__'],
    ]);
    expect(segmentMigration(odd, odd)).toMatchObject({ names: ['constructor', '__proto__'], stableCustomers: 2 });
  });

  test('says the dates that the segments say', () => {
    const dated = (asOf: number) => ({ ...BEFORE, definition: { asOf } });
    expect(segmentMigration(dated(5), dated(9)).definition).toEqual({ before: 5, after: 9 });
    expect(segmentMigration(dated(5), AFTER).definition).toEqual({ before: 5, after: undefined });
  });

  test('of nobody is empty', () => {
    const none = segmentsOf([], ['a']);
    expect(segmentMigration(none, none)).toMatchObject({ counts: [[0]], commonCustomers: 0, stableCustomers: 0 });
    expect(segmentMigration(segmentsOf([]), segmentsOf([]))).toMatchObject({ names: [], counts: [] });
  });

  test('reads what rfmSegments gives, and lets nobody get lost, for any log and two dates', () => {
    fc.assert(
      fc.property(anyOrders, fc.nat(100), fc.nat(100), (rows, one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)].map((day) =>
          rfmSegments(rfmScores(orderLog(rows), { asOf: day * DAY })),
        );
        const migration = segmentMigration(first!, second!);
        const { names, counts, arrived, gone } = migration;
        names.forEach((name, place) => {
          const before = counts[place]!.reduce((sum, count) => sum + count, gone[place]!);
          const after = counts.reduce((sum, row) => sum + row[place]!, arrived[place]!);
          expect(before).toBe(first!.segments.find((segment) => segment.name === name)!.customers);
          expect(after).toBe(second!.segments.find((segment) => segment.name === name)!.customers);
        });
        // Orders before a date stay before a later one.
        expect(gone.every((count) => count === 0)).toBe(true);
        const segmentOf = (segments: typeof first, id: string | number) => {
          const place = segments!.customers.indexOf(id);
          return place === -1 ? undefined : segments!.names[segments!.codes[place]!];
        };
        const stable = first!.customers.filter((id) => segmentOf(first, id) === segmentOf(second, id));
        expect(migration.stableCustomers).toBe(stable.length);
        expect(segmentStability(migration)).toBe(
          first!.customers.length === 0 ? Number.NaN : stable.length / first!.customers.length,
        );
      }),
      runs(200),
    );
  });

  test('turned round is the matrix turned round', () => {
    const { counts, names } = segmentMigration(BEFORE, AFTER);
    const back = segmentMigration(AFTER, BEFORE);
    for (const from of names)
      for (const to of names)
        expect(back.counts[back.names.indexOf(to)]![back.names.indexOf(from)]).toBe(
          counts[names.indexOf(from)]![names.indexOf(to)],
        );
  });
});

describe('segmentMigration refuses', () => {
  const ask =
    (before: unknown, after: unknown = AFTER) =>
    () =>
      segmentMigration(before as CustomerSegments, after as CustomerSegments);

  test('a later date before an earlier one', () => {
    const dated = (asOf: number) => ({ ...BEFORE, definition: { asOf } });
    const error = refusalOf(ask(dated(9), dated(5)));
    expect([error.code, error.metric]).toEqual(['reversed-interval', 'segmentMigration']);
  });

  test.each([
    ['a customer who is there twice', { customers: ['ada', 'bob', 'ada', 'dan'] }, 'duplicate-id', ['customers', 2]],
    ['an empty id', { customers: ['ada', 'bob', '', 'dan'] }, 'not-an-id', ['customers', 2]],
    ['an id that is no number', { customers: ['ada', 'bob', Number.NaN, 'dan'] }, 'not-an-id', ['customers', 2]],
    ['a code that is no place', { codes: [0, 1, 2, 0] }, 'not-an-option', ['codes', 2]],
    ['a code that is not whole', { codes: [0, 0.5, 0, 0] }, 'not-an-option', ['codes', 1]],
    ['too few codes', { codes: [0] }, 'length-mismatch', ['codes']],
    ['codes that are none', { codes: 5 }, 'not-rows', ['codes']],
    ['a name twice', { names: ['new', 'new'] }, 'duplicate-id', ['names', 1]],
    ['a name that is no text', { names: ['new', 5] }, 'not-a-text', ['names', 1]],
    ['no names', { names: undefined }, 'not-rows', ['names']],
    ['no customers', { customers: 'ada' }, 'not-rows', ['customers']],
  ])('%s, on either side', (_, change, code, path) => {
    for (const [side, call] of [
      ['before', ask({ ...BEFORE, ...change })],
      ['after', ask(BEFORE, { ...BEFORE, ...change })],
    ] as const) {
      const error = refusalOf(call);
      expect([error.metric, error.code, error.path]).toEqual(['segmentMigration', code, [side, ...path]]);
    }
  });

  test('a date that is none, and what are no segments', () => {
    expect(refusalOf(ask({ ...BEFORE, definition: { asOf: 'May' } })).code).toBe('not-an-instant');
    expect(refusalOf(ask({ ...BEFORE, definition: null })).code).toBe('not-a-record');
    expect(refusalOf(ask(undefined)).code).toBe('not-a-record');
    expect(refusalOf(ask(BEFORE, 5)).message).toBe('segmentMigration: "after" must be an object; received 5');
  });
});
