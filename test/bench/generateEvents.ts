import { seededRandom } from '../../src/numeric/seededRandom.ts';

/** Events as columns: whole customers from 0, epoch milliseconds, whole cents. */
export interface GeneratedEvents {
  readonly customer: Int32Array;
  readonly at: Float64Array;
  readonly amount: Float64Array;
}

export interface GenerateOptions {
  readonly events: number;
  /** Events a customer has on average; 20 unless told. */
  readonly eventsPerCustomer?: number;
  readonly order: 'time' | 'shuffled';
  readonly seed: number;
}

/** The 36 months that events are spread over. */
export const START = Date.UTC(2022, 0, 1);
export const END = Date.UTC(2025, 0, 1);

/** A prime above any number of customers: multiples of it visit every place of a smaller circle. */
const STRIDE = 2_147_483_647;

/**
 * Events of an invented shop. Activity follows a power law: of C customers, the one of rank r has a share of the events
 * that falls with r^-0.6, so that the busiest have thousands and most a handful. Ranks are strewn over the ids.
 */
export function generateEvents({ events, eventsPerCustomer = 20, order, seed }: GenerateOptions): GeneratedEvents {
  const { uniform, below } = seededRandom(seed);
  const customers = Math.max(1, Math.round(events / eventsPerCustomer));
  const customer = new Int32Array(events);
  const at = new Float64Array(events);
  const amount = new Float64Array(events);
  for (let event = 0; event < events; event++) {
    const chance = uniform();
    const rank = Math.floor(customers * chance * chance * Math.sqrt(chance));
    customer[event] = (rank * (STRIDE % customers)) % customers;
    at[event] = START + Math.floor(((event + uniform()) / events) * (END - START));
    amount[event] = 100 + below(20_000);
  }
  if (order === 'shuffled') shuffle([customer, at, amount], below);
  return { customer, at, amount };
}

/** Fisher and Yates, with one draw a row for all columns. */
function shuffle(columns: readonly (Int32Array | Float64Array)[], below: (count: number) => number): void {
  for (let last = columns[0]!.length - 1; last > 0; last--) {
    const other = below(last + 1);
    for (const column of columns) {
      const kept = column[last]!;
      column[last] = column[other]!;
      column[other] = kept;
    }
  }
}
