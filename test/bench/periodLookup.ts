// Cost of periodAt an event: 10 ns in time order and 20 ns at random are the goals. Run: npx tsx test/bench/periodLookup.ts
import { periodAt } from '../../src/time/periodAt.ts';
import { periodIndex } from '../../src/time/periodIndex.ts';
import type { PeriodIndex } from '../../src/time/types.ts';

const EVENTS = 1e7;
const ROUNDS = 7;
const [FROM, TO] = [Date.UTC(2014, 0, 1), Date.UTC(2024, 0, 1)];

/** Instants spread over ten years, by a linear congruential generator. */
function randomInstants(): Float64Array {
  let state = 20_240_301;
  return Float64Array.from({ length: EVENTS }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return FROM + Math.floor((state / 2 ** 32) * (TO - FROM));
  });
}

function sumOf(at: Float64Array): number {
  let sum = 0;
  for (let event = 0; event < at.length; event++) sum += at[event]!;
  return sum;
}

function placesOf(index: PeriodIndex, at: Float64Array): number {
  let sum = 0;
  for (let event = 0; event < at.length; event++) sum += periodAt(index, at[event]!);
  return sum;
}

function nanoseconds(run: () => number): number {
  const start = performance.now();
  run();
  return ((performance.now() - start) * 1e6) / EVENTS;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Medians of interleaved rounds after two of warming up. */
function compare(index: PeriodIndex, at: Float64Array): readonly [number, number] {
  const rounds = Array.from({ length: ROUNDS + 2 }, () => [
    nanoseconds(() => placesOf(index, at)),
    nanoseconds(() => sumOf(at)),
  ]).slice(2);
  return [median(rounds.map((round) => round[0]!)), median(rounds.map((round) => round[1]!))];
}

const random = randomInstants();
const ordered = random.slice().sort();

for (const timeZone of ['UTC', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'])
  for (const period of ['day', 'month'] as const) {
    const index = periodIndex({ period, timeZone, from: FROM, to: TO });
    for (const [order, at] of [['in order', ordered] as const, ['at random', random] as const]) {
      const [lookup, sum] = compare(index, at);
      const ratio = (lookup / sum).toFixed(1);
      console.log(`${timeZone}, ${period}, ${order}: ${lookup.toFixed(2)} ns an event, ${ratio} times a plain sum`);
    }
  }
