import { type Xoshiro128State, xoshiro128 } from './xoshiro128.ts';

/** A stream of chance that a seed fixes wholly. */
export interface SeededRandom {
  /** The next double from 0 below 1: one of the 2^53 multiples of 2^-53, each as likely. */
  readonly uniform: () => number;
  /** The next whole number from 0 below `count`, each as likely; `count` is whole, from 1 to 2^32. */
  readonly below: (count: number) => number;
}

const WORDS = 2 ** 32;

/** 2^32 divided by the golden ratio: an odd step that leaves the small numbers at once. */
const GOLDEN = 0x9e3779b9;

/** The finalizer of MurmurHash3 (Appleby): one to one on 32 bits, each bit of which moves all others; 0 stays 0. */
function mix(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Two seeds never share a state, since the first two words give back the low and the high half of the seed. */
function stateOf(seed: number): Xoshiro128State {
  const low = seed >>> 0;
  const high = Math.floor(seed / WORDS) >>> 0;
  const first = mix(low + GOLDEN);
  const second = mix(high ^ first);
  const third = mix(second + GOLDEN);
  return [first, second, third, mix(third + GOLDEN)];
}

/**
 * A generator of chance on xoshiro128**, by integers alone: the same seed gives the same stream on every engine.
 *
 * @param seed - any safe integer; whoever takes it from a caller checks it
 */
export function seededRandom(seed: number): SeededRandom {
  const next = xoshiro128(stateOf(seed));
  return {
    uniform: () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53,
    below: (count) => {
      // The words beyond the last whole multiple of `count` would favour the small numbers.
      const fair = WORDS - (WORDS % count);
      let word = next();
      while (word >= fair) word = next();
      return word % count;
    },
  };
}
