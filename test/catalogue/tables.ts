// The tables of README.md and docs that are made from the catalogue. They stand between two markers, each on a line of
// its own: `catalogue:rates` (or another room; `catalogue:rooms` for the table of the rooms) and `/catalogue`.
import type { Metric, MetricRoom } from '../../src/catalogue/types.ts';

/** What the tables are made from. */
export interface Contents {
  readonly metrics: readonly Metric[];
  readonly rooms: readonly MetricRoom[];
  /** The functions of rooms that are no metrics, in order. */
  readonly others: readonly { readonly room: string; readonly name: string }[];
}

const BETWEEN = /^<!-- catalogue:(\S+) -->\n([\s\S]*?)^<!-- \/catalogue -->$/gm;
const MARKER = /^<!-- \/?catalogue\b.*$/gm;

/** The rooms whose tables a page asks for. */
export function roomsAskedFor(page: string): string[] {
  return [...page.matchAll(BETWEEN)].map(([, room]) => room!);
}

/** The page with its tables made anew. */
export function withTables(name: string, page: string, contents: Contents): string {
  if ((page.match(MARKER)?.length ?? 0) !== 2 * roomsAskedFor(page).length)
    throw new Error(`${name}: a marker of the catalogue without its other half`);
  return page.replaceAll(BETWEEN, (_, room: string) => {
    const table = room === 'rooms' ? roomTable(contents) : metricTable(name, room, contents.metrics);
    return `<!-- catalogue:${room} -->\n\n${table}\n<!-- /catalogue -->`;
  });
}

function metricTable(page: string, room: string, metrics: readonly Metric[]): string {
  const own = metrics.filter((metric) => metric.room === room);
  if (own.length === 0) throw new Error(`${page}: no room "${room}" with metrics`);
  return table(
    ['Metric', 'Formula', 'Unit', 'Undefined (NaN) when'],
    own.map(({ id, formula, unit, undefinedWhen }) => [
      code(id),
      prose(formula),
      prose(unit),
      prose(undefinedWhen ?? 'never'),
    ]),
  );
}

/** For README.md: its links start from the repository's folder. */
function roomTable({ metrics, rooms, others }: Contents): string {
  return table(
    ['Room', 'What it tells', 'Metrics', 'Counts, tables, intervals'],
    rooms.map(({ id, meaning }) => {
      const own = metrics.filter(({ room }) => room === id).map((metric) => metric.id);
      const rest = others.filter(({ room }) => room === id).map(({ name }) => name);
      return [`[${code(`tenure/${id}`)}](docs/${id}.md)`, prose(meaning), inShort(own), inShort(rest)];
    }),
  );
}

/** The names, those of a namespace as one: the verbs of models are many, and the same for several. */
function inShort(ids: readonly string[]): string {
  const names = ids.map((id) => id.replace(/\..*/, '.…'));
  return [...new Set(names)].map(code).join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}

/** Text as Markdown that shows it as it is; what stands in backticks is code already. */
function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[*\\]|<(?=[a-z/!?])/gi, '\\$&')))
    .join('')
    .replaceAll('|', '\\|');
}

/** A Markdown table with columns as wide as their widest cell. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |\n`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('');
}
