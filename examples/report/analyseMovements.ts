import {
  type CustomerMovements,
  churnRate,
  customerMovements,
  type MovementPeriod,
  type ProportionInterval,
  proportionInterval,
  retentionRate,
  type TenureLog,
} from 'tenure';
import type { Period } from 'tenure/time';

/** A period's movement with its rates. */
export interface MovementRow extends MovementPeriod {
  readonly retentionRate: number;
  readonly churnRate: number;
  readonly retentionInterval: ProportionInterval;
}

/** Customers kept and lost, period by period. */
export interface MovementFigures {
  readonly rows: readonly MovementRow[];
  readonly definition: CustomerMovements['definition'];
}

/** Movements of a market's calendar, with rates and how sure they are. */
export function movementFigures(log: TenureLog, period: Period, timeZone: string): MovementFigures {
  const { periods, definition } = customerMovements(log, { period, timeZone });
  const rows = periods.map((movement) => ({
    ...movement,
    retentionRate: retentionRate(movement),
    churnRate: churnRate(movement),
    retentionInterval: proportionInterval({
      successes: movement.retainedCustomers,
      trials: movement.customersAtStart,
    }),
  }));
  return { rows, definition };
}
