// The package as others get it: built and packed in a temporary copy, looked at, installed, run and type-checked.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allExamples, compileExample } from './examples.ts';
import { exportsOf, packageJson, ROOT, sourceProgram, subpaths } from './library.ts';
import { filesIn, packageOf, run, type Stage, stage } from './stage.ts';

let built: Stage;
let tarball: string;
/** A folder that holds nothing but the installed package. */
let consumer: string;

beforeAll(async () => {
  built = await stage({ types: true });
  await run(built.package, 'npm', ['pack', '--pack-destination', built.folder]);
  tarball = join(built.folder, filesIn(built.folder).find((file) => /^[^/]+\.tgz$/.test(file))!);
  consumer = join(built.folder, 'consumer');
  mkdirSync(consumer);
  writeFileSync(join(consumer, 'package.json'), '{ "private": true }');
  await run(consumer, 'npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball]);
});

afterAll(() => built?.remove());

const installed = (): string => join(consumer, 'node_modules', packageJson.name);

describe('the packed package', () => {
  test('passes publint, strictly', async () => {
    const { messages } = await publint({ pkgDir: installed(), pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  test('has types that every resolver finds, in the right format, at every subpath', async () => {
    const report = JSON.parse(await run(built.folder, 'attw', [tarball, '--format', 'json']));
    expect(report.problems).toEqual({});
    for (const { specifier } of subpaths) {
      const { resolutions } = report.analysis.entrypoints[specifier.replace(packageJson.name, '.')];
      const found = Object.entries<{ resolution?: { isTypeScript: boolean } }>(resolutions)
        .filter(([, { resolution }]) => resolution?.isTypeScript)
        .map(([resolver]) => resolver);
      expect(found.sort(), specifier).toEqual(['bundler', 'node10', 'node16-cjs', 'node16-esm']);
    }
  });

  test('holds the build, the sources and the papers, and nothing else', () => {
    const files = filesIn(installed());
    const beside = files.filter((file) => !/^(dist|src)\//.test(file));
    expect(beside).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']);
    expect(files.filter((file) => file.startsWith('src/') && !file.endsWith('.ts'))).toEqual([]);
    expect(files.filter((file) => file.startsWith('dist/') && !/\.(js|cjs)(\.map)?$|\.d\.c?ts$/.test(file))).toEqual(
      [],
    );
    expect(files.filter((file) => /\.(test|test-d|bench)\./.test(file))).toEqual([]);
  });

  test('is built from its own sources alone: its maps name no bundled package and no folder of the building machine', () => {
    const home = join(installed(), 'dist');
    const maps = filesIn(home).filter((file) => file.endsWith('.map'));
    expect(maps.length).toBeGreaterThan(0);
    const sources = maps.flatMap((file): string[] => JSON.parse(readFileSync(join(home, file), 'utf8')).sources);
    expect(sources.filter((source) => !source.startsWith('../src/'))).toEqual([]);
  });

  test('imports its own files and each of its dependencies, and nothing else', () => {
    const home = join(installed(), 'dist');
    const imported = filesIn(home)
      .filter((file) => !file.endsWith('.map'))
      .flatMap((file) => ts.preProcessFile(readFileSync(join(home, file), 'utf8'), true, true).importedFiles)
      .map(({ fileName }) => fileName)
      .filter((name) => !/^\.\.?\//.test(name));
    expect(new Set(imported.map(packageOf))).toEqual(new Set(Object.keys(packageJson.dependencies)));
  });
});

const variables = subpaths.map(({ name }) => `the_${name}`);
const LOADING = {
  mjs: subpaths.map(({ specifier }, i) => `import * as ${variables[i]} from '${specifier}';`).join('\n'),
  cjs: subpaths.map(({ specifier }, i) => `const ${variables[i]} = require('${specifier}');`).join('\n'),
};

/** Runs every example of the sources on the installed package and prints what it found. */
const CONSUMER = `
const modules = new Map([${subpaths.map(({ specifier }, i) => `['${specifier}', ${variables[i]}]`)}]);
async function main() {
  const { runExample } = await import('./runExample.mjs');
  const { readFileSync } = await import('node:fs');
  const scope = Object.assign({}, ...modules.values());
  let checked = 0;
  for (const example of JSON.parse(readFileSync('examples.json', 'utf8'))) checked += await runExample(example, scope, modules);
  const rate = the_index.retentionRate({ customersAtStart: 200, customersAtEnd: 210, newCustomers: 40 });
  const names = [...modules].map(([specifier, values]) => [specifier, Object.keys(values).sort()]);
  const two = [...modules].flatMap(([specifier, values]) =>
    Object.keys(values).filter((name) => name in the_index && the_index[name] !== values[name]));
  console.log(JSON.stringify({ rate, checked, names: Object.fromEntries(names), two }));
}
main();
`;

describe('the installed package', () => {
  beforeAll(() => {
    const program = sourceProgram();
    const open = new Set(
      subpaths
        .flatMap(({ file }) => exportsOf(program, file))
        .map(({ declaration }) => declaration.getSourceFile().fileName),
    );
    const examples = allExamples().filter(({ file, mark }) => open.has(join(ROOT, file)) && mark !== 'no-run');
    expect(examples.length).toBeGreaterThan(0);
    writeFileSync(join(consumer, 'examples.json'), JSON.stringify(examples.map(compileExample)));
    const runner = ts.transpileModule(readFileSync(join(ROOT, 'test/api/runExample.ts'), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(join(consumer, 'runExample.mjs'), runner.outputText);
  });

  test.each(['mjs', 'cjs'] as const)(
    'runs every example in Node as %s, the same function at each subpath',
    async (format) => {
      writeFileSync(join(consumer, `main.${format}`), LOADING[format] + CONSUMER);
      const seen = JSON.parse(await run(consumer, 'node', [`main.${format}`]));
      expect(seen.rate).toBe(0.85);
      expect(seen.checked).toBeGreaterThan(0);
      expect(seen.two).toEqual([]);
      for (const { specifier } of subpaths)
        expect(seen.names[specifier], specifier).toEqual(Object.keys(await import(specifier)).sort());
    },
  );

  test('has one InputError class within a format, and tells the other one by isInputError', async () => {
    writeFileSync(join(consumer, 'errors.mjs'), ERRORS);
    expect(JSON.parse(await run(consumer, 'node', ['errors.mjs']))).toEqual({
      esmIsOne: true,
      cjsIsOne: true,
      acrossIsOne: false,
      esmTellsCjs: true,
      cjsTellsEsm: true,
    });
  });
});

const ERRORS = `
import { createRequire } from 'node:module';
import * as esm from 'tenure';
import { retentionRate as esmRate } from 'tenure/rates';
const require = createRequire(import.meta.url);
const cjs = require('tenure');
const { retentionRate: cjsRate } = require('tenure/rates');
function thrownBy(rate) {
  try { rate({}); } catch (error) { return error; }
}
console.log(JSON.stringify({
  esmIsOne: thrownBy(esmRate) instanceof esm.InputError,
  cjsIsOne: thrownBy(cjsRate) instanceof cjs.InputError,
  acrossIsOne: thrownBy(cjsRate) instanceof esm.InputError,
  esmTellsCjs: esm.isInputError(thrownBy(cjsRate)),
  cjsTellsEsm: cjs.isInputError(thrownBy(esmRate)),
}));
`;

describe('a strict TypeScript consumer that checks the libraries too', () => {
  const RESOLVERS = {
    NodeNext: { files: ['main.mts', 'main.cts'], module: 'NodeNext' },
    Bundler: { files: ['main.ts'], module: 'ESNext' },
  };

  // zod's types need a global URL, which the DOM library has; nothing else of the package does.
  const SETS = [
    {
      title: 'all but the schemas, without the DOM',
      lib: ['ES2022'],
      among: subpaths.filter(({ name }) => name !== 'schemas'),
    },
    { title: 'the schemas, with the DOM', lib: ['ES2022', 'DOM'], among: subpaths },
  ];

  describe.each(SETS)('$title', ({ lib, among }) => {
    test.each(['NodeNext', 'Bundler'] as const)('compiles with %s', async (moduleResolution) => {
      const { files, module } = RESOLVERS[moduleResolution];
      for (const file of files)
        writeFileSync(join(consumer, file), typedConsumer(among.map(({ specifier }) => specifier)));
      const compilerOptions = {
        module,
        moduleResolution,
        lib,
        target: 'ES2022',
        strict: true,
        skipLibCheck: false,
        noEmit: true,
      };
      writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
      expect(await run(consumer, 'tsc', ['-p', '.'])).toBe('');
    });
  });
});

function typedConsumer(specifiers: readonly string[]): string {
  return `
${specifiers.map((specifier, i) => `import * as m${i} from '${specifier}';`).join('\n')}
import { InputError, isInputError, type RetentionCounts, retentionRate } from 'tenure';
import * as rates from 'tenure/rates';
const counts: RetentionCounts = { customersAtStart: 200, customersAtEnd: 210, newCustomers: 40 };
const rate: number = retentionRate(counts);
const counted: rates.RetentionCounts = counts;
// @ts-expect-error a misspelt field
retentionRate({ customersAtStart: 200, customersAtEnd: 210, newCustomer: 40 });
export function codeOf(error: unknown): string {
  return isInputError(error) ? error.code : error instanceof InputError ? error.message : '';
}
export const all = [rate, counted, ${specifiers.map((_, i) => `m${i}`)}];
`;
}
