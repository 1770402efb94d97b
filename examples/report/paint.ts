import { stripVTControlCharacters } from 'node:util';

/** What a piece of text is, for a terminal to show. */
export type Style = 'bold' | 'good' | 'bad';

/** Dresses a piece of text for where it is shown. */
export type Paint = (style: Style, text: string) => string;

/** Codes that every terminal knows: what switches a style on, and what switches it off. */
const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  good: [32, 39],
  bad: [31, 39],
};

/** Where text is shown, as far as colours depend on it. */
export interface Screen {
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Colours on a terminal that has some, unless NO_COLOR is set (no-color.org); pipes and files get plain text. */
export function painter({ isTerminal, environment }: Screen): Paint {
  const isColoured = isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb';
  return isColoured ? colour : (_, text) => text;
}

function colour(style: Style, text: string): string {
  const [on, off] = CODES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

/** How many columns a text takes: its colours take none. */
export function textWidth(text: string): number {
  return stripVTControlCharacters(text).length;
}
