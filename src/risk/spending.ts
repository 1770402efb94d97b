import { sumError } from '../numeric/exactError.ts';

/** Costs that are not whole may pass the budget by this share of it, by rounding. */
const ROUNDING = 8 * Number.EPSILON;

/** What is spent of a budget: a compensated sum, so that spending and taking back leave no crumbs. */
export interface Spending {
  /** Whether so much more can be spent. */
  readonly canSpend: (cost: number) => boolean;
  /** Spends so much more, or less where it is below 0. */
  readonly spend: (cost: number) => void;
  /** What is left, at least 0. */
  readonly left: () => number;
}

/** Nothing spent of a budget. */
export function spendingOf(budget: number): Spending {
  const limit = budget * (1 + ROUNDING);
  let spent = 0;
  let lost = 0;
  return {
    canSpend: (cost) => spent + cost + lost <= limit,
    spend: (cost) => {
      lost += sumError(spent, cost);
      spent += cost;
    },
    left: () => Math.max(0, budget - spent - lost),
  };
}
