import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areInOrder, moveFirstIds } from '../../src/segments/firstIds.ts';
import { runs } from '../laws/runs.ts';
import { compareIds } from './rfmOracle.ts';

const ids = fc.uniqueArray(
  fc.oneof(fc.integer({ min: -50, max: 500 }), fc.double({ noNaN: true }), fc.string({ maxLength: 3, unit: 'binary' })),
  { maxLength: 300, selector: (id) => (id === 0 ? 0 : id) },
);

test('the ids that come first are moved to the front, all others behind them, and none gets lost', () => {
  fc.assert(
    fc.property(ids, fc.nat(300), fc.nat(300), (list, one, other) => {
      const [from, to] = [Math.min(one, other, list.length), Math.min(Math.max(one, other), list.length)];
      const places = Int32Array.from(list, (_, place) => place);
      moveFirstIds(places, from, to, list);
      const sorted = list.slice(from).sort(compareIds);
      const idsAt = (start: number, end: number) => Array.from(places.subarray(start, end), (place) => list[place]!);
      expect(idsAt(0, from)).toEqual(list.slice(0, from));
      expect(idsAt(from, to).sort(compareIds)).toEqual(sorted.slice(0, to - from));
      expect(idsAt(to, list.length).sort(compareIds)).toEqual(sorted.slice(to - from));
    }),
    runs(500),
  );
});

test('ids in order are told from others', () => {
  fc.assert(
    fc.property(ids, (list) => {
      const sorted = [...list].sort(compareIds);
      expect(areInOrder(sorted)).toBe(true);
      expect(areInOrder(list)).toBe(list.every((id, place) => id === sorted[place]));
    }),
    runs(200),
  );
  expect([areInOrder([]), areInOrder([1, '1']), areInOrder(['1', 1]), areInOrder([2, 10])]).toEqual([
    ...[true, true, false, true],
  ]);
});

test('a hundred thousand texts, in order, turned round or strewn, take no more than some passes', () => {
  const texts = Array.from({ length: 100_000 }, (_, place) => `customer ${String(place).padStart(6, '0')}`);
  const strewn = texts.map((_, place) => texts[(place * 61_813) % texts.length]!);
  for (const list of [texts, [...texts].reverse(), strewn]) {
    let reads = 0;
    const counted = new Proxy(list, {
      get(target, key, receiver) {
        reads++;
        return Reflect.get(target, key, receiver);
      },
    });
    const places = Int32Array.from(list, (_, place) => place);
    moveFirstIds(places, 0, 20_000, counted);
    expect(reads).toBeLessThan(10 * list.length);
    expect(Array.from(places.subarray(0, 20_000), (place) => list[place]!).sort()).toEqual(texts.slice(0, 20_000));
  }
});
