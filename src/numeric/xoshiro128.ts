/** The four words of state; not all of them may be 0. */
export type Xoshiro128State = readonly [number, number, number, number];

const rotate = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/**
 * The generator xoshiro128**: a function that gives the next whole number from 0 below 2^32. It only shifts,
 * multiplies and combines 32-bit integers, so its stream is the same on every engine. Period 2^128 - 1.
 *
 * Blackman and Vigna (2021), Scrambled linear pseudorandom number generators.
 */
export function xoshiro128(state: Xoshiro128State): () => number {
  let [a, b, c, d] = state;
  return () => {
    const next = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return next;
  };
}
