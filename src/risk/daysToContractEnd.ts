import { checkOptions, checkQuantity, isInstant } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { checkTenureLog, checkTold } from '../log/checkLog.ts';
import { DAY } from '../log/day.ts';
import type { AttributeColumn, TenureLog } from '../log/types.ts';
import { INDICATOR_OPTIONS, indicatorOf, observedAtEnd, readIndicatorOptions } from './indicatorOf.ts';
import type { RiskMap } from './riskMap.ts';
import type { IndicatorOptions, RiskIndicator } from './types.ts';

/** The choices of `daysToContractEnd`. */
export interface DaysToContractEndOptions extends IndicatorOptions {
  /**
   * The attribute that holds the end of a contract's term as it was agreed at the start: epoch milliseconds, or null for
   * none. Needed to look at an instant before the log's own.
   */
  readonly end?: string;
  /** How many days away the end of a contract without one counts as, such as its period of notice; as unknown unless told. */
  readonly openEndedDays?: number;
}

/** How soon customers' contracts end. */
export interface DaysToContractEnd extends RiskIndicator {
  /** How many contracts are under way. */
  readonly contractCount: Int32Array;
  /** How many of them have no end. */
  readonly openEndedCount: Int32Array;
  /** Days of 24 hours to the first of the ends; NaN where there is none. */
  readonly firstEndDays: Float64Array;
}

const METRIC = 'daysToContractEnd';
const MAP: RiskMap = { kind: 'linear', safe: 60, risky: 0 };

/**
 * Days until a customer's contract ends: until the last one does, of a customer with several.
 *
 * (last end - asOf) / 24 hours
 *
 * Somebody with a second contract that runs on stays. A contract is under way if it began before `asOf` and was not over
 * before it; one that goes on beyond the end of its term has a value below 0. Who has none under way is no customer.
 *
 * Where a log is looked at from its own `asOf`, the ends that it holds for later are agreed ones. From an earlier instant
 * they are not: a cancellation of the time between would tell of itself. So `end` must then name an attribute with what
 * was agreed at the start. Without an end in sight nothing is said, rather than that there is no risk: such contracts are
 * those that can be left at any time. `openEndedDays` counts their notice.
 *
 * Unless told, the risk is 0 from 60 days on and 1 on the last day and after it (conventions).
 *
 * @param contracts - contracts, from their start to their end
 * @param options - the instant of looking, at most the log's own; where the ends of terms are, what open ones count as,
 * map, name
 * @returns columns of the customers with a contract under way
 * @undefinedWhen one of a customer's contracts has no end, and `openEndedDays` is not given (NaN)
 * @throws InputError `not-a-log`, `unknown-option`, `not-an-instant` (also as the end of a contract under way),
 * `after-as-of`, `not-an-option` (an earlier instant without `end`), `unknown-field`, `reversed-interval` (an end before
 * its contract's start), `not-a-quantity`, `not-a-text`; for the map `not-a-record`, `not-an-option`, `not-a-number`,
 * `not-rows`
 * @example
 * const day = 86_400_000;
 * const contracts = tenureLogFromColumns(
 *   { customer: ['ada', 'bob', 'bob', 'cyd'], from: [0, 0, 50 * day, 0], to: [115 * day, 105 * day, 415 * day, null] },
 *   { asOf: 100 * day },
 * );
 * const { value, risk, firstEndDays } = daysToContractEnd(contracts, { asOf: 100 * day });
 * value // [15, 315, NaN]
 * risk // [0.75, 0, NaN]
 * firstEndDays // [15, 5, NaN]
 */
export function daysToContractEnd(contracts: TenureLog, options: DaysToContractEndOptions): DaysToContractEnd {
  checkTenureLog(METRIC, contracts, ['contracts']);
  checkOptions(METRIC, options, [...INDICATOR_OPTIONS, 'end', 'openEndedDays']);
  const read = readIndicatorOptions(METRIC, options, MAP);
  checkTold(METRIC, 'asOf', read.asOf, contracts.asOf);
  const { end, openEndedDays } = options;
  if (openEndedDays !== undefined) checkQuantity(METRIC, 'openEndedDays', openEndedDays);
  const columns = readEnds(contracts, endReader(contracts, end, read.asOf), read.asOf, openEndedDays ?? Number.NaN);
  const { customers, value, ...evidence } = columns;
  const measured = { customers, value, observedAt: observedAtEnd(value, read.asOf) };
  return { ...indicatorOf(METRIC, measured, read, { end, openEndedDays }), ...evidence };
}

/** The end of a contract's term by its row; Infinity where it has none. */
type EndReader = (row: number) => number;

function endReader(contracts: TenureLog, name: string | undefined, asOf: number): EndReader {
  if (name !== undefined) {
    const column = contracts.attributes.find((own) => own.name === name);
    if (column === undefined) refuse('unknown-field', METRIC, ['end'], 'an attribute of the log', name);
    return (row) => termEnd(contracts, column, row);
  }
  const own = `the log's own (${new Date(contracts.asOf).toISOString()}) where "end" names no attribute`;
  if (asOf < contracts.asOf) refuse('not-an-option', METRIC, ['asOf'], own, new Date(asOf));
  return (row) => contracts.to[row]!;
}

function termEnd({ from }: TenureLog, { name, codes, values }: AttributeColumn, row: number): number {
  const end = values[codes[row]!];
  if (end === null) return Infinity;
  const path = ['contracts', name, row];
  if (typeof end !== 'number' || !isInstant(end))
    refuse('not-an-instant', METRIC, path, 'whole milliseconds since 1970, or null for none', end);
  if (end < from[row]!)
    refuse('reversed-interval', METRIC, path, `at or after its start (${new Date(from[row]!).toISOString()})`, end);
  return end;
}

type Ends = Pick<DaysToContractEnd, 'customers' | 'value' | 'contractCount' | 'openEndedCount' | 'firstEndDays'>;

function readEnds({ customers, offsets, from, to }: TenureLog, endOf: EndReader, asOf: number, openDays: number): Ends {
  const here: CustomerId[] = [];
  const value = new Float64Array(customers.length);
  const contractCount = new Int32Array(customers.length);
  const openEndedCount = new Int32Array(customers.length);
  const firstEndDays = new Float64Array(customers.length);
  for (let customer = 0; customer < customers.length; customer++) {
    let contracts = 0;
    let openEnded = 0;
    let first = Infinity;
    let last = -Infinity;
    for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++) {
      if (from[row]! >= asOf || to[row]! < asOf) continue;
      const end = endOf(row);
      contracts++;
      if (end === Infinity) openEnded++;
      if (end < first) first = end;
      if (end > last && end < Infinity) last = end;
    }
    if (contracts === 0) continue;
    const days = (last - asOf) / DAY;
    // Math.max hands on the NaN of an end that is unknown.
    value[here.length] = openEnded === 0 ? days : Math.max(days, openDays);
    contractCount[here.length] = contracts;
    openEndedCount[here.length] = openEnded;
    firstEndDays[here.length] = first === Infinity ? Number.NaN : (first - asOf) / DAY;
    here.push(customers[customer]!);
  }
  const count = here.length;
  return {
    customers: here,
    value: value.slice(0, count),
    contractCount: contractCount.slice(0, count),
    openEndedCount: openEndedCount.slice(0, count),
    firstEndDays: firstEndDays.slice(0, count),
  };
}
