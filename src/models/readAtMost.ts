import { checkLeast } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';

/** How many rows a table by frequency has. */
export interface AtMostOptions {
  /** The frequency whose row stands for it and all above: 1 to 1000, 7 unless told. */
  readonly atMost?: number;
}

const MOST = 1000;

/** Where a table by frequency ends. */
export function readAtMost(metric: string, { atMost = 7 }: AtMostOptions): number {
  checkLeast(metric, 'atMost', atMost, 1);
  if (atMost > MOST) refuse('above-limit', metric, ['atMost'], `at most ${MOST}`, atMost);
  return atMost;
}
