import { checkFunction } from '../core/checks.ts';
import type { AttributeValue, CustomerId } from '../core/types.ts';
import { checkTenureLog } from './checkLog.ts';
import { attributeReader, customerCodes } from './columns.ts';
import { rowsWhere, takeTenures } from './takeRows.ts';
import type { TenureLog } from './types.ts';

/** One tenure, as a record. */
export interface LoggedTenure {
  /** Whose it is. */
  readonly customer: CustomerId;
  /** Its first instant, in epoch milliseconds. */
  readonly from: number;
  /** The first instant after it; Infinity where it is open. */
  readonly to: number;
  /** What is paid each time; undefined where the log has no amounts. */
  readonly amount: number | undefined;
  /** Its state; undefined where the log has none. */
  readonly status: AttributeValue | undefined;
  /** Why it ended; undefined where the log has no reasons. */
  readonly reason: AttributeValue | undefined;
  /** The tenure's id; undefined where the log has none. */
  readonly id: string | number | undefined;
  /** The value of one of your own columns; undefined where the log has no such column. */
  readonly attribute: (name: string) => AttributeValue | undefined;
}

const METRIC = 'filterTenures';

/**
 * The log of some of the tenures. Customers without a tenure left are in it no more.
 *
 * @param log - any tenure log
 * @param keep - whether to keep a tenure
 * @returns a new log
 * @throws InputError `not-a-log`, `not-a-function`
 * @example
 * const log = tenureLogFromColumns({ customer: ['a', 'b'], from: [10, 20], to: [15, Infinity] }, { asOf: 30 });
 * filterTenures(log, (tenure) => tenure.to > 20).customers // ['b']
 */
export function filterTenures(log: TenureLog, keep: (tenure: LoggedTenure) => boolean): TenureLog {
  checkTenureLog(METRIC, log);
  checkFunction(METRIC, 'keep', keep);
  const customers = customerCodes(log.offsets);
  const attributeAt = attributeReader(log.attributes);
  const rows = rowsWhere(log.from.length, (row) =>
    keep({
      customer: log.customers[customers[row]!]!,
      from: log.from[row]!,
      to: log.to[row]!,
      amount: log.amount?.[row],
      status: log.status?.values[log.status.codes[row]!],
      reason: log.reason?.values[log.reason.codes[row]!],
      id: log.ids?.[row],
      attribute: attributeAt(row),
    }),
  );
  return takeTenures(log, rows);
}
