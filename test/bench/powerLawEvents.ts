import type { GeneratedEvents } from './generateEvents.ts';
import { END, START } from './generateEvents.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Events in order of time, of one customer in twenty: how much each does follows a power law (exponent 1.2, at most 10,000
 * times the least), the starts lie evenly over 36 months, lifetimes fall off exponentially (300 days in the mean). Amounts
 * are multiples of a quarter, so that sums are exact in whatever order anyone adds up, and results can be compared by hash.
 */
export function powerLawEvents(events: number, seed = 42): GeneratedEvents {
  const chance = mulberry32(seed);
  const counts = eventCounts(events, customersOf(events), chance);
  const drawn = { customer: new Int32Array(events), at: new Float64Array(events) };
  let event = 0;
  for (let customer = 0; customer < counts.length; customer++) {
    const start = START + Math.floor(chance() * (END - START) * 0.98);
    const lifetime = Math.min(END - start, Math.max(DAY, -Math.log(1 - chance()) * 300 * DAY));
    for (let own = 0; own < counts[customer]!; own++) {
      drawn.customer[event] = customer;
      drawn.at[event++] = own === 0 ? start : start + Math.floor(chance() * (lifetime - 1));
    }
  }
  const { customer, at } = inOrderOfTime(drawn);
  const amount = new Float64Array(events);
  for (let place = 0; place < events; place++) amount[place] = (1 + Math.floor(chance() * 800)) * 0.25;
  return { customer, at, amount };
}

/** How many customers there are. */
export function customersOf(events: number): number {
  return Math.max(1, Math.round(events / 20));
}

/** The generator known as mulberry32: small, and what the published hashes of results rest on. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One event for everyone, the rest by weight, and what rounding left over to the first ones. */
function eventCounts(events: number, customers: number, chance: () => number): Int32Array {
  const weights = new Float64Array(customers);
  let weightSum = 0;
  for (let customer = 0; customer < customers; customer++) {
    weights[customer] = Math.min((1 - chance()) ** (-1 / 1.2), 1e4);
    weightSum += weights[customer]!;
  }
  const counts = new Int32Array(customers);
  let given = 0;
  for (let customer = 0; customer < customers; customer++) {
    counts[customer] = 1 + Math.floor((weights[customer]! / weightSum) * (events - customers));
    given += counts[customer]!;
  }
  for (let customer = 0; given < events; customer = (customer + 1) % customers, given++) counts[customer]!++;
  return counts;
}

type Drawn = Pick<GeneratedEvents, 'customer' | 'at'>;

/** Counted into minutes, then each minute sorted by insertion; equal instants keep their order. */
function inOrderOfTime(drawn: Drawn): Drawn {
  const minutes = Math.round((END - START) / MINUTE);
  const minuteOf = (at: number): number => Math.floor((at - START) / MINUTE);
  const next = new Int32Array(minutes + 1);
  for (let event = 0; event < drawn.at.length; event++) next[minuteOf(drawn.at[event]!) + 1]!++;
  for (let minute = 0; minute < minutes; minute++) next[minute + 1]! += next[minute]!;
  const customer = new Int32Array(drawn.at.length);
  const at = new Float64Array(drawn.at.length);
  for (let event = 0; event < drawn.at.length; event++) {
    const place = next[minuteOf(drawn.at[event]!)]!++;
    customer[place] = drawn.customer[event]!;
    at[place] = drawn.at[event]!;
  }
  sortNearlySorted({ customer, at });
  return { customer, at };
}

function sortNearlySorted({ customer, at }: Drawn): void {
  for (let event = 1; event < at.length; event++) {
    const time = at[event]!;
    const who = customer[event]!;
    let place = event;
    for (; place > 0 && at[place - 1]! > time; place--) {
      at[place] = at[place - 1]!;
      customer[place] = customer[place - 1]!;
    }
    at[place] = time;
    customer[place] = who;
  }
}
