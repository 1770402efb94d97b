import { checkOptions, checkQuantity } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { checkText } from '../log/checkText.ts';
import { ID } from '../log/valueKind.ts';
import { sum } from '../numeric/sum.ts';
import { checkInterventionParts, type InterventionParts, interventionBenefit } from './expectedInterventionBenefit.ts';
import { groupOffers, hullSteps, type Offers } from './interventionHulls.ts';
import { bestPlan } from './interventionPlans.ts';
import { spendingOf } from './spending.ts';

/** Something that could be done about a customer. A customer may have several. */
export interface InterventionCandidate extends InterventionParts {
  /** The customer. */
  readonly customer: CustomerId;
  /** What could be done, in your own words. */
  readonly action: string;
}

/** The choices of `planInterventions`. */
export interface PlanOptions {
  /** How much may be spent, in the unit of the costs. */
  readonly budget: number;
}

/** Something that is to be done. */
export interface PlannedIntervention extends InterventionCandidate {
  /** What it brings on average, after its cost. */
  readonly expectedBenefit: number;
}

/** What to do about whom. */
export interface InterventionPlan {
  /** At most one a customer, the largest expected benefit first, equals in the order they were given. */
  readonly chosen: readonly PlannedIntervention[];
  /** What they cost together. */
  readonly cost: number;
  /** What they bring on average, after their cost. */
  readonly expectedBenefit: number;
  /** No plan within the budget brings more than this. */
  readonly upperBound: number;
  /** Candidates that were not chosen, each in the first list that fits; with those chosen they are all. */
  readonly leftOut: {
    /** The benefit is NaN. */
    readonly unknownBenefit: number;
    /** The benefit is not above 0. */
    readonly noBenefit: number;
    /** The cost alone is above the budget. */
    readonly beyondBudget: number;
    /** Something else was worth more: for the customer, or for the money. */
    readonly notChosen: number;
  };
  /** What the plan rests on. */
  readonly definition: {
    /** How much may be spent. */
    readonly budget: number;
    /** How the plan is made. */
    readonly method: 'upperHulls';
  };
}

const METRIC = 'planInterventions';

/**
 * Whom to do something about, and what, under a budget: at most one action a customer, none without an expected benefit.
 *
 * The best plan can take very long to find (a multiple-choice knapsack). This one takes the actions that bring most for the
 * money, step by step from the cheapest worthwhile action of each customer to dearer ones that bring more, and spends the
 * rest on what it still reaches for. It brings at least half of what the best plan does, nearly all of it where no single
 * cost is a large part of the budget, and `upperBound` says how much is possible at most.
 *
 * @param candidates - what could be done; candidates of a benefit of NaN are left out and counted
 * @param options - the budget, which costs that are not whole may pass by rounding
 * @returns what to do, what it costs and brings
 * @throws InputError `not-rows`, `not-a-record`, `not-an-id`, `not-a-text`, `not-a-quantity`, `not-a-number`,
 * `above-limit`, `unknown-option`
 * @complexity sorts the candidates
 * @example
 * const risk = { churnProbability: 0.5, successProbability: 0.5 };
 * const plan = planInterventions(
 *   [
 *     { customer: 'ada', action: 'call', ...risk, valueKept: 400, cost: 20 },
 *     { customer: 'ada', action: 'visit', ...risk, valueKept: 480, cost: 50 },
 *     { customer: 'bob', action: 'call', ...risk, valueKept: 200, cost: 20 },
 *     { customer: 'cyd', action: 'call', ...risk, valueKept: 60, cost: 20 },
 *   ],
 *   { budget: 40 },
 * );
 * plan.chosen.map(({ customer, action, expectedBenefit }) => [customer, action, expectedBenefit]) // [['ada', 'call', 80], ['bob', 'call', 30]]
 * plan.cost // 40
 * plan.upperBound // 110
 * plan.leftOut // { unknownBenefit: 0, noBenefit: 1, beyondBudget: 1, notChosen: 0 }
 * @reference Sinha and Zoltners (1979), The multiple-choice knapsack problem; Kellerer, Pferschy and Pisinger (2004),
 * Knapsack problems, chapter 11
 */
export function planInterventions(
  candidates: readonly InterventionCandidate[],
  options: PlanOptions,
): InterventionPlan {
  checkOptions(METRIC, options, ['budget']);
  const { budget } = options;
  checkQuantity(METRIC, 'budget', budget);
  const offers = readCandidates(candidates);
  const leftOut = { unknownBenefit: 0, noBenefit: 0, beyondBudget: 0, notChosen: 0 };
  const worthwhile: number[] = [];
  const nothingSpent = spendingOf(budget);
  offers.benefit.forEach((benefit, place) => {
    if (Number.isNaN(benefit)) leftOut.unknownBenefit++;
    else if (benefit <= 0) leftOut.noBenefit++;
    else if (!nothingSpent.canSpend(offers.cost[place]!)) leftOut.beyondBudget++;
    else worthwhile.push(place);
  });
  const groups = groupOffers(worthwhile, (place) => candidates[place]!.customer);
  const { chosen, bound } = bestPlan({ groups, steps: hullSteps(groups, offers), offers, budget });
  leftOut.notChosen = worthwhile.length - chosen.length;
  const ranked = [...chosen].sort((a, b) => offers.benefit[b]! - offers.benefit[a]! || a - b);
  const expectedBenefit = sum(ranked.map((place) => offers.benefit[place]!));
  return {
    chosen: ranked.map((place) => plannedOf(candidates[place]!, offers.benefit[place]!)),
    cost: sum(ranked.map((place) => offers.cost[place]!)),
    expectedBenefit,
    // By rounding alone the bound could be below what it bounds.
    upperBound: bound === Infinity ? expectedBenefit : Math.max(bound, expectedBenefit),
    leftOut,
    definition: { budget, method: 'upperHulls' },
  };
}

/** Refuses candidates that are wrong, and gives their costs and benefits. */
function readCandidates(candidates: readonly InterventionCandidate[]): Offers {
  if (!Array.isArray(candidates)) refuse('not-rows', METRIC, ['candidates'], 'an array of candidates', candidates);
  const { length } = candidates;
  const offers = { cost: new Float64Array(length), benefit: new Float64Array(length) };
  for (let place = 0; place < length; place++) {
    const candidate = candidates[place] as InterventionCandidate;
    const path = ['candidates', place];
    if (typeof candidate !== 'object' || candidate === null)
      refuse('not-a-record', METRIC, path, 'an object', candidate);
    const { customer, action, cost } = candidate;
    if (!ID.isValid(customer)) refuse(ID.code, METRIC, [...path, 'customer'], ID.expected, customer);
    checkText(METRIC, [...path, 'action'], action);
    checkInterventionParts(METRIC, `candidates[${place}].`, candidate);
    offers.cost[place] = cost;
    offers.benefit[place] = interventionBenefit(candidate);
  }
  return offers;
}

function plannedOf(candidate: InterventionCandidate, expectedBenefit: number): PlannedIntervention {
  const { customer, action, churnProbability, successProbability, valueKept, cost } = candidate;
  return { customer, action, churnProbability, successProbability, valueKept, cost, expectedBenefit };
}
