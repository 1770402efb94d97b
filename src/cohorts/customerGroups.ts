import { refuse } from '../core/errors.ts';
import type { AttributeValue } from '../core/types.ts';
import type { AttributeChoice, EventLog } from '../log/types.ts';

/** Customers told apart by a value. */
export interface CustomerGroups {
  /** Each customer's place in `values`. */
  readonly codes: Int32Array;
  readonly values: readonly AttributeValue[];
  /** Each group's first event. */
  readonly firstAt: Float64Array;
}

/** Customers by an attribute of their first or last event before `asOf`. */
export function attributeGroups(
  metric: string,
  log: EventLog,
  { name, value: which }: AttributeChoice,
  asOf: number,
): CustomerGroups {
  const column = log.attributes.find((attribute) => attribute.name === name);
  if (column === undefined) refuse('unknown-field', metric, ['attribute'], 'one of the log\'s "attributes"', name);
  const codes = new Int32Array(log.customers.length);
  const firstAt = new Float64Array(column.values.length).fill(Infinity);
  for (let customer = 0; customer < codes.length; customer++) {
    const start = log.offsets[customer]!;
    let row = which === 'first' ? start : log.offsets[customer + 1]! - 1;
    while (row > start && log.at[row]! >= asOf) row--;
    const code = column.codes[row]!;
    codes[customer] = code;
    firstAt[code] = Math.min(firstAt[code]!, log.at[start]!);
  }
  return { codes, values: column.values, firstAt };
}
