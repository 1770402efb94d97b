/** Made-up customers, as columns: purchases in weeks, spend in dollars. */
export interface SyntheticCustomers {
  /** Purchases after the first. */
  readonly frequency: Int32Array;
  /** Weeks from the first purchase to the last, in whole days. */
  readonly recency: Float64Array;
  /** Weeks from the first purchase to the end, in whole days. */
  readonly age: Float64Array;
  /** Mean spend of the purchases after the first, in whole cents; 0 where there is none. */
  readonly meanSpend: Float64Array;
}

const SEED = 20261122;

/** The laws that the customers come of: BG/NBD by weeks, and Gamma-Gamma. */
export const SYNTHETIC = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, p: 6.25, q: 3.74, v: 15.44 } as const;

type Uniform = () => number;

/** A counter whose every value is mixed by itself: small, and the same everywhere. */
function counterRandom(seed: number): Uniform {
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x6d2b79f5) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 15), 1 | counter);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

function normal(uniform: Uniform): number {
  const radius = Math.sqrt(-2 * Math.log(uniform()));
  return radius * Math.cos(2 * Math.PI * uniform());
}

/** Marsaglia and Tsang (2000), without their squeeze; a shape below 1 by the power of a further uniform number. */
function gamma(uniform: Uniform, shape: number, rate: number): number {
  if (shape < 1) {
    const next = gamma(uniform, shape + 1, 1);
    return (next * uniform() ** (1 / shape)) / rate;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(uniform);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / rate;
  }
}

function beta(uniform: Uniform, a: number, b: number): number {
  const one = gamma(uniform, a, 1);
  return one / (one + gamma(uniform, b, 1));
}

/** How often a customer buys again and when last, until they drop out or the weeks end. */
function purchases(uniform: Uniform, weeks: number): { frequency: number; last: number } {
  const rate = gamma(uniform, SYNTHETIC.r, SYNTHETIC.alpha);
  const dropOut = beta(uniform, SYNTHETIC.a, SYNTHETIC.b);
  let frequency = 0;
  let last = 0;
  for (;;) {
    const next = last - Math.log(uniform()) / rate;
    if (next > weeks) return { frequency, last };
    frequency++;
    last = next;
    if (uniform() < dropOut) return { frequency, last };
  }
}

function meanSpend(uniform: Uniform, frequency: number): number {
  const rate = gamma(uniform, SYNTHETIC.q, SYNTHETIC.v);
  const spend = gamma(uniform, SYNTHETIC.p * frequency, rate * frequency);
  return Math.max(0.01, Math.round(100 * spend) / 100);
}

/**
 * The first so many of one endless row of customers, by the recipe that other programs were given: their fits of the
 * first 100,000 and of the first million are known.
 */
export function syntheticCustomers(count: number): SyntheticCustomers {
  const uniform = counterRandom(SEED);
  const customers = {
    frequency: new Int32Array(count),
    recency: new Float64Array(count),
    age: new Float64Array(count),
    meanSpend: new Float64Array(count),
  };
  for (let customer = 0; customer < count; customer++) {
    const days = 182 + Math.floor(91 * uniform());
    const { frequency, last } = purchases(uniform, days / 7);
    customers.age[customer] = days / 7;
    if (frequency === 0) continue;
    customers.frequency[customer] = frequency;
    customers.recency[customer] = Math.min(days, Math.max(1, Math.ceil(last * 7))) / 7;
    customers.meanSpend[customer] = meanSpend(uniform, frequency);
  }
  return customers;
}
