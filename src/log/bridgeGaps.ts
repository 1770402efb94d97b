import { checkOptions, checkQuantity } from '../core/checks.ts';
import { checkTenureLog } from './checkLog.ts';
import { DAY } from './day.ts';
import type { TenureLog } from './types.ts';

/** How long a gap may be and still be no loss. */
export interface BridgeOptions {
  /** Days of 24 hours between the end of one tenure and the start of the next. */
  readonly grace: number;
}

const METRIC = 'bridgeGaps';

/**
 * The same tenures, each prolonged to the start of its customer's next one where the gap between them is at most the
 * grace: a late renewal is then no loss and no return.
 *
 * @param log - any tenure log
 * @param options - the grace
 * @returns a log that shares its other columns with the one given
 * @throws InputError `not-a-log`, `unknown-option`, `not-a-quantity`
 * @example
 * const day = 86_400_000;
 * const log = tenureLogFromColumns(
 *   { customer: ['ada', 'ada'], from: [0, 33 * day], to: [30 * day, 60 * day] },
 *   { asOf: 90 * day },
 * );
 * bridgeGaps(log, { grace: 7 }).to.map((at) => at / day) // [33, 60]
 */
export function bridgeGaps(log: TenureLog, options: BridgeOptions): TenureLog {
  checkTenureLog(METRIC, log);
  checkOptions(METRIC, options, ['grace']);
  checkQuantity(METRIC, 'grace', options.grace);
  const grace = options.grace * DAY;
  const to = log.to.slice();
  for (let customer = 0; customer + 1 < log.offsets.length; customer++) {
    // Tenures may overlap: the gap before a tenure begins where the last of all earlier ones ends.
    let last = log.offsets[customer]!;
    for (let row = last + 1; row < log.offsets[customer + 1]!; row++) {
      const gap = log.from[row]! - to[last]!;
      if (gap > 0 && gap <= grace) to[last] = log.from[row]!;
      if (to[row]! > to[last]!) last = row;
    }
  }
  return { ...log, to };
}
