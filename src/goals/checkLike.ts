import { isInstant } from '../core/checks.ts';
import { describe, refuse } from '../core/errors.ts';
import { DAY } from '../log/day.ts';
import type { CheckedDefinition } from './checkFigure.ts';
import type { Plain } from './plainFields.ts';

/** A definition and where it stands: `'goal.baseline.definition'`. */
export interface Placed {
  readonly name: string;
  readonly definition: CheckedDefinition;
}

/** The first and the last instant of a span: two figures are alike where their spans are as long, whenever they are. */
const SPANS = [
  ['from', 'to'],
  ['before', 'after'],
] as const;

const ENDS: readonly string[] = SPANS.flat();

/** Says only when, and nothing of how long. */
const AS_OF = 'asOf';

/** Months, and the days of a change of clocks, are as long as each other: 28 and 31 days, 23 and 25 hours. */
const TOLERANCE = 0.1;

/** Refuses a definition that differs from its model in anything but when. */
export function checkLike(metric: string, own: Placed, model: Placed): void {
  checkFields(metric, own, model, new Set([...Object.keys(model.definition), ...Object.keys(own.definition)]));
}

/** Refuses a definition that differs in what its model states; gives the names of what the model leaves unstated. */
export function checkStated(metric: string, own: Placed, model: Placed): string[] {
  const stated = new Set(Object.keys(model.definition));
  checkFields(metric, own, model, stated);
  return Object.keys(own.definition).filter((field) => !stated.has(field) && field !== AS_OF);
}

function checkFields(metric: string, own: Placed, model: Placed, fields: ReadonlySet<string>): void {
  const ownFields = new Map(Object.entries(own.definition));
  const modelFields = new Map(Object.entries(model.definition));
  for (const field of fields) {
    const [one, other] = [ownFields.get(field), modelFields.get(field)];
    const found = saysWhen(field, one, other) ? undefined : difference(one, other);
    if (found !== undefined) refuseField(metric, own.name, model.name, { ...found, path: [field, ...found.path] });
  }
  for (const [start, end] of SPANS) {
    const [length, expected] = [lengthOf(ownFields, start, end), lengthOf(modelFields, start, end)];
    if (Math.abs(length - expected) > TOLERANCE * Math.max(length, expected)) {
      const rule = `as long after "${start}" as in "${model.name}" (days: ${expected})`;
      refuse('unlike-definitions', metric, [own.name, end], rule, length);
    }
  }
}

/** Whether a field tells only when; where one definition has no such end at all, it tells of another kind of span. */
function saysWhen(field: string, one: Plain | undefined, other: Plain | undefined): boolean {
  if (field === AS_OF) return [one, other].every((value) => value === undefined || isMoment(value));
  return ENDS.includes(field) && isMoment(one) && isMoment(other);
}

function isMoment(value: Plain | undefined): value is number {
  return typeof value === 'number' && isInstant(value);
}

/** Days of a span, NaN where it is none. */
function lengthOf(fields: ReadonlyMap<string, Plain>, start: string, end: string): number {
  const [from, to] = [fields.get(start), fields.get(end)];
  return isMoment(from) && isMoment(to) ? (to - from) / DAY : Number.NaN;
}

interface Difference {
  readonly path: readonly (string | number)[];
  readonly own: Plain | undefined;
  readonly model: Plain | undefined;
}

/** The first place at which plain data differ; undefined where they are equal. */
function difference(own: Plain | undefined, model: Plain | undefined): Difference | undefined {
  if (Object.is(own, model)) return undefined;
  if (!isBranch(own) || !isBranch(model) || Array.isArray(own) !== Array.isArray(model))
    return { path: [], own, model };
  const [ownFields, modelFields] = [new Map(Object.entries(own)), new Map(Object.entries(model))];
  for (const field of new Set([...modelFields.keys(), ...ownFields.keys()])) {
    const found = difference(ownFields.get(field), modelFields.get(field));
    if (found !== undefined) return { ...found, path: [Array.isArray(own) ? Number(field) : field, ...found.path] };
  }
  return undefined;
}

function isBranch(value: Plain | undefined): value is Exclude<Plain, string | number | boolean | null> {
  return typeof value === 'object' && value !== null;
}

function refuseField(metric: string, own: string, model: string, { path, ...values }: Difference): never {
  const rule = `as in "${model}" (${describe(values.model)})`;
  refuse('unlike-definitions', metric, [own, ...path], rule, values.own);
}
