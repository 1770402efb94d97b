// From a doc block to a metric of the catalogue. What a block leaves out, or says in a way that nobody could compute
// with, is an error that names the function.
import type { Metric, MetricDirection, MetricRange } from '../../src/catalogue/types.ts';
import type { DocBlock } from '../api/docBlock.ts';

const DIRECTIONS: readonly MetricDirection[] = ['higher is better', 'lower is better', 'neither'];

/** The metric that a function's doc block describes. */
export function metricOf(id: string, room: string, block: DocBlock): Metric {
  const [meaning, formula, ...notes] = block.summary.split(/\n\s*\n/).map(plainText);
  if (!meaning) throw new Error(`${id}: no meaning`);
  if (!formula) throw new Error(`${id}: no formula, which is the second paragraph`);
  if (/[^\x20-\x7e]/.test(formula)) throw new Error(`${id}: the formula is not in plain ASCII: ${formula}`);
  const undefinedWhen = undefinedText(one(id, block, 'undefinedWhen'));
  return {
    id,
    room,
    meaning,
    formula,
    notes,
    unit: plainText(one(id, block, 'unit')),
    range: rangeOf(id, one(id, block, 'range')),
    ...directionOf(id, one(id, block, 'direction')),
    undefinedWhen: undefinedWhen === 'never' ? null : undefinedWhen,
    errors: errorsOf(block),
    example: exampleOf(id, block),
    see: textsOf(block, 'see').map(plainText),
    references: textsOf(block, 'reference').map(plainText),
  };
}

function textsOf(block: DocBlock, tag: string): string[] {
  return block.tags.filter(({ name }) => name === tag).map(({ text }) => text.trim());
}

function one(id: string, block: DocBlock, tag: string): string {
  const [text, ...more] = textsOf(block, tag);
  if (!text || more.length > 0) throw new Error(`${id}: not one @${tag} but ${more.length + (text ? 1 : 0)}`);
  return text;
}

/** One line, without links: their words stay. */
export function plainText(text: string): string {
  return text
    .replace(/\{@link(?:code|plain)?\s+[^|}]*\|\s*([^}]*?)\s*\}/g, '$1')
    .replace(/\{@link(?:code|plain)?\s+([^}]*?)\s*\}/g, '$1')
    .replace(/\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** That the metric is NaN is said by the field's name; what else is NaN is said by the text. */
function undefinedText(text: string): string {
  return plainText(text)
    .replaceAll(/\b(is|are) \(NaN\)/g, '$1 NaN')
    .replaceAll(/ \((?:then )?NaN\)/g, '');
}

/** `0..1`, `0..`, `..0`, `any`: the ends as JavaScript writes them. */
export function rangeOf(id: string, text: string): MetricRange {
  if (text === 'any') return { lower: null, upper: null };
  const [, lowerText, upperText] = /^(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/.exec(text) ?? [];
  const lower = endOf(lowerText);
  const upper = endOf(upperText);
  const canonical = `${lower ?? ''}..${upper ?? ''}`;
  if (canonical !== text || text === '..' || (lower ?? -Infinity) >= (upper ?? Infinity))
    throw new Error(`${id}: not a range: ${text}`);
  return { lower, upper };
}

function endOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** One of the three, and after a comma, a colon or a semicolon, or in brackets, what limits it. */
export function directionOf(id: string, text: string): Pick<Metric, 'direction' | 'directionNote'> {
  const line = plainText(text);
  const direction = DIRECTIONS.find((words) => line.startsWith(words));
  const rest = line.slice(direction?.length);
  const [, behind, inBrackets] = /^(?:[,:;] (\S.*)| \((\S[^()]*)\))?$/.exec(rest) ?? [];
  const note = behind ?? inBrackets ?? null;
  if (direction === undefined || (note === null && rest !== '')) throw new Error(`${id}: not a direction: ${line}`);
  return { direction, directionNote: note };
}

/** The codes in backticks; that each of them is one is for the compiler to say, of the file that is written. */
function errorsOf(block: DocBlock): Metric['errors'] {
  const codes = textsOf(block, 'throws').flatMap((text) => [...text.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)]);
  return [...new Set(codes.map(([, code]) => code!))].sort() as unknown as Metric['errors'];
}

function exampleOf(id: string, block: DocBlock): string {
  const [example] = textsOf(block, 'example');
  if (!example) throw new Error(`${id}: no @example`);
  return example.replace(/^```\w*\n([\s\S]*?)\n```$/, '$1');
}
