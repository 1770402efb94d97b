import { checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { isList } from './checkValues.ts';

/** How long things lasted, one entry a thing in each column, all in one unit of time. */
export interface Durations {
  /** How long each lasted, or has lasted so far: at least 0. */
  readonly time: ArrayLike<number>;
  /** 1 where the end was seen, 0 where the thing still went on when it was last looked at. */
  readonly ended: ArrayLike<number>;
  /** How much each counts, at least 0, where 0 leaves it out; 1 unless given. */
  readonly weight?: ArrayLike<number>;
}

/** Refuses columns that are no durations; a record of more columns passes. `name` is the argument they came as. */
export function checkDurations(metric: string, name: string, durations: Durations): void {
  checkRecord(metric, name, durations);
  const { time, ended, weight } = durations;
  checkColumn(metric, [name, 'time'], time, time);
  checkColumn(metric, [name, 'ended'], ended, time);
  if (weight !== undefined) checkColumn(metric, [name, 'weight'], weight, time);
  for (let i = 0; i < time.length; i++) {
    if (!isQuantity(time[i])) refuseQuantity(metric, [name, 'time', i], time[i]);
    if (ended[i] !== 0 && ended[i] !== 1)
      refuse('not-an-option', metric, [name, 'ended', i], '1 (the end was seen) or 0', ended[i]);
  }
  if (weight !== undefined) checkWeights(metric, [name, 'weight'], weight);
}

type Path = readonly (string | number)[];

function checkColumn(metric: string, path: Path, column: unknown, time: ArrayLike<number>): void {
  if (!isList(column)) refuse('not-rows', metric, path, 'an array of numbers', column);
  if (column.length !== time.length)
    refuse('length-mismatch', metric, path, `as long as "time" (${time.length})`, column.length);
}

function checkWeights(metric: string, path: Path, weight: ArrayLike<number>): void {
  let total = 0;
  for (let i = 0; i < weight.length; i++) {
    if (!isQuantity(weight[i])) refuseQuantity(metric, [...path, i], weight[i]);
    total += weight[i]!;
  }
  if (total === Infinity) refuse('above-limit', metric, path, 'of a finite sum', total);
}

function isQuantity(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < Infinity;
}

function refuseQuantity(metric: string, path: Path, value: unknown): never {
  refuse('not-a-quantity', metric, path, 'a finite number of at least 0', value);
}
