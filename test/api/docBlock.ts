import ts from 'typescript';

/** One `@tag` of a doc block. */
export interface DocTag {
  readonly name: string;
  readonly text: string;
  /** Lines between the start of the block and the first line of the text. */
  readonly line: number;
}

export interface DocBlock {
  /** What stands before the first tag. */
  readonly summary: string;
  readonly tags: readonly DocTag[];
}

/** Reads a whole comment, from its two opening stars to the slash that closes it. A tag starts a line. */
export function docBlock(comment: string): DocBlock {
  const lines = comment
    .replace(/^\/\*\*|\s*\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''));
  const starts = lines.flatMap((line, index) => (/^\s*@\w/.test(line) ? [index] : []));
  const tags = starts.map((start, position) => {
    const [, name = '', rest = ''] = /^\s*@(\w+)\s*(.*)$/.exec(lines[start]!)!;
    const below = lines.slice(start + 1, starts[position + 1] ?? lines.length);
    const text = rest === '' ? below : [rest, ...below];
    return { name, text: text.join('\n').trimEnd(), line: rest === '' ? start + 1 : start };
  });
  return {
    summary: lines
      .slice(0, starts[0] ?? lines.length)
      .join('\n')
      .trim(),
    tags,
  };
}

/** The doc block of a declaration, undefined where it has none. */
export function docBlockOf(declaration: ts.Declaration): DocBlock | undefined {
  const owner = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const comment = ts.getJSDocCommentsAndTags(owner).filter(ts.isJSDoc).at(-1);
  return comment === undefined ? undefined : docBlock(comment.getText());
}

/** Every doc block of a file and the line it starts on, counted from 1. */
export function docBlocksIn(text: string): { readonly block: DocBlock; readonly line: number }[] {
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].map((match) => ({
    block: docBlock(match[0]),
    line: text.slice(0, match.index).split('\n').length,
  }));
}
