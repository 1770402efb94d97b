// Logs without rows, to ask functions about their options: what one of these refuses, every log refuses.
import { toMilliseconds } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import type { AttributeColumn, CodedColumn, EventLog, TenureLog } from '../log/types.ts';

/** A log without events, which has amounts, names and one attribute. */
export function emptyEvents(attribute = ''): EventLog {
  return {
    ...{ kind: 'events', customers: [], offsets: new Int32Array(1), at: new Float64Array(0), earliest: Infinity },
    ...{ amount: new Float64Array(0), name: emptyColumn(), currency: undefined, ids: undefined },
    attributes: [emptyAttribute(attribute)],
    intake: {
      ...{ rows: 0, refunds: 'refuse', refundsDropped: 0, refundsNetted: 0, duplicates: 'refuse' },
      duplicatesDropped: 0,
    },
  };
}

/** A log without tenures, which tells up to an instant and has one attribute. */
export function emptyTenures(asOf: Instant, attribute = ''): TenureLog {
  return {
    ...{ kind: 'tenures', asOf: toMilliseconds(asOf), customers: [], offsets: new Int32Array(1) },
    ...{ from: new Float64Array(0), to: new Float64Array(0), amount: undefined, billing: undefined },
    ...{ currency: undefined, status: undefined, reason: undefined, ids: undefined },
    attributes: [emptyAttribute(attribute)],
  };
}

function emptyAttribute(name: string): AttributeColumn {
  return { name, ...emptyColumn() };
}

function emptyColumn(): CodedColumn<never> {
  return { codes: new Int32Array(0), values: [] };
}
