import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type InterventionCandidate,
  type InterventionPlan,
  planInterventions,
} from '../../src/risk/planInterventions.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { deepFrozen } from '../laws/deepFrozen.ts';
import { runs } from '../laws/runs.ts';

/** A candidate that surely works on someone who surely leaves: its benefit is the gain less the cost. */
function offer(customer: string | number, gain: number, cost: number, action = 'call'): InterventionCandidate {
  return { customer, action, churnProbability: 1, successProbability: 1, valueKept: gain, cost };
}

const chosenOf = ({ chosen }: InterventionPlan) => chosen.map(({ customer, action }) => `${customer} ${action}`);

/** The best benefit there is, by trying every combination of at most one candidate a customer. */
function bestBenefit(candidates: readonly InterventionCandidate[], budget: number): number {
  const customers = [...new Set(candidates.map(({ customer }) => customer))];
  const best = (place: number, left: number): number => {
    if (place === customers.length) return 0;
    const own = candidates.filter(({ customer, cost }) => customer === customers[place] && cost <= left);
    const withOne = own.map(({ valueKept, cost }) => valueKept - cost + best(place + 1, left - cost));
    return Math.max(best(place + 1, left), ...withOne);
  };
  return best(0, budget);
}

const anyOffer = fc
  .tuple(
    fc.constantFrom('ada', 'bob', 'cyd', 'dan', 'eve'),
    fc.nat(60),
    fc.oneof(fc.constantFrom(0, 5, 10), fc.nat(30)),
  )
  .map(([customer, gain, cost]) => offer(customer, gain, cost));
const anyOffers = fc.array(anyOffer, { maxLength: 12 });
const anyBudget = fc.nat(60);

describe('a plan', () => {
  test('takes what brings most for the money, at most one a customer', () => {
    const plan = planInterventions(
      [offer('ada', 100, 20), offer('ada', 130, 40, 'visit'), offer('bob', 50, 20), offer('cyd', 30, 20)],
      { budget: 40 },
    );
    // 80 for ada's call and 30 for bob's; ada's visit would bring 90 for the same money.
    expect(chosenOf(plan)).toEqual(['ada call', 'bob call']);
    expect(plan).toMatchObject({ cost: 40, expectedBenefit: 110, upperBound: 110 });
  });

  test('goes on to dearer actions of a customer where the money is worth more there', () => {
    const plan = planInterventions([offer('ada', 100, 20), offer('ada', 160, 40, 'visit'), offer('bob', 50, 20)], {
      budget: 40,
    });
    expect(chosenOf(plan)).toEqual(['ada visit']);
    expect(plan).toMatchObject({ cost: 40, expectedBenefit: 120, upperBound: 120 });
  });

  test('is whole: each intervention with its benefit, the largest first, and what was left out', () => {
    const candidates = [
      offer('cyd', 30, 10),
      offer('ada', 100, 20),
      offer('bob', 5, 20),
      { ...offer('dan', 100, 10), valueKept: Number.NaN },
      offer('eve', 1000, 101),
      offer('ada', 30, 5, 'mail'),
    ];
    expect(planInterventions(candidates, { budget: 100 })).toStrictEqual({
      chosen: [
        { ...candidates[1], expectedBenefit: 80 },
        { ...candidates[0], expectedBenefit: 20 },
      ],
      ...{ cost: 30, expectedBenefit: 100, upperBound: 100 },
      leftOut: { unknownBenefit: 1, noBenefit: 1, beyondBudget: 1, notChosen: 1 },
      definition: { budget: 100, method: 'upperHulls' },
    });
  });

  test('of nothing, or without money, costs nothing; what costs nothing is done all the same', () => {
    const nothing = { chosen: [], cost: 0, expectedBenefit: 0, upperBound: 0 };
    expect(planInterventions([], { budget: 50 })).toMatchObject(nothing);
    expect(planInterventions([offer('ada', 100, 20)], { budget: 0 })).toMatchObject(nothing);
    const free = [offer('ada', 100, 20), offer('ada', 30, 0, 'mail'), offer('ada', 40, 0, 'text')];
    expect(chosenOf(planInterventions(free, { budget: 0 }))).toEqual(['ada text']);
    expect(chosenOf(planInterventions(free, { budget: 20 }))).toEqual(['ada call']);
  });

  test('does nothing that brings nothing, whatever the budget', () => {
    const plan = planInterventions([offer('ada', 20, 20), offer('bob', 5, 20)], { budget: 1e6 });
    expect(plan).toMatchObject({ chosen: [], leftOut: { noBenefit: 2 } });
  });

  test('takes a single large benefit over many small ones that are worth more for the money', () => {
    // The climb takes 19 for 1 and can then not afford 90 for 10; alone the large one brings more.
    const plan = planInterventions([offer('ada', 20, 1), offer('bob', 100, 10)], { budget: 10 });
    expect(chosenOf(plan)).toEqual(['bob call']);
    // 19 for the first, and 9 tenths of the 90.
    expect(plan.upperBound).toBe(100);
  });

  test('spends what is left on what it still reaches for, below the hull too', () => {
    // By worth: ada 9 a unit, bob 5, cyd 3. After ada, bob's 10 do not fit into 8, cyd's 6 do.
    const plan = planInterventions([offer('ada', 100, 10), offer('bob', 60, 10), offer('cyd', 24, 6)], { budget: 18 });
    expect(chosenOf(plan)).toEqual(['ada call', 'cyd call']);
    expect(plan.upperBound).toBe(90 + 50 * 0.8);
    // Eve's 195 would take all the money: bob's 190 and what is below the hull of ada bring more.
    const two = [offer('bob', 200, 10), offer('eve', 215, 20), offer('ada', 31, 10), offer('ada', 100, 20, 'gift')];
    expect(chosenOf(planInterventions(two, { budget: 20 }))).toEqual(['bob call', 'ada call']);
    // The middle action lies below the line from the cheap one to the dear one, which is beyond what is left.
    const below = [
      offer('ada', 20, 4),
      offer('ada', 31, 10, 'visit'),
      offer('ada', 100, 20, 'gift'),
      offer('bob', 200, 10),
    ];
    expect(chosenOf(planInterventions(below, { budget: 20 }))).toEqual(['bob call', 'ada visit']);
  });
});

describe('whatever the candidates and the budget', () => {
  test('a plan is no better than the best, no worse than half of it, and the best is within the bound', () => {
    fc.assert(
      fc.property(anyOffers, anyBudget, (candidates, budget) => {
        const plan = planInterventions(candidates, { budget });
        const best = bestBenefit(candidates, budget);
        expect(plan.expectedBenefit).toBeLessThanOrEqual(best);
        expect(plan.expectedBenefit).toBeGreaterThanOrEqual(best / 2);
        expect(plan.upperBound).toBeGreaterThanOrEqual(best - 1e-9);
      }),
      runs(1000),
    );
  });

  test('what a plan says of itself is true', () => {
    fc.assert(
      fc.property(anyOffers, anyBudget, (candidates, budget) => {
        const { chosen, cost, expectedBenefit, leftOut } = planInterventions(deepFrozen(candidates), { budget });
        expect(new Set(chosen.map(({ customer }) => customer)).size).toBe(chosen.length);
        expect(cost).toBe(chosen.reduce((sum, one) => sum + one.cost, 0));
        expect(cost).toBeLessThanOrEqual(budget);
        expect(expectedBenefit).toBe(chosen.reduce((sum, one) => sum + one.valueKept - one.cost, 0));
        for (const one of chosen) expect(one.expectedBenefit).toBeGreaterThan(0);
        const others = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
        expect(chosen.length + others).toBe(candidates.length);
        const benefits = chosen.map((one) => one.expectedBenefit);
        expect(benefits).toEqual([...benefits].sort((one, other) => other - one));
      }),
      runs(300),
    );
  });

  test('with money for everything it is the best there is: each customer has what brings most', () => {
    fc.assert(
      fc.property(anyOffers, (candidates) => {
        const budget = candidates.reduce((sum, { cost }) => sum + cost, 0);
        const plan = planInterventions(candidates, { budget });
        expect(plan.expectedBenefit).toBe(bestBenefit(candidates, budget));
        expect(plan.upperBound).toBe(plan.expectedBenefit);
      }),
      runs(300),
    );
  });

  test('where all cost the same it is the best there is', () => {
    fc.assert(
      fc.property(anyOffers, anyBudget, fc.integer({ min: 1, max: 20 }), (given, budget, cost) => {
        const candidates = given.map((one) => ({ ...one, cost }));
        expect(planInterventions(candidates, { budget }).expectedBenefit).toBe(bestBenefit(candidates, budget));
      }),
      runs(300),
    );
  });

  test('the bound is the best plan that may split one intervention, by trying all pairs of prices', () => {
    // Where money may be split the best plan pays the same price for it everywhere: the least of the costs over all prices.
    const bySplitting = (candidates: readonly InterventionCandidate[], budget: number): number => {
      const affordable = candidates.filter(({ cost }) => cost <= budget);
      const points = [...affordable, offer('none', 0, 0)];
      const prices = points.flatMap((one) =>
        points.flatMap((other) => {
          const price = (one.valueKept - one.cost - other.valueKept + other.cost) / (one.cost - other.cost);
          return price > 0 && Number.isFinite(price) ? [price] : [];
        }),
      );
      const customers = [...new Set(affordable.map(({ customer }) => customer))];
      const atPrice = (price: number): number =>
        customers.reduce<number>((sum, customer) => {
          const own = affordable.filter((one) => one.customer === customer);
          return sum + Math.max(0, ...own.map(({ valueKept, cost }) => valueKept - cost - price * cost));
        }, price * budget);
      return Math.min(...[0, ...prices].map(atPrice));
    };
    fc.assert(
      fc.property(anyOffers, anyBudget, (candidates, budget) => {
        expect(planInterventions(candidates, { budget }).upperBound).toBeCloseTo(bySplitting(candidates, budget), 9);
      }),
      runs(300),
    );
  });

  test('equal ones are taken in the order they were given, so that the plan is always the same', () => {
    const equal = ['dan', 'ada', 'cyd', 'bob'].map((customer) => offer(customer, 50, 10));
    expect(chosenOf(planInterventions(equal, { budget: 20 }))).toEqual(['dan call', 'ada call']);
    const twins = [offer('ada', 50, 10, 'first'), offer('ada', 50, 10, 'second')];
    expect(chosenOf(planInterventions(twins, { budget: 20 }))).toEqual(['ada first']);
  });

  test('a budget is not overrun, nor left unused, by rounding', () => {
    // 0.1 + 0.2 is 0.30000000000000004.
    const two = planInterventions([offer('ada', 1, 0.1), offer('bob', 1, 0.2)], { budget: 0.3 });
    expect(two.chosen.length).toBe(2);
    expect(chosenOf(planInterventions([offer('ada', 1, 0.1 + 0.2)], { budget: 0.3 }))).toEqual(['ada call']);
    const many = Array.from({ length: 1000 }, (_, own) => offer(own, 1, 0.1));
    expect(planInterventions(many, { budget: 70 }).chosen.length).toBe(700);
  });

  test('figures as large and as small as numbers go are planned too', () => {
    const odd = [offer('ada', 1e308, 1e307), offer('bob', 1e308, 0), offer('cyd', 5e-324, 0), offer('dan', 1, 5e-324)];
    const plan = planInterventions(odd, { budget: 1e-300 });
    expect(chosenOf(plan)).toEqual(['bob call', 'dan call', 'cyd call']);
    expect(plan.leftOut.beyondBudget).toBe(1);
  });
});

describe('input that is wrong', () => {
  const call = (change: object) => () => planInterventions([{ ...offer('ada', 5, 1), ...change }], { budget: 5 });

  test.each([
    ['candidates that are none', () => planInterventions({} as never, { budget: 5 }), 'not-rows', ['candidates']],
    ['a hole', () => planInterventions(new Array(1), { budget: 5 }), 'not-a-record', ['candidates', 0]],
    ['no options', () => planInterventions([], undefined as never), 'not-a-record', ['options']],
    ['no budget', () => planInterventions([], {} as never), 'not-a-quantity', ['budget']],
    ['a budget below 0', () => planInterventions([], { budget: -1 }), 'not-a-quantity', ['budget']],
    ['an endless budget', () => planInterventions([], { budget: Infinity }), 'not-a-quantity', ['budget']],
    ['a misspelt option', () => planInterventions([], { budget: 1, limit: 2 } as never), 'unknown-option', ['options']],
    ['nobody', call({ customer: Number.NaN }), 'not-an-id', ['candidates', 0, 'customer']],
    ['no action', call({ action: '' }), 'not-a-text', ['candidates', 0, 'action']],
    ['a probability above 1', call({ churnProbability: 2 }), 'above-limit', ['candidates[0].churnProbability']],
    ['a probability below 0', call({ successProbability: -1 }), 'not-a-quantity', ['candidates[0].successProbability']],
    ['an endless value', call({ valueKept: Infinity }), 'not-a-number', ['candidates[0].valueKept']],
    ['a cost that is text', call({ cost: '5' }), 'not-a-quantity', ['candidates[0].cost']],
  ])('%s is refused', (_, wrong, code, path) => {
    expect(refusalOf(wrong)).toMatchObject({ code, path, metric: 'planInterventions' });
  });
});
