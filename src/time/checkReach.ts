import { refuse } from '../core/errors.ts';

/** Refuses a result that came out NaN, as what lies beyond the reach of `Date` does, and gives the others back. */
export function checkReach(metric: string, name: string, result: number, received: unknown): number {
  if (Number.isNaN(result))
    refuse('not-an-instant', metric, [name], 'such that the result is within the reach of Date', received);
  return result;
}
