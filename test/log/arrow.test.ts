import { describe, expect, test } from 'vitest';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';

/**
 * What Apache Arrow's JavaScript vectors of dictionary type give: `data[0].values` holds the indices, and the
 * dictionary is another vector, with `toArray`. Only what a caller touches is here; the package itself is not needed.
 */
class DictionaryVector {
  readonly data: readonly { readonly values: Int32Array }[];
  readonly #words: readonly string[];

  constructor(indices: Int32Array, words: readonly string[]) {
    this.data = [{ values: indices }];
    this.#words = words;
  }

  get dictionary() {
    return { toArray: () => this.#words.slice() };
  }
}

/** The two lines that a caller writes. */
function fromArrow(vector: DictionaryVector) {
  return { codes: vector.data[0]!.values, values: vector.dictionary.toArray() };
}

describe('a table of Apache Arrow', () => {
  test('becomes a log without a copy of its dictionaries’ words a row', () => {
    const user = new DictionaryVector(Int32Array.of(1, 0, 1), ['bob', 'ada']);
    const plan = new DictionaryVector(Int32Array.of(0, 0, 1), ['S', 'L']);
    const log = eventLogFromColumns({
      customer: fromArrow(user),
      at: Float64Array.of(30, 20, 10),
      amount: Float64Array.of(1, 2, 3),
      attributes: { plan: fromArrow(plan) },
    });
    expect(log.customers).toEqual(['bob', 'ada']);
    expect(log.amount).toEqual(Float64Array.of(2, 3, 1));
    expect(log.attributes[0]).toEqual({ name: 'plan', codes: Int32Array.of(0, 1, 0), values: ['S', 'L'] });
  });

  test('has times of 64 bits, which are refused as bigints and taken as numbers', () => {
    const millis = BigInt64Array.of(30n, 20n);
    const columns = { customer: ['a', 'b'], at: Float64Array.from(millis, Number) };
    expect(eventLogFromColumns(columns).at).toEqual(Float64Array.of(30, 20));
    expect(() => eventLogFromColumns({ ...columns, at: millis as never })).toThrow('received 30n');
  });
});
