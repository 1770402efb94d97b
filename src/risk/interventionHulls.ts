import type { CustomerId } from '../core/types.ts';

/** What each candidate costs and brings. */
export interface Offers {
  readonly cost: Float64Array;
  readonly benefit: Float64Array;
}

/** One step up a customer's hull: from a cheaper candidate, or none, to one that brings more. */
export interface HullStep {
  /** Place of the customer among those with an offer. */
  readonly customer: number;
  /** The candidate left behind; -1 for none. */
  readonly from: number;
  /** The candidate taken. */
  readonly to: number;
  /** What it brings more, above 0. */
  readonly gain: number;
  /** What it costs more; 0 for the best of those that cost nothing. */
  readonly price: number;
  /** gain / price: lower at each step of a customer, Infinity where it costs nothing. */
  readonly worth: number;
}

/** The candidates of each customer, customers in order of first appearance. */
export function groupOffers(places: Iterable<number>, customerOf: (place: number) => CustomerId): number[][] {
  const groups = new Map<CustomerId, number[]>();
  for (const place of places) {
    const customer = customerOf(place);
    const group = groups.get(customer);
    if (group === undefined) groups.set(customer, [place]);
    else group.push(place);
  }
  return [...groups.values()];
}

/**
 * The upper hull of each customer's candidates by cost and benefit, from nothing at no cost on, as steps: the worthiest
 * first, equals in the order of the candidates. Candidates below a hull are in no best plan that may split one of them.
 */
export function hullSteps(groups: readonly (readonly number[])[], offers: Offers): HullStep[] {
  const steps = groups.flatMap((group, customer) => {
    const byCost = [...group].sort((a, b) => offers.cost[a]! - offers.cost[b]! || a - b);
    return climb(byCost, customer, offers);
  });
  return steps.sort((a, b) => (a.worth === b.worth ? a.to - b.to : b.worth - a.worth));
}

function climb(byCost: readonly number[], customer: number, offers: Offers): HullStep[] {
  const steps: HullStep[] = [];
  for (const to of byCost) {
    let step = stepUp(customer, steps.at(-1)?.to ?? -1, to, offers);
    if (!(step.gain > 0)) continue;
    for (let last = steps.at(-1); last !== undefined && last.worth <= step.worth; last = steps.at(-1)) {
      steps.pop();
      step = stepUp(customer, last.from, to, offers);
    }
    steps.push(step);
  }
  return steps;
}

function stepUp(customer: number, from: number, to: number, { cost, benefit }: Offers): HullStep {
  const gain = benefit[to]! - (from === -1 ? 0 : benefit[from]!);
  const price = cost[to]! - (from === -1 ? 0 : cost[from]!);
  return { customer, from, to, gain, price, worth: gain / price };
}
