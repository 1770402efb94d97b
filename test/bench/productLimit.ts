// Cost of a product-limit curve of a million durations, beside sorting their times. Run: npx tsx test/bench/productLimit.ts
import { productLimitCurve } from '../../src/statistics/productLimitCurve.ts';
import { medians } from './medians.ts';

const COUNT = 1e6;

/** Numbers from 0 to 1, by a linear congruential generator. */
function randomNumbers(seed: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: COUNT }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  });
}

const ended = Int8Array.from(randomNumbers(7), (number) => (number < 0.7 ? 1 : 0));
const weight = randomNumbers(11);

for (const [kind, time] of [
  ['all different', randomNumbers(3)],
  ['in whole days of ten years', randomNumbers(3).map((number) => Math.floor(3650 * number))],
] as const) {
  const [sort, plain, weighted] = medians(
    [
      () => time.slice().sort(),
      () => productLimitCurve({ time, ended }),
      () => productLimitCurve({ time, ended, weight }),
    ],
    7,
  ) as [number, number, number];
  const times = (own: number): string => `${own.toFixed(0)} ms, ${(own / sort).toFixed(1)} times the sort`;
  console.log(`${kind}: sort ${sort.toFixed(0)} ms; curve ${times(plain)}; weighted ${times(weighted)}`);
}
