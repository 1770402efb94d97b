import { checkOptions, checkPositive } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { checkEventLog, checkOneCurrency, checkTenureLog, currencyOf } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import type { EventLog, TenureLog } from '../log/types.ts';
import { ratio } from '../numeric/ratio.ts';
import { sum } from '../numeric/sum.ts';
import { type BandTime, bandTimes } from './bandTimes.ts';
import { type SortedCosts, sortCosts } from './sortCosts.ts';

/** How wide the bands of age are. */
export interface CostToServeOptions {
  /** Days of 24 hours in a band, above 0 and at most 200,000,000 (the reach of `Date`), whole or not. */
  readonly ageBand: number;
}

/** What customers of one band of age cost. */
export interface AgeBandCost extends BandTime {
  /** Age at which the band begins, in days since the customer's first tenure began. */
  readonly from: number;
  /** Age before which it ends, in days. */
  readonly to: number;
  /** What serving them at that age cost. */
  readonly cost: number;
  /** cost / (customerDays / ageBand): what a customer who is there for the whole band costs; NaN where nobody was. */
  readonly costPerCustomer: number;
  /** `'partial'` where customers of the band are still in it, and what they will cost there is not known yet. */
  readonly state: 'observed' | 'partial';
}

/** Costs that belong to no band. */
export interface LeftOutCosts {
  /** How many. */
  readonly events: number;
  /** Their sum. */
  readonly cost: number;
}

/** What it costs to serve a customer, by how long they have been one. */
export interface CostToServeByAge {
  /** One record a band, from age 0 to the greatest age. */
  readonly bands: readonly AgeBandCost[];
  /** The costs that are in no band, each in the first list that fits. */
  readonly leftOut: {
    /** Of customers without a tenure. */
    readonly unknownCustomers: LeftOutCosts;
    /** At `asOf` or later. */
    readonly later: LeftOutCosts;
    /** Before the customer's first tenure. */
    readonly beforeFirstTenure: LeftOutCosts;
    /** At an instant without an open tenure: between two, or after the last. */
    readonly betweenTenures: LeftOutCosts;
  };
  /** What the figures rest on. */
  readonly definition: {
    /** Days of 24 hours in a band. */
    readonly ageBand: number;
    /** Up to when the tenures tell, in epoch milliseconds. */
    readonly asOf: number;
    /** The currency of the costs; undefined where the log names none. */
    readonly currency: string | undefined;
  };
}

const METRIC = 'costToServeByAge';
const WIDEST_BAND = 200_000_000;

/**
 * What it costs to serve a customer, by how long they have been one: for each band of age the costs at that age, against the
 * time that customers spent in it.
 *
 * costPerCustomer of a band = cost / (customerDays / ageBand)
 *
 * Age runs from the start of the customer's first tenure, gaps between tenures included; only time in an open tenure counts
 * as time of a customer. Dividing by time, not by heads, lets those count who left or came only lately.
 *
 * @param costs - a log of what serving customers cost, each cost an amount; a credit is a negative one
 * @param tenures - when they were customers
 * @param options - the width of the bands
 * @returns the bands, and the costs that are in none
 * @unit money per customer and band
 * @throws InputError `not-a-log`, `unknown-option`, `not-a-quantity`, `above-limit`, `mixed-currencies`, `missing-field` (costs
 * without amounts), `too-many-periods` (more than 100,000 bands)
 * @undefinedWhen nobody was a customer at that age (costPerCustomer is NaN)
 * @example
 * const day = 86_400_000;
 * const tenures = tenureLogFromColumns({ customer: ['ada', 'bob'], from: [0, 15 * day], to: [null, null] }, { asOf: 60 * day });
 * const costs = eventLogFromColumns({ customer: ['ada', 'ada', 'bob'], at: [day, 35 * day, 16 * day], amount: [12, 3, 8] });
 * const { bands } = costToServeByAge(costs, tenures, { ageBand: 30 });
 * bands.map((band) => [band.from, band.customers, band.customerDays, band.cost, band.costPerCustomer])
 * // [[0, 2, 60, 20, 10], [30, 2, 45, 3, 2]]
 * bands.map((band) => band.state) // ['observed', 'partial']
 * @complexity customers times the bands they passed, plus costs
 * @reference common practice in cost accounting; time at risk as in demographic rates by age
 */
export function costToServeByAge(costs: EventLog, tenures: TenureLog, options: CostToServeOptions): CostToServeByAge {
  checkEventLog(METRIC, costs, ['costs']);
  checkTenureLog(METRIC, tenures, ['tenures']);
  checkOptions(METRIC, options, ['ageBand']);
  const { ageBand } = options;
  checkPositive(METRIC, 'ageBand', ageBand);
  if (ageBand > WIDEST_BAND) refuse('above-limit', METRIC, ['ageBand'], `at most ${WIDEST_BAND} days`, ageBand);
  if (costs.amount === undefined) refuse('missing-field', METRIC, ['costs', 'amount'], 'in the log', undefined);
  checkOneCurrency(METRIC, costs);
  const times = bandTimes(METRIC, tenures, ageBand * DAY);
  const sorted = sortCosts(costs, tenures, ageBand * DAY, times.length);
  return {
    bands: times.map((time, place) => bandOf(time, sum(sorted.inBand[place]!), place, ageBand)),
    leftOut: leftOutOf(sorted),
    definition: { ageBand, asOf: tenures.asOf, currency: currencyOf(costs) },
  };
}

function bandOf(time: BandTime, cost: number, place: number, ageBand: number): AgeBandCost {
  return {
    from: place * ageBand,
    to: (place + 1) * ageBand,
    ...time,
    cost,
    costPerCustomer: ratio(cost, time.customerDays / ageBand),
    state: time.stillInBand > 0 ? 'partial' : 'observed',
  };
}

function leftOutOf(sorted: SortedCosts): CostToServeByAge['leftOut'] {
  const totals = (amounts: readonly number[]): LeftOutCosts => ({ events: amounts.length, cost: sum(amounts) });
  return {
    unknownCustomers: totals(sorted.unknownCustomers),
    later: totals(sorted.later),
    beforeFirstTenure: totals(sorted.beforeFirstTenure),
    betweenTenures: totals(sorted.betweenTenures),
  };
}
