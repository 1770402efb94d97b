import { refuse } from '../core/errors.ts';

/** Refuses a negative amount among some rows of a log: a refund is no purchase, and no purchase costs less than nothing. */
export function checkSpend(metric: string, amount: Float64Array, start: number, end: number): void {
  for (let row = start; row < end; row++)
    if (amount[row]! < 0) {
      const rule = "at least 0: build the log with refunds 'net' or 'drop'";
      refuse('not-a-quantity', metric, ['log', 'amount', row], rule, amount[row]);
    }
}
