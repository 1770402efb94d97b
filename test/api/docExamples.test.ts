import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { allExamples, compileExample, type Example, examplesOfSource, fencesIn, importsOf } from './examples.ts';
import { compilerOptions, exportsOf, ROOT, sourceProgram, subpaths } from './library.ts';
import { runExample } from './runExample.ts';

const examples = allExamples();
const library = new Map<string, object>();
for (const { specifier } of subpaths) library.set(specifier, await import(specifier));

async function run(example: Example): Promise<number> {
  const fromSource = example.file.startsWith('src/');
  const scope = fromSource ? Object.assign({}, ...library.values(), await import(join(ROOT, example.file))) : {};
  const modules = new Map(library);
  for (const specifier of importsOf(example.code)) modules.set(specifier, await import(specifier));
  return runExample(compileExample(example), scope, modules);
}

describe('the examples of the docs', () => {
  const toRun = examples.filter(({ mark }) => mark !== 'no-run');

  test('there are some', () => {
    expect(toRun.length).toBeGreaterThan(0);
  });

  test.each(toRun.map((example) => ({ ...example, at: `${example.file}:${example.line}` })))(
    '$at gives what it shows',
    async (example) => {
      const checked = await run(example);
      if (example.mark === '') expect(checked, 'an example without a value to check').toBeGreaterThan(0);
    },
  );

  test('each of them passes the strict type check', () => {
    expect(typeErrors(examples.filter(({ language }) => language === 'ts'))).toEqual([]);
  });
});

/** Type-checks examples as files of a folder that holds nothing else. */
function typeErrors(checked: readonly Example[]): string[] {
  const program = sourceProgram();
  const shared = subpaths.flatMap(({ file }) => namesOf(program, file));
  const folder = mkdtempSync(join(tmpdir(), 'tenure-examples-'));
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const files = new Map(checked.map((example, index) => [join(folder, `${index}.mts`), example]));
    for (const [path, example] of files) writeFileSync(path, moduleText(program, shared, example));
    return diagnosticsOf(files);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Name = readonly [name: string, file: string];

function namesOf(program: ts.Program, file: string): Name[] {
  return exportsOf(program, file).map(({ name }) => [name.split('.')[0]!, file] as const);
}

/** One line of imports for an example of src, then the example, in a scope of its own. */
function moduleText(program: ts.Program, shared: readonly Name[], { file, code }: Example): string {
  if (!file.startsWith('src/')) return `export {};\n${code}`;
  const inSight = new Map([...shared, ...namesOf(program, join(ROOT, file))]);
  const used = [...inSight].filter(([name]) => new RegExp(`\\b${name}\\b`).test(code));
  const imports = used.map(([name, from]) => `import { ${name} } from ${JSON.stringify(from)};`);
  return `${imports.join(' ')} export async function example() {\n${code}\n}`;
}

function diagnosticsOf(files: ReadonlyMap<string, Example>): string[] {
  const program = ts.createProgram([...files.keys()], {
    ...compilerOptions(),
    noUnusedLocals: false,
    noUncheckedIndexedAccess: false,
    exactOptionalPropertyTypes: false,
    verbatimModuleSyntax: false,
    isolatedDeclarations: false,
    declaration: false,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: ['node'],
    typeRoots: [join(ROOT, 'node_modules/@types')],
    paths: Object.fromEntries(subpaths.map(({ specifier, file }) => [specifier, [file]])),
  });
  return ts.getPreEmitDiagnostics(program).flatMap(({ file, start, messageText }) => {
    const example = files.get(file?.fileName ?? '');
    if (file === undefined || example === undefined) return [];
    const line = example.line + file.getLineAndCharacterOfPosition(start ?? 0).line - 1;
    return [`${example.file}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`];
  });
}

describe('the rule of the examples', () => {
  const check = (code: string): Promise<number> =>
    runExample(compileExample({ file: 'x', line: 1, code, language: 'ts', mark: '' }), { half: 0.5 }, new Map());

  test.each([
    'half // 0.5',
    'half + 0.1 + 0.2 - 0.5 // 0.3',
    'half / 3 // 0.1666…',
    'half / 3 // 0.1667…',
    '-half / 3 // -0.1666…',
    '-half / 3 // -0.1667…',
    '1e-9 / 3 // 3.3e-10…',
    '0 * half // 0',
    '0 / 0 // NaN',
    '-1 / 0 // -Infinity',
    'console.log(half) // 0.5',
    'const x: number = half // 0.5',
    'half\n// -> 0.5',
    'half\n// 0.5',
    'half\n// [half,\n// half][0]',
    'half // -> 0.5',
    'Promise.resolve(half) // 0.5',
    "({ a: [half, { b: 'c' }], d: undefined }) // { a: [0.5, { b: 'c' }], d: undefined }",
    '({\n  a: half,\n}) // {\n//   a: 0.5,\n// }\n',
    'Float64Array.of(1, half) // [1, 0.5]',
    "new Date(0) // new Date('1970-01-01')",
    "(() => { throw new RangeError('too far') })() // throws too far",
    'half // 0.5\n// a remark',
  ])('%j holds', async (code) => {
    expect(await check(code)).toBe(1);
  });

  test.each([
    'half // 0.51',
    'half / 3 // 0.15…',
    'half / 3 // 0.1668…',
    '-half / 3 // -0.15…',
    'half // 0.6…',
    'half // Infinity',
    'Infinity // 1',
    "half // '0.5'",
    'half // NaN',
    'NaN // 0',
    '[half] // []',
    '[half] // { 0: 0.5 }',
    '({}) // { a: undefined }',
    '({ a: 1, b: 2 }) // { a: 1 }',
    '({ a: null }) // { a: {} }',
    "new Date(1) // new Date('1970-01-01')",
    '({}) // new Date(0)',
    'half // throws',
    "(() => { throw new RangeError('too far') })() // throws too near",
  ])('%j does not hold', async (code) => {
    await expect(check(code)).rejects.toThrow('does not hold');
  });

  test.each([
    'half // about a half',
    'half\n// about a half',
    'const { length } = [half] // 1',
    'half //',
    'half\n[...[half]] // [0.5]',
  ])('%j is refused', (code) => {
    expect(() => check(code)).toThrow(/x:1/);
  });

  test('remarks on lines of their own are not values', async () => {
    expect(await check('// first\nconst x = half\n// second\nx\n\n// third')).toBe(0);
  });

  test('a name of the library may be used for something else', async () => {
    expect(await check('const half = 2\nhalf // 2')).toBe(1);
  });

  test('what is imported comes from the modules given', async () => {
    const code = "import { rate } from 'library'\nrate // 0.25";
    const compiled = compileExample({ file: 'x', line: 1, code, language: 'ts', mark: '' });
    expect(await runExample(compiled, {}, new Map([['library', { rate: 0.25 }]]))).toBe(1);
  });

  test('doc blocks and pages are read with the line of their code', () => {
    const source =
      'export const a = 1;\n/**\n * Meaning.\n *\n * @example\n * f(1) // 2\n * f(2) // 4\n * @see g\n */\n';
    expect(examplesOfSource('s.ts', source)).toMatchObject([{ line: 6, code: 'f(1) // 2\nf(2) // 4', mark: '' }]);
    const page = 'Text\n```sh\nls\n```\n```ts no-run\nf(1)\n```\n```js\ng(1)\n```\n';
    expect(fencesIn('p.md', page, 1)).toMatchObject([
      { line: 6, code: 'f(1)\n', language: 'ts', mark: 'no-run' },
      { line: 9, code: 'g(1)\n', language: 'js', mark: '' },
    ]);
    expect(() => fencesIn('p.md', '```ts norun\n```\n', 1)).toThrow('p.md:2: unknown mark "norun"');
  });
});
