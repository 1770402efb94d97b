import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketColumn } from '../../src/segments/bucketColumn.ts';

const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place);

/** What stands at each place, by a sort of the whole. */
function sortedBySort(values: readonly number[]): number[] {
  return [...values].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
}

describe('a column in buckets', () => {
  const spread = [
    ['close together', fc.integer({ min: 0, max: 30 })],
    ['anywhere', fc.double({ noNaN: true, noDefaultInfinity: true })],
    ['infinite among others', fc.constantFrom(-Infinity, Infinity, 0, 1, 2)],
    ['mostly small with some far out', fc.constantFrom(1, 2, 3, 4, 1e300, -1e300)],
    ['as far apart as doubles go', fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 0, 5e-324, 1)],
    ['as close together as doubles are', fc.constantFrom(0, 5e-324, 1e-323)],
  ] as const;

  test.each(spread)('tells of values %s what a sort of all does', (_, value) => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        const column = bucketColumn(Float64Array.from(values));
        const sorted = sortedBySort(values);
        // A zero's sign orders nothing here.
        expect(places(values.length).map((place) => column.valueAt(place) + 0)).toEqual(sorted.map((own) => own + 0));
        places(values.length).forEach((place) => {
          expect(column.likeAt(place)).toEqual({
            below: values.filter((own) => own < sorted[place]!).length,
            equal: values.filter((own) => own === sorted[place]).length,
          });
        });
      }),
    );
  });

  test('puts no value into a lower bucket than a smaller one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 2 }), (values) => {
        const { buckets, starts, bucketAt } = bucketColumn(Float64Array.from(values));
        values.forEach((one, place) => {
          values.forEach((other, otherPlace) => {
            if (one < other) expect(buckets[place]!).toBeLessThanOrEqual(buckets[otherPlace]!);
          });
        });
        places(values.length).forEach((place) => {
          expect(starts[bucketAt(place)]!).toBeLessThanOrEqual(place);
          expect(starts[bucketAt(place) + 1]!).toBeGreaterThan(place);
        });
      }),
    );
  });

  test('leaves the column as it was', () => {
    const values = Float64Array.of(3, 1, 2);
    bucketColumn(values).valueAt(0);
    expect(values).toEqual(Float64Array.of(3, 1, 2));
  });

  test('may be of whole numbers, of one value, and of nothing', () => {
    expect(bucketColumn(Int32Array.of(-2_147_483_648, 2_147_483_647)).valueAt(1)).toBe(2_147_483_647);
    expect(bucketColumn(Int32Array.of(7)).likeAt(0)).toEqual({ below: 0, equal: 1 });
    expect(bucketColumn(new Float64Array(0)).buckets).toEqual(new Uint16Array(0));
  });
});
