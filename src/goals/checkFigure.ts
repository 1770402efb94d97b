import { checkInstant, checkRecord } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import type { Interval } from '../core/types.ts';
import { checkText } from '../log/checkText.ts';
import { type PlainRecord, plainFields } from './plainFields.ts';
import type { Figure, FigureDefinition } from './types.ts';

/** A definition that has been checked and copied. */
export type CheckedDefinition = PlainRecord & { readonly metric: string };

/** A figure that has been checked, its instant in milliseconds. */
export interface CheckedFigure {
  readonly value: number;
  readonly at: number;
  readonly definition: CheckedDefinition;
  readonly interval: Interval | undefined;
}

/** Refuses what is no figure; `name` is the argument it came as. */
export function checkFigure(metric: string, name: string, figure: Figure): CheckedFigure {
  checkRecord(metric, name, figure);
  const { value, interval } = figure;
  checkValue(metric, `${name}.value`, value);
  return {
    value: value + 0,
    at: checkInstant(metric, `${name}.at`, figure.at),
    definition: checkDefinition(metric, `${name}.definition`, figure.definition),
    interval: interval === undefined ? undefined : checkEnds(metric, `${name}.interval`, interval),
  };
}

/** Refuses what is no plain record that names its metric, and gives a copy. */
export function checkDefinition(metric: string, name: string, definition: FigureDefinition): CheckedDefinition {
  checkRecord(metric, name, definition);
  checkText(metric, [`${name}.metric`], definition.metric);
  return plainFields(metric, [name], definition) as CheckedDefinition;
}

function checkEnds(metric: string, name: string, interval: Interval): Interval {
  checkRecord(metric, name, interval);
  const { lower, upper } = interval;
  checkValue(metric, `${name}.lower`, lower);
  checkValue(metric, `${name}.upper`, upper);
  if (upper < lower) refuse('reversed-interval', metric, [`${name}.upper`], `at least "lower" (${lower})`, upper);
  return { lower, upper };
}

/** NaN is what a metric of empty data is. */
function checkValue(metric: string, name: string, value: unknown): void {
  if (typeof value !== 'number' || Math.abs(value) === Infinity)
    refuse('not-a-number', metric, [name], 'a finite number or NaN', value);
}
