import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** What each kind of folder may import from besides itself. */
const FLOORS = {
  core: [],
  numeric: ['core'],
  time: ['core'],
  log: ['core', 'numeric', 'time'],
  statistics: ['core', 'numeric', 'time'],
} as const;
const ROOMS = ['rates', 'revenue', 'value', 'surveys', 'support', 'cohorts', 'survival', 'models', 'segments'];
const MORE_ROOMS = ['risk', 'loyalty', 'goals', 'experiments'];
const FACES = ['schemas', 'charts', 'sql', 'catalogue'];
const FLOOR_NAMES = Object.keys(FLOORS);

function mayImport(folder: string): readonly string[] | undefined {
  if (folder in FLOORS) return FLOORS[folder as keyof typeof FLOORS];
  if ([...ROOMS, ...MORE_ROOMS].includes(folder)) return FLOOR_NAMES;
  if (FACES.includes(folder)) return [...FLOOR_NAMES, ...ROOMS, ...MORE_ROOMS];
  return undefined;
}

interface Source {
  readonly file: string;
  readonly folder: string;
  readonly tree: ts.SourceFile;
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file,
    folder: file.includes('/') ? file.slice(0, file.indexOf('/')) : '',
    tree: ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.ES2022, true),
  }));

function importsOf(source: Source): string[] {
  return source.tree.statements.flatMap((statement) => {
    const from =
      ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
    return from !== undefined && ts.isStringLiteral(from) ? [from.text] : [];
  });
}

function targetOf(source: Source, specifier: string): string {
  return relative(SRC, normalize(join(SRC, dirname(source.file), specifier)));
}

function every(tree: ts.SourceFile, visit: (node: ts.Node) => string | undefined): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    const what = visit(node);
    if (what !== undefined) found.push(what);
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return found;
}

const LOCAL_TIME = /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/;

function bannedAt(node: ts.Node): string | undefined {
  if (ts.isExportAssignment(node)) return 'default export';
  if (ts.isModifier(node) && node.kind === ts.SyntaxKind.DefaultKeyword) return 'default export';
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isIdentifier(node) && ['process', 'console'].includes(node.text)) return node.text;
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  if (['Date.now', 'Math.random'].includes(node.getText())) return node.getText();
  return LOCAL_TIME.test(node.name.text) ? node.name.text : undefined;
}

describe('the house', () => {
  test('there are sources to look at', () => {
    expect(sources.length).toBeGreaterThan(5);
  });

  test('every folder of src has a floor, and only index.ts lies beside them', () => {
    const homeless = sources.filter((s) =>
      s.folder === '' ? s.file !== 'index.ts' : mayImport(s.folder) === undefined,
    );
    expect(homeless.map((s) => s.file)).toEqual([]);
  });

  test('imports run downwards only', () => {
    const upward = sources.flatMap((source) =>
      importsOf(source)
        .filter((specifier) => specifier.startsWith('.') && source.folder !== '')
        .map((specifier) => targetOf(source, specifier))
        .filter((target) => {
          const folder = target.slice(0, Math.max(0, target.indexOf('/')));
          return folder !== source.folder && !mayImport(source.folder)?.includes(folder);
        })
        .map((target) => `${source.file} -> ${target}`),
    );
    expect(upward).toEqual([]);
  });

  test('the root re-exports no face', () => {
    const root = sources.find((s) => s.file === 'index.ts');
    const faces =
      root === undefined ? ['no root'] : importsOf(root).filter((s) => FACES.includes(s.split('/')[1] ?? ''));
    expect(faces).toEqual([]);
  });

  test('only an index.ts imports an index.ts', () => {
    const through = sources
      .filter((s) => !s.file.endsWith('index.ts'))
      .flatMap((s) => importsOf(s).map((specifier) => `${s.file} -> ${specifier}`))
      .filter((line) => /(^|\/)index\.ts$/.test(line));
    expect(through).toEqual([]);
  });

  test('packages come in by one door each: date-fns by time, zod by schemas', () => {
    const doors = sources.flatMap((s) =>
      importsOf(s)
        .filter((specifier) => !specifier.startsWith('.'))
        .map((specifier) => `${specifier.split('/')[0]} in ${s.folder}`),
    );
    expect(doors.filter((door) => !['date-fns in time', 'zod in schemas'].includes(door))).toEqual([]);
  });

  test('no clock, no chance, no host, no default export', () => {
    const banned = sources.flatMap((s) => every(s.tree, bannedAt).map((what) => `${s.file}: ${what}`));
    expect(banned).toEqual([]);
  });

  test('no file holds more than 150 code lines', () => {
    const long = sources
      .map((s) => ({ file: s.file, lines: codeLines(s.tree.text) }))
      .filter(({ lines }) => lines > 150);
    expect(long).toEqual([]);
  });
});

function codeLines(text: string): number {
  return text.split('\n').filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length;
}

describe('the ban list itself', () => {
  const found = (code: string) => every(ts.createSourceFile('x.ts', code, ts.ScriptTarget.ES2022, true), bannedAt);

  test.each([
    ['export default 1', 'default export'],
    ['export default function f() {}', 'default export'],
    ['const t = Date.now()', 'Date.now'],
    ['const t = new Date()', 'new Date()'],
    ['const r = Math.random()', 'Math.random'],
    ['process.exit(1)', 'process'],
    ['console.log(1)', 'console'],
    ['date.getHours()', 'getHours'],
  ])('%s is found', (code, what) => {
    expect(found(code)).toContain(what);
  });

  test('UTC getters and dates with an argument pass', () => {
    expect(found('const d = new Date(0); d.getUTCHours();')).toEqual([]);
  });
});
