import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { checkScores } from './checkScores.ts';
import { categoryOf } from './netPromoterCategory.ts';
import { type NetPromoterDefinition, netPromoterDefinition } from './netPromoterCounts.ts';
import type { NetPromoterShiftCounts } from './pairedNetPromoterDifference.ts';
import { NET_PROMOTER_SCALE } from './surveyScale.ts';

/** Scores beside the customers who gave them, each customer once, as `surveyAnswers` gives them. */
export interface CustomerScores {
  /** Who answered. */
  readonly customers: readonly CustomerId[];
  /** Their scores, whole numbers from 0 to 10. */
  readonly scores: ArrayLike<number>;
}

/** Customers who answered before and after, by what they were and what they became. */
export interface NetPromoterShifts extends NetPromoterShiftCounts {
  /** Customers who answered before only; they are in none of the nine counts. */
  readonly unmatchedBefore: number;
  /** Customers who answered after only; they are in none of the nine counts. */
  readonly unmatchedAfter: number;
  /** What the counts rest on. */
  readonly definition: NetPromoterDefinition;
}

const METRIC = 'netPromoterShifts';

/**
 * Who of those that answered twice became what: promoters, passives and detractors of before by those of after.
 *
 * @param before - the earlier answers, at most one a customer
 * @param after - the later answers, at most one a customer
 * @returns nine counts of customers who are in both, and how many are in one only
 * @throws InputError `not-a-record`, `not-rows`, `length-mismatch`, `not-an-id`, `duplicate-id`, `not-on-scale`
 * @example
 * const spring = { customers: ['ada', 'bob', 'cyd'], scores: [6, 9, 8] };
 * const autumn = { customers: ['bob', 'ada', 'dan'], scores: [10, 8, 3] };
 * const shifts = netPromoterShifts(spring, autumn);
 * [shifts.detractorToPassive, shifts.promoterToPromoter, shifts.unmatchedBefore, shifts.unmatchedAfter] // [1, 1, 1, 1]
 */
export function netPromoterShifts(before: CustomerScores, after: CustomerScores): NetPromoterShifts {
  const placeBefore = checkCustomerScores('before', before);
  const placeAfter = checkCustomerScores('after', after);
  const counts = {
    ...{ detractorToDetractor: 0, detractorToPassive: 0, detractorToPromoter: 0 },
    ...{ passiveToDetractor: 0, passiveToPassive: 0, passiveToPromoter: 0 },
    ...{ promoterToDetractor: 0, promoterToPassive: 0, promoterToPromoter: 0 },
  };
  let matched = 0;
  for (const [customer, place] of placeBefore) {
    const later = placeAfter.get(customer);
    if (later === undefined) continue;
    matched++;
    counts[cellOf(before.scores[place]!, after.scores[later]!)]++;
  }
  const unmatchedBefore = placeBefore.size - matched;
  const unmatchedAfter = placeAfter.size - matched;
  return { ...counts, unmatchedBefore, unmatchedAfter, definition: netPromoterDefinition() };
}

const BECAME = { detractor: 'ToDetractor', passive: 'ToPassive', promoter: 'ToPromoter' } as const;

function cellOf(before: number, after: number): keyof NetPromoterShiftCounts {
  return `${categoryOf(before)}${BECAME[categoryOf(after)]}`;
}

/** Refuses scores that do not belong to one customer each, and gives each customer's place. */
function checkCustomerScores(name: string, answers: CustomerScores): Map<CustomerId, number> {
  checkRecord(METRIC, name, answers);
  const { customers, scores } = answers;
  if (!Array.isArray(customers)) refuse('not-rows', METRIC, [name, 'customers'], 'an array of customers', customers);
  checkScores(METRIC, scores, NET_PROMOTER_SCALE, [name, 'scores']);
  if (scores.length !== customers.length)
    refuse('length-mismatch', METRIC, [name, 'scores'], `as long as "customers" (${customers.length})`, scores.length);
  const places = new Map<CustomerId, number>();
  customers.forEach((customer: unknown, place) => {
    const path = [name, 'customers', place];
    if (typeof customer !== 'string' && typeof customer !== 'number')
      refuse('not-an-id', METRIC, path, 'a text or a number', customer);
    if (places.has(customer)) refuse('duplicate-id', METRIC, path, "there once: take each one's last answer", customer);
    places.set(customer, place);
  });
  return places;
}
