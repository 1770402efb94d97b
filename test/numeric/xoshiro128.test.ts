import { expect, test } from 'vitest';
import { xoshiro128 } from '../../src/numeric/xoshiro128.ts';

// The first numbers from state 1, 2, 3, 4 of Blackman and Vigna's own program, as the tests of Rust's rand_xoshiro
// give them.
test("the stream is that of the authors' program", () => {
  const next = xoshiro128([1, 2, 3, 4]);
  const published = [
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ];
  expect(published.map(() => next())).toEqual(published);
});

test('any state: the same stream as the definition in integers without bound', () => {
  const mask = 0xffffffffn;
  const rotate = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask;
  const state = [0xffffffffn, 0x80000000n, 0x12345678n, 0x9abcdef0n];
  const next = xoshiro128([0xffffffff, 0x80000000, 0x12345678, 0x9abcdef0]);
  for (let i = 0; i < 1000; i++) {
    const [s0, s1, s2, s3] = state as [bigint, bigint, bigint, bigint];
    expect(BigInt(next())).toBe((rotate((s1 * 5n) & mask, 7n) * 9n) & mask);
    const [t2, t3] = [s2 ^ s0, s3 ^ s1];
    [state[1], state[0]] = [s1 ^ t2, s0 ^ t3];
    [state[2], state[3]] = [t2 ^ ((s1 << 9n) & mask), rotate(t3, 11n)];
  }
});
