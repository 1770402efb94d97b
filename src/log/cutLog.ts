import type { AttributeValue } from '../core/types.ts';
import { checkTold } from './checkLog.ts';
import { takeEvents, takeTenures } from './takeRows.ts';
import type { CodedColumn, EventLog, TenureLog } from './types.ts';

/** The log as it was known before `asOf`; a tenure log must tell up to then. */
export function cutLog<Log extends EventLog | TenureLog>(metric: string, log: Log, asOf: number): Log {
  if (log.kind === 'events') return takeEvents(log, rowsBefore(log.offsets, log.at, asOf)) as Log;
  checkTold(metric, 'asOf', asOf, log.asOf);
  return cutTenures(log, asOf) as Log;
}

/** The first rows of each customer, up to the last before `asOf`. */
function rowsBefore(offsets: Int32Array, instants: Float64Array, asOf: number): Int32Array {
  const rows = new Int32Array(instants.length);
  let count = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const end = offsets[customer + 1]!;
    for (let row = offsets[customer]!; row < end && instants[row]! < asOf; row++) rows[count++] = row;
  }
  return rows.subarray(0, count);
}

function cutTenures(log: TenureLog, asOf: number): TenureLog {
  const begun = takeTenures(log, rowsBefore(log.offsets, log.from, asOf));
  const to = begun.to.map((end) => (end < asOf ? end : Infinity));
  const { status, reason } = begun;
  return { ...begun, asOf, to, status: status && closedOnly(status, to), reason: reason && closedOnly(reason, to) };
}

/** The column with null where a tenure is open. */
function closedOnly({ codes, values }: CodedColumn<AttributeValue>, to: Float64Array): CodedColumn<AttributeValue> {
  if (!to.includes(Infinity)) return { codes, values };
  const known = values.indexOf(null);
  const none = known === -1 ? values.length : known;
  return {
    codes: codes.map((code, row) => (to[row] === Infinity ? none : code)),
    values: known === -1 ? [...values, null] : values,
  };
}
