import type { IssueList } from '../core/issues.ts';
import type { CustomerId } from '../core/types.ts';
import { type ColumnInput, checkColumn, codedColumn } from './columnInput.ts';
import type { DraftCustomers } from './eventDraft.ts';
import { ID } from './valueKind.ts';

/** Integer ids closer together than this many numbers a row need no dictionary. */
const SPARSEST = 4;

/** The customers of the rows: integer columns are their own codes, everything else is coded. */
export function customerColumn(issues: IssueList, column: ColumnInput<CustomerId>, length: number): DraftCustomers {
  if (isIntegerArray(column)) {
    checkColumn(issues.metric, 'customer', column, length);
    return denseCustomers(column) ?? sparseCustomers(column);
  }
  const { codes, values } = codedColumn(issues, 'customer', column, length, ID);
  return { codes, base: 0, count: values.length, values };
}

/** Integer ids far apart: a dictionary, ascending as for those that lie close together. */
function sparseCustomers(column: IntegerArray): DraftCustomers {
  const values = Array.from(new Set(column)).sort((one, other) => one - other);
  const codeOf = new Map(values.map((id, code) => [id, code]));
  return { codes: Int32Array.from(column, (id) => codeOf.get(id)!), base: 0, count: values.length, values };
}

/** Integer ids that lie close together: no dictionary, the ids are the codes. */
function denseCustomers(column: IntegerArray): DraftCustomers | undefined {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let row = 0; row < column.length; row++) {
    const id = column[row]!;
    if (id < lowest) lowest = id;
    if (id > highest) highest = id;
  }
  const count = highest - lowest + 1;
  if (!(count > 0 && count <= SPARSEST * column.length)) return undefined;
  return { codes: column, base: lowest, count, values: undefined };
}

type IntegerArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;

function isIntegerArray(column: unknown): column is IntegerArray {
  return [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array].some(
    (kind) => column instanceof kind,
  );
}
