import { refuse } from '../core/errors.ts';
import { addAmount } from './ownPeriods.ts';
import { MAX_EVENTS, type ReadPeriods } from './readCustomerPeriods.ts';
import { emptyRows, type PeriodRows } from './tallyCustomerPeriods.ts';

/** The rows that are being made, and the last of them so far. */
interface Joined {
  readonly rows: PeriodRows;
  row: number;
}

/** The rows of two, those of one customer and period put together; customers of `one`, then those of `other` alone. */
export function joinPeriodRows(metric: string, one: ReadPeriods, other: ReadPeriods, hasAmounts: boolean): PeriodRows {
  const customers = [...one.customers, ...other.customers.filter((customer) => !one.places.has(customer))];
  const joined = { rows: emptyRows(customers, one.start.length + other.start.length, hasAmounts), row: -1 };
  for (let place = 0; place < customers.length; place++) {
    joinCustomer(metric, joined, one, other, {
      mine: one.places.get(customers[place]!),
      theirs: other.places.get(customers[place]!),
    });
    joined.rows.offsets[place + 1] = joined.row + 1;
  }
  return shortened(joined);
}

/** Where a customer stands in each; undefined where in only one. */
interface Places {
  readonly mine: number | undefined;
  readonly theirs: number | undefined;
}

/** Both ascend: the earlier row is next, and of equal ones both. */
function joinCustomer(
  metric: string,
  joined: Joined,
  one: ReadPeriods,
  other: ReadPeriods,
  { mine, theirs }: Places,
): void {
  let row = mine === undefined ? 0 : one.offsets[mine]!;
  let otherRow = theirs === undefined ? 0 : other.offsets[theirs]!;
  const end = mine === undefined ? 0 : one.offsets[mine + 1]!;
  const otherEnd = theirs === undefined ? 0 : other.offsets[theirs + 1]!;
  while (row < end || otherRow < otherEnd) {
    const at = row < end ? one.start[row]! : Infinity;
    const otherAt = otherRow < otherEnd ? other.start[otherRow]! : Infinity;
    copyRow(joined, at <= otherAt ? one : other, at <= otherAt ? row : otherRow);
    if (at === otherAt) addRow(metric, joined, other, otherRow);
    if (at <= otherAt) row++;
    if (otherAt <= at) otherRow++;
  }
}

function copyRow(joined: Joined, from: ReadPeriods, row: number): void {
  const { start, firstAt, lastAt, events, amount, lost } = joined.rows;
  const to = ++joined.row;
  start[to] = from.start[row]!;
  firstAt[to] = from.firstAt[row]!;
  lastAt[to] = from.lastAt[row]!;
  events[to] = from.events[row]!;
  if (amount === undefined) return;
  amount[to] = from.amount![row]!;
  lost![to] = from.lost![row]!;
}

/** Adds a row to the last one, such that it does not matter which of the two came first. */
function addRow(metric: string, { rows, row: to }: Joined, from: ReadPeriods, row: number): void {
  const { firstAt, lastAt, events, amount, lost } = rows;
  firstAt[to] = Math.min(firstAt[to]!, from.firstAt[row]!);
  lastAt[to] = Math.max(lastAt[to]!, from.lastAt[row]!);
  const count = events[to]! + from.events[row]!;
  if (count > MAX_EVENTS)
    refuse('above-limit', metric, ['other', 'events', row], `such that both are at most ${MAX_EVENTS}`, count);
  events[to] = count;
  if (amount === undefined) return;
  lost![to]! += from.lost![row]!;
  addAmount(amount, lost!, to, from.amount![row]!);
}

/** Columns of as many rows as there are; of their own, so that no memory stays behind them. */
function shortened({ rows, row }: Joined): PeriodRows {
  const count = row + 1;
  if (count === rows.start.length) return rows;
  return {
    ...{ customers: rows.customers, offsets: rows.offsets },
    ...{ start: rows.start.slice(0, count), firstAt: rows.firstAt.slice(0, count) },
    ...{ lastAt: rows.lastAt.slice(0, count), events: rows.events.slice(0, count) },
    ...{ amount: rows.amount?.slice(0, count), lost: rows.lost?.slice(0, count) },
  };
}
