import { checkAtMost, checkOptions, checkQuantity } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';

/** Totals as companies publish them, in any unit (persons, millions). */
export interface PublishedTotals {
  /** Customers at the end of the period before. */
  readonly customersAtStart: number;
  /** Customers at the end of the period. */
  readonly customersAtEnd: number;
  /** Customers won in the period ("gross additions"). */
  readonly newCustomers: number;
  /** Customers lost in the period ("deactivations"), where they are published. */
  readonly lostCustomers?: number;
  /** Won less lost ("net additions"), where they are published instead. */
  readonly netAdditions?: number;
}

/** A movement made from totals: who stayed is not known, only how many. */
export interface TotalsMovement {
  /** Customers at the end of the period before. */
  readonly customersAtStart: number;
  /** Customers at the end of the period. */
  readonly customersAtEnd: number;
  /** Customers won in the period, those among them who left again included. */
  readonly newCustomers: number;
  /** Customers lost in the period, those who had only just joined included. */
  readonly lostCustomers: number;
  /** What the stock moved beyond what the flows tell: end - (start + new - lost). Companies bought, recounts. */
  readonly stockFlowGap: number;
  /** What the figures rest on. */
  readonly definition: {
    /** Made from totals, not from sets of customers. */
    readonly basis: 'totals';
    /** Where `lostCustomers` came from. */
    readonly lostFrom: 'lostCustomers' | 'netAdditions' | 'stock';
  };
}

const METRIC = 'movementFromTotals';
const FIELDS = ['customersAtStart', 'customersAtEnd', 'newCustomers', 'lostCustomers', 'netAdditions'];
/** Totals that are not whole may miss each other by rounding, by this share of the largest. */
const ROUNDING = 8 * Number.EPSILON;

/**
 * A movement from published totals, with the gap between what the stock says and what the flows say.
 *
 * Lost customers are those published, else won less net additions, else what the stock implies (start + new - end).
 *
 * @param totals - stock at both ends, customers won, and lost customers or net additions where they are known
 * @returns the movement; `churnRate` takes it as it is
 * @throws InputError `not-a-record`, `unknown-option`, `not-a-quantity`, `not-a-number`, `not-an-option`, `above-limit`,
 * `below-limit`
 * @example
 * const quarter = movementFromTotals({
 *   customersAtStart: 3.41,
 *   customersAtEnd: 3.9,
 *   newCustomers: 0.58,
 *   netAdditions: 0.455,
 * });
 * quarter.lostCustomers // 0.125…
 * quarter.stockFlowGap // 0.035…
 */
export function movementFromTotals(totals: PublishedTotals): TotalsMovement {
  checkOptions(METRIC, totals, FIELDS, 'totals');
  const { customersAtStart, customersAtEnd, newCustomers } = totals;
  checkQuantity(METRIC, 'customersAtStart', customersAtStart);
  checkQuantity(METRIC, 'customersAtEnd', customersAtEnd);
  checkQuantity(METRIC, 'newCustomers', newCustomers);
  const { lost, lostFrom } = lostOf(totals);
  const largest = Math.max(customersAtStart, customersAtEnd, newCustomers);
  const lostCustomers = checkAtMost(
    METRIC,
    'lostCustomers',
    lost,
    'customersAtStart + newCustomers',
    customersAtStart + newCustomers,
  );
  const gap = customersAtEnd - customersAtStart - (newCustomers - lostCustomers);
  const stockFlowGap = Math.abs(gap) <= ROUNDING * largest ? 0 : gap;
  const definition = { basis: 'totals' as const, lostFrom };
  return { customersAtStart, customersAtEnd, newCustomers, lostCustomers, stockFlowGap, definition };
}

function lostOf(totals: PublishedTotals): { lost: number; lostFrom: TotalsMovement['definition']['lostFrom'] } {
  const { customersAtStart, customersAtEnd, newCustomers, lostCustomers, netAdditions } = totals;
  if (lostCustomers !== undefined && netAdditions !== undefined)
    refuse('not-an-option', METRIC, ['netAdditions'], 'left out where "lostCustomers" is given', netAdditions);
  if (lostCustomers !== undefined) {
    checkQuantity(METRIC, 'lostCustomers', lostCustomers);
    return { lost: lostCustomers, lostFrom: 'lostCustomers' };
  }
  if (netAdditions !== undefined) {
    if (typeof netAdditions !== 'number' || !Number.isFinite(netAdditions))
      refuse('not-a-number', METRIC, ['netAdditions'], 'a finite number', netAdditions);
    return {
      lost: newCustomers - checkAtMost(METRIC, 'netAdditions', netAdditions, 'newCustomers', newCustomers),
      lostFrom: 'netAdditions',
    };
  }
  const most = customersAtStart + newCustomers;
  return {
    lost: most - checkAtMost(METRIC, 'customersAtEnd', customersAtEnd, 'customersAtStart + newCustomers', most),
    lostFrom: 'stock',
  };
}
