import { textWidth } from './paint.ts';

/** A column of a text table. */
export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A column of words. */
export const left = (title: string): TextColumn => ({ title, align: 'left' });

/** A column of figures. */
export const right = (title: string): TextColumn => ({ title, align: 'right' });

/** Rows of text under their titles, each column as wide as its widest entry. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, place) =>
    Math.max(title.length, ...rows.map((row) => textWidth(row[place] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, place) => padded(cell, widths[place] ?? 0, columns[place]?.align))
      .join('  ')
      .trimEnd();
  const titles = line(columns.map(({ title }) => title));
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [titles, rule, ...rows.map(line)].join('\n');
}

function padded(cell: string, width: number, align: TextColumn['align'] | undefined): string {
  const space = ' '.repeat(Math.max(0, width - textWidth(cell)));
  return align === 'right' ? space + cell : cell + space;
}

/** Blocks of lines beside each other, top lines in one row. */
export function beside(blocks: readonly string[], gap = 2): string {
  const columns = blocks.map((block) => block.split('\n'));
  const widths = blocks.map(blockWidth);
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    columns
      .map((lines, place) => padded(lines[row] ?? '', widths[place]!, 'left'))
      .join(' '.repeat(gap))
      .trimEnd(),
  ).join('\n');
}

/** How many columns the widest line of a block takes. */
export function blockWidth(block: string): number {
  return Math.max(...block.split('\n').map(textWidth));
}

/** Columns of a screen. */
export const SCREEN_WIDTH = 100;

/** Words in lines of a width; a word that is longer has a line of its own, and a percent sign stays with its number. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ (?!%)/)) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(line) + 1 + textWidth(word) <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A paragraph as wide as a screen, its lines from the second on indented. */
export function paragraph(text: string, indent = 0): string {
  const [first = '', ...rest] = wrap(text, SCREEN_WIDTH - indent);
  return [first, ...rest.map((line) => ' '.repeat(indent) + line)].join('\n');
}
