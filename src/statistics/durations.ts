import { checkQuantity, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { isList } from './checkValues.ts';

/** How long things lasted, one entry a thing in each column, all in one unit of time. */
export interface Durations {
  /** How long each lasted, or has lasted so far: at least 0. */
  readonly time: ArrayLike<number>;
  /** 1 where the end was seen, 0 where the thing still went on when it was last looked at. */
  readonly ended: ArrayLike<number>;
  /** How much each counts, at least 0; 1 unless given. */
  readonly weight?: ArrayLike<number>;
}

/** Refuses columns that are no durations; a record of more columns passes. */
export function checkDurations(metric: string, durations: Durations): void {
  checkRecord(metric, 'durations', durations);
  const { time, ended, weight } = durations;
  checkColumn(metric, 'time', time, time);
  checkColumn(metric, 'ended', ended, time);
  if (weight !== undefined) checkColumn(metric, 'weight', weight, time);
  for (let i = 0; i < time.length; i++) {
    checkQuantity(metric, 'durations.time', time[i]!);
    if (ended[i] !== 0 && ended[i] !== 1)
      refuse('not-an-option', metric, ['durations', 'ended', i], '1 (the end was seen) or 0', ended[i]);
    if (weight !== undefined) checkQuantity(metric, 'durations.weight', weight[i]!);
  }
}

function checkColumn(metric: string, name: string, column: unknown, time: ArrayLike<number>): void {
  if (!isList(column)) refuse('not-rows', metric, ['durations', name], 'an array of numbers', column);
  if (column.length !== time.length)
    refuse('length-mismatch', metric, ['durations', name], `as long as "time" (${time.length})`, column.length);
}
