import type { AttributeValue, CustomerId } from '../../src/core/types.ts';
import type { CodedColumn, EventLog, TenureLog } from '../../src/log/types.ts';

/** One event in full; what a log has no column for is undefined. */
export interface PlainEvent {
  readonly customer: CustomerId;
  readonly at: number;
  readonly amount?: number | undefined;
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
  readonly id?: string | number | undefined;
  readonly attributes?: Readonly<Record<string, AttributeValue | undefined>>;
}

/** One tenure in full; what a log has no column for is undefined. */
export interface PlainTenure {
  readonly customer: CustomerId;
  readonly from: number;
  readonly to: number;
  readonly amount?: number | undefined;
  readonly billing?: string | undefined;
  readonly currency?: string | undefined;
  readonly status?: AttributeValue | undefined;
  readonly reason?: AttributeValue | undefined;
  readonly id?: string | number | undefined;
  readonly attributes?: Readonly<Record<string, AttributeValue | undefined>>;
}

function valueAt<Value>(column: CodedColumn<Value> | undefined, row: number): Value | undefined {
  return column?.values[column.codes[row]!];
}

function customerOfRow(log: EventLog | TenureLog, row: number): CustomerId {
  return log.customers[log.offsets.findIndex((start) => start > row) - 1]!;
}

function attributesAt(log: EventLog | TenureLog, row: number): Record<string, AttributeValue | undefined> {
  return Object.fromEntries(log.attributes.map((column) => [column.name, valueAt(column, row)]));
}

/** All events of a log, in its order. */
export function eventsOf(log: EventLog): PlainEvent[] {
  return Array.from(log.at, (at, row) => ({
    customer: customerOfRow(log, row),
    at,
    amount: log.amount?.[row],
    name: valueAt(log.name, row),
    currency: valueAt(log.currency, row),
    id: log.ids?.[row],
    attributes: attributesAt(log, row),
  }));
}

/** All tenures of a log, in its order. */
export function tenuresOf(log: TenureLog): PlainTenure[] {
  return Array.from(log.from, (from, row) => {
    const billing = valueAt(log.billing, row);
    return {
      customer: customerOfRow(log, row),
      from,
      to: log.to[row]!,
      amount: log.amount?.[row],
      billing: billing && `${billing.every} ${billing.period}`,
      currency: valueAt(log.currency, row),
      status: valueAt(log.status, row),
      reason: valueAt(log.reason, row),
      id: log.ids?.[row],
      attributes: attributesAt(log, row),
    };
  });
}

/** Rows by customer, in order of first appearance, each customer's in order of time: equal times keep their order. */
export function byCustomer<Row extends { readonly customer: CustomerId }>(
  rows: readonly Row[],
  time: (row: Row) => number,
): Map<CustomerId, Row[]> {
  const groups = new Map<CustomerId, Row[]>();
  for (const row of rows) groups.set(row.customer, [...(groups.get(row.customer) ?? []), row]);
  for (const group of groups.values()) group.sort((one, other) => time(one) - time(other));
  return groups;
}

/** What every log promises of its columns, whatever it was built from. */
export function brokenPromises(log: EventLog | TenureLog): string[] {
  const at = log.kind === 'events' ? log.at : log.from;
  const { customers, offsets } = log;
  const lengths = [log.amount, log.ids, log.currency?.codes, ...log.attributes.map(({ codes }) => codes)];
  const promises: [string, boolean][] = [
    ['customers are distinct', new Set(customers).size === customers.length],
    ['offsets frame the customers', offsets.length === customers.length + 1],
    ['offsets begin at 0', offsets[0] === 0],
    ['offsets end at the number of rows', offsets.at(-1) === at.length],
    ['every customer has a row', customers.every((_, place) => offsets[place + 1]! > offsets[place]!)],
    ['rows are in order of time', customers.every((_, place) => isAscending(at, offsets[place]!, offsets[place + 1]!))],
    ['columns are equally long', lengths.every((column) => column === undefined || column.length === at.length)],
  ];
  return promises.filter(([, kept]) => !kept).map(([promise]) => promise);
}

function isAscending(at: Float64Array, start: number, end: number): boolean {
  for (let row = start + 1; row < end; row++) if (at[row]! < at[row - 1]!) return false;
  return true;
}
