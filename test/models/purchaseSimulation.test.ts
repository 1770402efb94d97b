// Customers drawn here, from the laws as the papers tell them: who lives on and who buys is known of each, and what the
// models say of them from their histories alone has to agree.
import { describe, expect, test } from 'vitest';
import type { PurchaseHistory } from '../../src/models/purchaseTypes.ts';
import { betaVariate } from '../../src/numeric/random/betaVariate.ts';
import { exponentialVariate } from '../../src/numeric/random/exponentialVariate.ts';
import { gammaVariate } from '../../src/numeric/random/gammaVariate.ts';
import { type SeededRandom, seededRandom } from '../../src/numeric/seededRandom.ts';
import { MODELS, type ModelCase, type Parameters } from './purchaseModels.ts';

/** A customer from the first purchase on: when there were others, and until when one was there. */
interface Life {
  readonly purchases: readonly number[];
  readonly end: number;
}

const FAR = 80;

/** Leaves at a repeat purchase, or with `isEarly` at the first as well, with a chance that is one's own. */
function dropoutLife({ r, alpha, a, b }: Parameters, random: SeededRandom, isEarly: boolean): Life {
  const rate = gammaVariate(random, r!, alpha!);
  const chance = betaVariate(random, a!, b!);
  if (isEarly && random.uniform() < chance) return { purchases: [], end: 0 };
  const purchases: number[] = [];
  for (let at = exponentialVariate(random, rate); at <= FAR; at += exponentialVariate(random, rate)) {
    purchases.push(at);
    if (random.uniform() < chance) return { purchases, end: at };
  }
  return { purchases, end: Infinity };
}

/** Leaves at any time, at a rate that is one's own. */
function paretoLife({ r, alpha, s, beta }: Parameters, random: SeededRandom): Life {
  const rate = gammaVariate(random, r!, alpha!);
  const end = exponentialVariate(random, gammaVariate(random, s!, beta!));
  const purchases: number[] = [];
  for (let at = exponentialVariate(random, rate); at <= Math.min(end, FAR); at += exponentialVariate(random, rate))
    purchases.push(at);
  return { purchases, end };
}

/** Leaves before an opportunity, or buys at it or not. `end` is the last opportunity that one was there for. */
function opportunityLife({ alpha, beta, gamma, delta }: Parameters, random: SeededRandom): Life {
  const buying = betaVariate(random, alpha!, beta!);
  const leaving = betaVariate(random, gamma!, delta!);
  const purchases: number[] = [];
  for (let at = 1; at <= FAR; at++) {
    if (random.uniform() < leaving) return { purchases, end: at - 1 };
    if (random.uniform() < buying) purchases.push(at);
  }
  return { purchases, end: Infinity };
}

const LIVES: Readonly<Record<ModelCase['name'], (law: Parameters, random: SeededRandom) => Life>> = {
  bgNbd: (law, random) => dropoutLife(law, random, false),
  mbgNbd: (law, random) => dropoutLife(law, random, true),
  paretoNbd: paretoLife,
  bgBb: opportunityLife,
};

const CUSTOMERS = 20_000;

function historyOf({ purchases }: Life, age: number): PurchaseHistory {
  const seen = purchases.filter((at) => at <= age);
  return { frequency: seen.length, recency: seen.at(-1) ?? 0, age };
}

/** Kinds of histories: how many purchases, and how lately. */
function kindOf({ frequency, recency, age }: PurchaseHistory): string {
  const count = frequency > 3 ? 'many' : String(frequency);
  return frequency === 0 ? count : `${count}, last ${recency > 0.6 * age ? 'lately' : 'long ago'}`;
}

/** Holds what happened, added up by kind, against what was expected: within four and a half standard errors. */
class Tally {
  private readonly kinds = new Map<string, { found: number; expected: number; squares: number; count: number }>();

  add(kind: string, found: number, expected: number): void {
    const sums = this.kinds.get(kind) ?? { found: 0, expected: 0, squares: 0, count: 0 };
    sums.found += found;
    sums.expected += expected;
    sums.squares += (found - expected) ** 2;
    sums.count++;
    this.kinds.set(kind, sums);
  }

  hold(): void {
    expect(this.kinds.size).toBeGreaterThan(2);
    for (const [kind, { found, expected, squares, count }] of this.kinds) {
      if (count < 100) continue;
      const error = Math.sqrt(squares);
      expect(Math.abs(found - expected), `${kind}: ${found} for ${expected} of ${count}`).toBeLessThan(
        4.5 * error + 1e-9,
      );
    }
  }
}

describe.each(MODELS)('what $name says of customers whose fate is known', (one) => {
  const { model, typical, isDiscrete, name } = one;
  const random = seededRandom(20260705);
  const lives = Array.from({ length: CUSTOMERS }, () => LIVES[name](typical, random));
  const ages = lives.map((_, i) => (isDiscrete ? 4 + (i % 6) : 20 + (i % 16)));
  const customers = lives.map((life, i) => historyOf(life, ages[i]!));
  const ahead = isDiscrete ? 5 : 26;
  // To be there for the opportunity that comes after a time, or at that time.
  const isAlive = (life: Life, at: number) => life.end >= (isDiscrete ? at + 1 : at);
  const boughtAhead = ({ purchases }: Life, age: number) => purchases.filter((at) => at > age && at <= age + ahead);

  test('who is alive now, and later', () => {
    const [now, later] = [new Tally(), new Tally()];
    customers.forEach((customer, i) => {
      const kind = kindOf(customer);
      now.add(kind, Number(isAlive(lives[i]!, customer.age)), model.probabilityAlive(typical, customer));
      const chance = model.probabilityAlive(typical, customer, { after: ahead });
      later.add(kind, Number(isAlive(lives[i]!, customer.age + ahead)), chance);
    });
    now.hold();
    later.hold();
  });

  test('how often they will buy, and the worth of that discounted', () => {
    const [purchases, worth] = [new Tally(), new Tally()];
    const options = { discountRate: 0.02, horizon: ahead };
    customers.forEach((customer, i) => {
      const bought = boughtAhead(lives[i]!, customer.age);
      const kind = kindOf(customer);
      purchases.add(kind, bought.length, model.expectedPurchases(typical, customer, { horizon: ahead }));
      let discounted = 0;
      for (const at of bought) discounted += 1.02 ** (customer.age - at);
      worth.add(kind, discounted, model.discountedExpectedResidualTransactions(typical, customer, options));
    });
    purchases.hold();
    worth.hold();
  });

  test.each([0, 1, 3])('whether they will buy just %d times', (count) => {
    const tally = new Tally();
    customers.slice(0, 10_000).forEach((customer, i) => {
      const hit = Number(boughtAhead(lives[i]!, customer.age).length === count);
      const options = { purchases: count, horizon: ahead };
      tally.add(kindOf(customer), hit, model.probabilityOfPurchases(typical, customer, options));
    });
    tally.hold();
  });

  test('what the library draws is of the same law: numbers of purchases, and when the last was', () => {
    const drawn = model.simulate(typical, { seed: 5, ages });
    const here = new Map<number, number[]>();
    const there = new Map<number, number[]>();
    const put = (map: Map<number, number[]>, count: number, recency: number) => {
      const key = Math.min(count, 6);
      map.set(key, [...(map.get(key) ?? []), recency]);
    };
    for (let i = 0; i < 8000; i++) {
      put(here, customers[i]!.frequency, customers[i]!.recency);
      put(there, drawn.frequency[i]!, drawn.recency[i]!);
    }
    for (const [count, recencies] of here) {
      const others = there.get(count)!;
      const total = recencies.length + others.length;
      expect(Math.abs(recencies.length - others.length)).toBeLessThan(4.5 * Math.sqrt(total));
      const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      const [own, other] = [mean(recencies), mean(others)];
      let squares = 0;
      for (const value of recencies) squares += (value - own) ** 2;
      const error = Math.sqrt((squares / recencies.length) * (1 / recencies.length + 1 / others.length));
      expect(Math.abs(own - other)).toBeLessThanOrEqual(4.5 * error);
    }
  });

  test('the number of purchases of new customers is as its law says', () => {
    const time = isDiscrete ? 4 : 20;
    for (const purchases of [0, 1, 2, 4]) {
      const chance = model.probabilityOfPurchasesOfNewCustomer(typical, { purchases, horizon: time });
      const found = lives.filter((life) => historyOf(life, time).frequency === purchases).length / CUSTOMERS;
      expect(Math.abs(found - chance)).toBeLessThan(4.5 * Math.sqrt((chance * (1 - chance)) / CUSTOMERS));
    }
  });
});
