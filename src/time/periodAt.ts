import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { PeriodIndex } from './types.ts';

/**
 * The place, from 0, of the period of an index that holds an instant.
 *
 * Meant for loops over millions of instants, so it takes milliseconds only, not a `Date`. Periods of length zero hold
 * nothing and are never given.
 *
 * @param index - what `periodIndex` gave
 * @param at - milliseconds since 1970; may be infinite
 * @returns the place; -1 before the first boundary, `index.count` at the last and after it
 * @throws InputError `not-an-instant`, `not-a-record`
 * @example
 * const from = new Date('2024-01-01T00:00:00Z');
 * const to = new Date('2025-01-01T00:00:00Z');
 * const quarters = periodIndex({ period: 'quarter', from, to });
 * [-1, 0, 1].map((day) => periodAt(quarters, Date.UTC(2024, 3, day))) // [0, 0, 1]
 * @complexity constant for the periods of `periodIndex`; exact for any ascending boundaries
 */
export function periodAt(index: PeriodIndex, at: number): number {
  const boundaries = index?.boundaries;
  // Asked this way round, NaN fails here too; all else that could be wrong is looked at only then.
  if (boundaries === undefined || typeof at !== 'number' || !(at >= boundaries[0]!)) return placeBefore(index, at);
  if (at >= boundaries[index.count]!) return index.count;
  let place = index.cells[((at - boundaries[0]!) / index.cellWidth) | 0]!;
  while (boundaries[place + 1]! <= at) place++;
  return place;
}

function placeBefore(index: PeriodIndex, at: number): number {
  checkRecord('periodAt', 'index', index);
  checkRecord('periodAt', 'index.boundaries', index.boundaries);
  if (typeof at !== 'number' || Number.isNaN(at))
    refuse('not-an-instant', 'periodAt', ['at'], 'milliseconds since 1970', at);
  return -1;
}
