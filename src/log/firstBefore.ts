import { refuse } from '../core/errors.ts';
import type { EventLog } from './types.ts';

/**
 * The first instant of a log, which must lie before `asOf`: of a time before all data any figure would be made up. Of an
 * empty log, which has nothing to say of any time, `asOf` itself.
 */
export function firstBefore(metric: string, { earliest: first }: EventLog, asOf: number): number {
  if (first < asOf) return first;
  if (first === Infinity) return asOf;
  const rule = `after the first event of the log (${new Date(first).toISOString()})`;
  refuse('after-as-of', metric, ['asOf'], rule, new Date(asOf));
}
