// What became of customers after a look: who was lost within the horizon, of those who were customers then.
import type { CustomerId } from '../core/types.ts';
import { customerPlaces } from '../log/customerPlaces.ts';
import { DAY } from '../log/day.ts';
import type { TenureLog } from '../log/types.ts';
import type { Alert } from './alertTypes.ts';
import type { AlertBacktest, AlertOutcome, BacktestAlert, BacktestLosses } from './backtestTypes.ts';
import { type CustomerSpells, customerSpells, spellAt } from './customerSpells.ts';

/** The customers' spells, and how long after a look counts. */
export interface Aftermath {
  readonly losses: TenureLog;
  readonly spells: CustomerSpells;
  /** Where each customer stands in `losses`. */
  readonly placeOf: ReadonlyMap<CustomerId, number>;
  /** In milliseconds. */
  readonly horizon: number;
  /** One a spell: days from the first alert within the horizon to the loss, NaN until there is one. */
  readonly warningDays: Float64Array;
}

/** What is to be known after the looks. */
export function aftermathOf(metric: string, losses: TenureLog, horizonDays: number): Aftermath {
  const spells = customerSpells(losses);
  return {
    losses,
    spells,
    placeOf: customerPlaces(metric, ['losses', 'customers'], losses.customers),
    horizon: horizonDays * DAY,
    warningDays: new Float64Array(spells.from.length).fill(Number.NaN),
  };
}

/** The row of the spell of a customer at a look; -1 where they were none. */
function spellOf({ spells, placeOf }: Aftermath, customer: CustomerId, at: number): number {
  const place = placeOf.get(customer);
  return place === undefined ? -1 : spellAt(spells, place, at);
}

/** Customers at looks, and those who were lost within the horizon: of whom a rule could tell, and the others. */
export type BaseCounts = {
  -readonly [Name in keyof Pick<
    AlertBacktest,
    'baseCustomers' | 'baseLosses' | 'unassessedCustomers' | 'unassessedLosses'
  >]: number;
};

/** Counts the customers at a look whose horizon is over; at any other nothing is known of them yet. */
export function countBase(
  counts: BaseCounts,
  aftermath: Aftermath,
  customers: readonly CustomerId[],
  assessed: Uint8Array,
  at: number,
): void {
  const end = at + aftermath.horizon;
  if (end > aftermath.losses.asOf) return;
  customers.forEach((customer, place) => {
    const spell = spellOf(aftermath, customer, at);
    if (spell === -1) return;
    const isLost = aftermath.spells.lostAt[spell]! < end;
    counts[assessed[place] === 1 ? 'baseCustomers' : 'unassessedCustomers']++;
    if (isLost) counts[assessed[place] === 1 ? 'baseLosses' : 'unassessedLosses']++;
  });
}

/** An alert with what became of it; the first one within the horizon of a loss is its warning. */
export function judgeAlert(aftermath: Aftermath, alert: Alert): BacktestAlert {
  const { at } = alert;
  const { losses, spells, horizon, warningDays } = aftermath;
  const spell = spellOf(aftermath, alert.customer, at);
  if (spell === -1) return { ...alert, outcome: 'other', lostAt: undefined };
  const lostAt = spells.lostAt[spell]!;
  const isCaught = lostAt < at + horizon;
  if (isCaught && Number.isNaN(warningDays[spell])) warningDays[spell] = (lostAt - at) / DAY;
  const outcome = outcomeOf(isCaught, at + horizon <= losses.asOf);
  return { ...alert, outcome, lostAt: lostAt === Infinity ? undefined : lostAt };
}

function outcomeOf(isCaught: boolean, isOver: boolean): AlertOutcome {
  if (isOver) return isCaught ? 'caught' : 'false';
  return isCaught ? 'caughtEarly' : 'pending';
}

/** The losses after one instant and up to another, with the warnings of their spells. */
export function lossesBetween({ losses, spells, warningDays }: Aftermath, after: number, upTo: number): BacktestLosses {
  const customers: CustomerId[] = [];
  const rows: number[] = [];
  losses.customers.forEach((customer, place) => {
    for (let row = spells.offsets[place]!; row < spells.offsets[place + 1]!; row++) {
      if (!(spells.lostAt[row]! > after && spells.lostAt[row]! <= upTo)) continue;
      customers.push(customer);
      rows.push(row);
    }
  });
  const column = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  return { customers, lostAt: column(spells.lostAt), warningDays: column(warningDays) };
}
