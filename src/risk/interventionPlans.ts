// Two ways to spend a budget on candidates, and the most that any way could bring.
import { sum } from '../numeric/sum.ts';
import type { HullStep, Offers } from './interventionHulls.ts';
import { type Spending, spendingOf } from './spending.ts';

/** What is to be planned: the candidates of each customer, and the steps up their hulls. */
export interface Planning {
  readonly groups: readonly (readonly number[])[];
  readonly steps: readonly HullStep[];
  readonly offers: Offers;
  readonly budget: number;
}

/** The better of two plans: the candidates chosen, and the bound on the benefit of any plan. */
export interface BestPlan {
  readonly chosen: readonly number[];
  /** Infinity where nothing was in want of money. */
  readonly bound: number;
}

/** The candidate that each customer has, -1 for none, and what is spent. */
interface Plan {
  readonly taken: Int32Array;
  readonly spending: Spending;
}

function emptyPlan({ groups, budget }: Planning): Plan {
  return { taken: new Int32Array(groups.length).fill(-1), spending: spendingOf(budget) };
}

/**
 * The plan that climbs the hulls, or the one that takes the largest benefits as long as the money lasts: the better one.
 *
 * Of the two one brings at least half of what is possible. Up to the first step that the money does not reach for, the
 * climb is the best there is, so it and that step bring more together than any plan; and the step's candidate alone is in
 * reach of the other plan's first choice.
 */
export function bestPlan(planning: Planning): BestPlan {
  const { plan, bound } = climbHulls(planning);
  const other = emptyPlan(planning);
  const largestFirst = choicesOf(planning);
  for (const one of [plan, other]) fill(one, largestFirst, planning.offers);
  const [chosen, others] = [plan, other].map(({ taken }) => Array.from(taken).filter((place) => place !== -1));
  return { chosen: benefitOf(chosen!, planning) >= benefitOf(others!, planning) ? chosen! : others!, bound };
}

function benefitOf(chosen: readonly number[], { offers }: Planning): number {
  return sum(chosen.map((place) => offers.benefit[place]!));
}

/** Takes the worthiest steps that the budget reaches for; a customer whose step it does not reach for stays there. */
function climbHulls(planning: Planning): { readonly plan: Plan; readonly bound: number } {
  const plan = emptyPlan(planning);
  const gains: number[] = [];
  const isStuck = new Uint8Array(plan.taken.length);
  let bound = Infinity;
  for (const { customer, to, gain, price } of planning.steps) {
    if (isStuck[customer] === 1) continue;
    if (plan.spending.canSpend(price)) {
      take(plan, customer, to, planning.offers);
      gains.push(gain);
    } else {
      // As much of this step as the rest would buy: no plan brings more.
      if (bound === Infinity) bound = sum([...gains, gain * (plan.spending.left() / price)]);
      isStuck[customer] = 1;
    }
  }
  return { plan, bound };
}

/** A candidate, and the place of its customer. */
interface Choice {
  readonly customer: number;
  readonly place: number;
}

/** All candidates, the largest benefit first, equals in the order they were given. */
function choicesOf({ groups, offers: { benefit } }: Planning): Choice[] {
  const choices = groups.flatMap((group, customer) => group.map((place) => ({ customer, place })));
  return choices.sort((a, b) => benefit[b.place]! - benefit[a.place]! || a.place - b.place);
}

/** Spends what is left on the largest benefits that it reaches for. */
function fill(plan: Plan, choices: readonly Choice[], offers: Offers): void {
  const { cost, benefit } = offers;
  for (const { customer, place } of choices) {
    const now = plan.taken[customer]!;
    const gain = benefit[place]! - (now === -1 ? 0 : benefit[now]!);
    const price = cost[place]! - (now === -1 ? 0 : cost[now]!);
    if (gain > 0 && plan.spending.canSpend(price)) take(plan, customer, place, offers);
  }
}

function take({ taken, spending }: Plan, customer: number, place: number, { cost }: Offers): void {
  const before = taken[customer]!;
  if (before !== -1) spending.spend(-cost[before]!);
  spending.spend(cost[place]!);
  taken[customer] = place;
}
