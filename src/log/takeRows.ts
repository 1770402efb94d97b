import { takeAttributes, takeCoded, takeNumbers, takeValues } from './columns.ts';
import { compactCustomers } from './compactCustomers.ts';
import { firstInstant } from './firstInstant.ts';
import type { EventLog, TenureLog } from './types.ts';

/** Some of a log's customers' rows: what stays of `customers` and `offsets`. Rows ascend. */
function takeCustomers(log: EventLog | TenureLog, rows: Int32Array): Pick<EventLog, 'customers' | 'offsets'> {
  const offsets = new Int32Array(log.offsets.length);
  let taken = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    while (taken < rows.length && rows[taken]! < log.offsets[customer + 1]!) taken++;
    offsets[customer + 1] = taken;
  }
  return compactCustomers(offsets, { base: 0, values: log.customers });
}

/** The log of some of its events; `rows` ascend. */
export function takeEvents(log: EventLog, rows: Int32Array): EventLog {
  const customers = takeCustomers(log, rows);
  const at = takeNumbers(log.at, rows);
  return {
    ...log,
    ...customers,
    ...{ at, earliest: firstInstant(customers.offsets, at) },
    amount: log.amount && takeNumbers(log.amount, rows),
    name: log.name && takeCoded(log.name, rows),
    currency: log.currency && takeCoded(log.currency, rows),
    ids: log.ids && takeValues(log.ids, rows),
    attributes: takeAttributes(log.attributes, rows),
  };
}

/** The log of some of its tenures; `rows` ascend. */
export function takeTenures(log: TenureLog, rows: Int32Array): TenureLog {
  return {
    ...log,
    ...takeCustomers(log, rows),
    from: takeNumbers(log.from, rows),
    to: takeNumbers(log.to, rows),
    amount: log.amount && takeNumbers(log.amount, rows),
    billing: log.billing && takeCoded(log.billing, rows),
    currency: log.currency && takeCoded(log.currency, rows),
    status: log.status && takeCoded(log.status, rows),
    reason: log.reason && takeCoded(log.reason, rows),
    ids: log.ids && takeValues(log.ids, rows),
    attributes: takeAttributes(log.attributes, rows),
  };
}

/** The rows of a log for which a test holds, ascending. */
export function rowsWhere(length: number, test: (row: number) => boolean): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < length; row++) if (test(row)) rows.push(row);
  return Int32Array.from(rows);
}
