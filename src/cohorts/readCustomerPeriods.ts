import { checkInstant, checkRecord } from '../core/checks.ts';
import { type InputErrorCode, refuse } from '../core/errors.ts';
import type { CustomerId } from '../core/types.ts';
import { checkText } from '../log/checkText.ts';
import { customerPlaces } from '../log/customerPlaces.ts';
import { FINITE, INSTANT, type ValueKind } from '../log/valueKind.ts';
import { isList } from '../statistics/checkValues.ts';
import { checkCalendar } from '../time/checkCalendar.ts';
import type { CustomerPeriods, CustomerPeriodsDefinition, CustomerPeriodsInput } from './customerPeriods.ts';

/** Rows as they were read: where each customer stands, and columns that may be the caller's own, to be left alone. */
export interface ReadPeriods extends CustomerPeriods {
  readonly places: ReadonlyMap<CustomerId, number>;
}

/** As many events as a column of them can count. */
export const MAX_EVENTS = 2_147_483_647;

const COUNT: ValueKind = {
  isValid: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_EVENTS,
  code: 'not-a-count',
  expected: 'a whole number from 1 to 2147483647',
};

/** Refuses what are no rows of customers and periods, and gives them in typed columns; plain arrays are rows as well. */
export function readCustomerPeriods(metric: string, name: string, periods: CustomerPeriodsInput): ReadPeriods {
  checkRecord(metric, name, periods);
  const definition = readDefinition(metric, name, periods.definition);
  const places = customerPlaces(metric, [name, 'customers'], periods.customers);
  const offsets = readOffsets(metric, name, periods.offsets, places.size);
  const rows = offsets[places.size]!;
  const floats = (field: 'start' | 'firstAt' | 'lastAt' | 'amount' | 'lost', kind: ValueKind): Float64Array => {
    const column = checkColumn(metric, [name, field], periods[field], rows, kind);
    return column instanceof Float64Array ? column : Float64Array.from(column);
  };
  const events = checkColumn(metric, [name, 'events'], periods.events, rows, COUNT);
  const read = {
    ...{ customers: periods.customers, offsets, places, definition },
    ...{ start: floats('start', INSTANT), firstAt: floats('firstAt', INSTANT), lastAt: floats('lastAt', INSTANT) },
    events: events instanceof Int32Array ? events : Int32Array.from(events),
    amount: periods.amount === undefined ? undefined : floats('amount', FINITE),
    lost: periods.lost === undefined ? undefined : floats('lost', FINITE),
  };
  for (const [field, other] of [['amount', 'lost'] as const, ['lost', 'amount'] as const])
    if (read[field] === undefined && read[other] !== undefined)
      refuse('missing-field', metric, [name, field], `there, as "${other}" is`, undefined);
  for (let customer = 0; customer < places.size; customer++) checkTimes(metric, name, read, customer);
  return read;
}

function readDefinition(
  metric: string,
  name: string,
  definition: CustomerPeriodsDefinition,
): CustomerPeriodsDefinition {
  checkRecord(metric, `${name}.definition`, definition);
  const { currency } = definition;
  if (currency !== undefined) checkText(metric, [name, 'definition', 'currency'], currency);
  const asOf = checkInstant(metric, `${name}.definition.asOf`, definition.asOf);
  return { ...checkCalendar(metric, definition, Object.keys(definition)), asOf, currency };
}

function readOffsets(metric: string, name: string, offsets: unknown, customers: number): Int32Array {
  if (!isList(offsets)) refuse('not-rows', metric, [name, 'offsets'], 'an array of places', offsets);
  if (offsets.length !== customers + 1)
    refuse('length-mismatch', metric, [name, 'offsets'], `one longer than "customers" (${customers})`, offsets.length);
  for (let place = 0; place <= customers; place++) {
    const offset = offsets[place];
    const isAfter = place === 0 ? offset === 0 : (offset as number) > (offsets[place - 1] as number);
    if (!Number.isInteger(offset) || !isAfter || (offset as number) > MAX_EVENTS) {
      const rule = place === 0 ? '0' : `a whole number above the one before (${offsets[place - 1]})`;
      refuse('not-a-count', metric, [name, 'offsets', place], rule, offset);
    }
  }
  return offsets instanceof Int32Array ? offsets : Int32Array.from(offsets as ArrayLike<number>);
}

function checkColumn(
  metric: string,
  path: readonly [string, string],
  column: unknown,
  rows: number,
  { isValid, code, expected }: ValueKind,
): ArrayLike<number> {
  if (!isList(column)) refuse('not-rows', metric, path, 'an array of numbers', column);
  if (column.length !== rows)
    refuse('length-mismatch', metric, path, `as long as "offsets" says (${rows})`, column.length);
  for (let row = 0; row < rows; row++)
    if (!isValid(column[row])) refuse(code, metric, [...path, row], expected, column[row]);
  return column as ArrayLike<number>;
}

/** The rows of a customer ascend and do not overlap, and each holds its events, all before `asOf`. */
function checkTimes(metric: string, name: string, read: CustomerPeriods, customer: number): void {
  const { offsets, start, firstAt, lastAt, definition } = read;
  const refuseTime = (code: InputErrorCode, field: 'start' | 'firstAt' | 'lastAt', row: number, rule: string): never =>
    refuse(code, metric, [name, field, row], rule, new Date(read[field][row]!));
  let before = -Infinity;
  for (let row = offsets[customer]!; row < offsets[customer + 1]!; row++) {
    if (start[row]! <= before)
      refuseTime('reversed-interval', 'start', row, `after "lastAt" of the row before (${iso(before)})`);
    if (firstAt[row]! < start[row]!)
      refuseTime('reversed-interval', 'firstAt', row, `at or after "start" (${iso(start[row]!)})`);
    if (lastAt[row]! < firstAt[row]!)
      refuseTime('reversed-interval', 'lastAt', row, `at or after "firstAt" (${iso(firstAt[row]!)})`);
    if (lastAt[row]! >= definition.asOf)
      refuseTime('after-as-of', 'lastAt', row, `before "asOf" (${iso(definition.asOf)})`);
    before = lastAt[row]!;
  }
}

const iso = (at: number): string => new Date(at).toISOString();
