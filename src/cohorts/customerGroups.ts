import type { AttributeValue } from '../core/types.ts';
import { fieldColumn } from '../log/fieldColumn.ts';
import type { AttributeChoice, EventLog } from '../log/types.ts';

/** Customers told apart by a value. */
export interface CustomerGroups {
  /** Each customer's place in `values`. */
  readonly codes: Int32Array;
  readonly values: readonly AttributeValue[];
}

/** Customers by an attribute of their first or last event before `asOf`. */
export function attributeGroups(
  metric: string,
  log: EventLog,
  { name, value: which }: AttributeChoice,
  asOf: number,
  option = 'attribute',
): CustomerGroups {
  const column = fieldColumn(metric, option, log, name);
  const codes = new Int32Array(log.customers.length);
  for (let customer = 0; customer < codes.length; customer++) {
    const start = log.offsets[customer]!;
    let row = which === 'first' ? start : log.offsets[customer + 1]! - 1;
    while (row > start && log.at[row]! >= asOf) row--;
    codes[customer] = column.codes[row]!;
  }
  return { codes, values: column.values };
}

/** The groups of the most customers, and one of all others. */
export interface LargestGroups extends CustomerGroups {
  /** How many customers are in each, of those who came before `asOf`. */
  readonly sizes: Int32Array;
  /** The values whose customers are in the last one. */
  readonly other: readonly AttributeValue[];
}

/** Puts groups in order of their customers and joins those behind the first `largest`; leaves out those of nobody. */
export function largestGroups(
  { offsets, at }: EventLog,
  { codes, values }: CustomerGroups,
  asOf: number,
  largest: number,
): LargestGroups {
  const counts = new Int32Array(values.length);
  codes.forEach((code, customer) => {
    if (at[offsets[customer]!]! < asOf) counts[code]!++;
  });
  const order = Array.from(values.keys()).filter((code) => counts[code]! > 0);
  order.sort((a, b) => counts[b]! - counts[a]!);
  const own = order.slice(0, largest);
  const rest = order.slice(largest);
  const places = new Int32Array(values.length).fill(own.length);
  own.forEach((code, place) => {
    places[code] = place;
  });
  const groups = rest.length === 0 ? own : [...own, rest[0]!];
  const sizes = Int32Array.from(groups, (code) => counts[code]!);
  if (rest.length > 0) sizes[own.length] = rest.reduce((sum, code) => sum + counts[code]!, 0);
  return {
    codes: codes.map((code) => places[code]!),
    values: groups.map((code) => values[code]!),
    sizes,
    other: rest.map((code) => values[code]!),
  };
}
