import type { SurveyScale } from 'tenure';
import { ReportError } from './readCsv.ts';

/** A number above 0. */
export function positive(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < Infinity))
    throw new ReportError(`--${name} must be a number above 0, not "${text}"`);
  return value;
}

/** A number above 0; NaN stands for what was not given. */
export function optionalPositive(name: string, text: string | undefined): number {
  return text === undefined ? Number.NaN : positive(name, text);
}

/** A number above 0 and at most 1; NaN stands for what was not given. */
export function share(name: string, text: string | undefined): number {
  const value = optionalPositive(name, text);
  if (value > 1) throw new ReportError(`--${name} must be a share such as 0.35, not "${text}"`);
  return value;
}

/** One of some words. */
export function oneOf<Word extends string>(name: string, words: readonly Word[], text: string): Word {
  const word = words.find((known) => known === text);
  if (word === undefined) throw new ReportError(`--${name} must be one of ${words.join(', ')}, not "${text}"`);
  return word;
}

/** The lowest and the highest answer: 1-5. Two of its steps count as satisfied, so there are at least three. */
export function scaleOf(name: string, text: string): SurveyScale {
  const [, lowest, highest] = /^(\d{1,3})-(\d{1,3})$/.exec(text) ?? [];
  const scale = { lowest: Number(lowest), highest: Number(highest) };
  if (!(scale.highest - scale.lowest >= 2))
    throw new ReportError(`--${name} must be the lowest and the highest answer, as in 1-5, not "${text}"`);
  return scale;
}

/** Names of columns, in the order of what they hold; called after what they hold unless told. */
export function columnNames<Held extends string>(
  name: string,
  held: readonly Held[],
  text: string = held.join(','),
): Record<Held, string> {
  const names = text.split(',').map((column) => column.trim());
  if (names.length !== held.length || names.includes('') || new Set(names).size < names.length)
    throw new ReportError(`--${name} must name ${held.length} columns, as in ${held.join(',')}, not "${text}"`);
  return Object.fromEntries(held.map((one, place) => [one, names[place]])) as Record<Held, string>;
}
