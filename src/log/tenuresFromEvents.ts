import { checkInstant, checkOptions, checkPositive } from '../core/checks.ts';
import type { Instant } from '../core/types.ts';
import { checkEventLog } from './checkLog.ts';
import { DAY } from './day.ts';
import type { EventLog, TenureLog } from './types.ts';

/** When silence counts as leaving, and up to when the events tell. */
export interface LapseOptions {
  /** Days of 24 hours without an event after which a customer is one no more. */
  readonly lapseAfter: number;
  /** The instant up to which the events tell who is a customer; later events are not looked at. */
  readonly asOf: Instant;
}

const METRIC = 'tenuresFromEvents';

/**
 * Tenures from behaviour, for businesses in which nobody cancels: a tenure begins with an event and goes on while the
 * next event comes within `lapseAfter` days. It ends that long after its last event, and is open where that end lies
 * after `asOf`, since the next event may still come in time.
 *
 * @param log - what customers did; every event counts, so filter first where only orders should
 * @param options - the length of silence, and the instant of looking
 * @returns a tenure log with the customers who had an event before `asOf`
 * @throws InputError `not-a-log`, `unknown-option`, `not-a-quantity`, `not-an-instant`
 * @example
 * const day = 86_400_000;
 * const log = eventLogFromColumns({ customer: ['ada', 'ada', 'ada'], at: [0, 20 * day, 100 * day] });
 * const tenures = tenuresFromEvents(log, { lapseAfter: 30, asOf: 120 * day });
 * tenures.from.map((at) => at / day) // [0, 100]
 * tenures.to.map((at) => at / day) // [50, Infinity]
 */
export function tenuresFromEvents(log: EventLog, options: LapseOptions): TenureLog {
  checkEventLog(METRIC, log);
  checkOptions(METRIC, options, ['lapseAfter', 'asOf']);
  checkPositive(METRIC, 'lapseAfter', options.lapseAfter);
  const asOf = checkInstant(METRIC, 'asOf', options.asOf);
  const patience = options.lapseAfter * DAY;
  const customers: TenureLog['customers'][number][] = [];
  const offsets: number[] = [0];
  const from: number[] = [];
  const to: number[] = [];
  log.customers.forEach((customer, code) => {
    let lastAt = Number.NaN;
    for (let row = log.offsets[code]!; row < log.offsets[code + 1]! && log.at[row]! < asOf; row++) {
      const at = log.at[row]!;
      if (!(at - lastAt <= patience)) {
        if (!Number.isNaN(lastAt)) to.push(lastAt + patience);
        from.push(at);
      }
      lastAt = at;
    }
    if (Number.isNaN(lastAt)) return;
    to.push(lastAt + patience > asOf ? Infinity : lastAt + patience);
    customers.push(customer);
    offsets.push(from.length);
  });
  return {
    kind: 'tenures',
    asOf,
    customers,
    offsets: Int32Array.from(offsets),
    from: Float64Array.from(from),
    to: Float64Array.from(to),
    amount: undefined,
    billing: undefined,
    currency: undefined,
    status: undefined,
    reason: undefined,
    ids: undefined,
    attributes: [],
  };
}
