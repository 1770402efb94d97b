// What a user's bundle grows by, measured on the built package as esbuild bundles it.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  exportsOf,
  type PublicExport,
  packageJson,
  rooms,
  signatureOf,
  sourceProgram,
  subpath,
  subpaths,
} from './library.ts';
import { packageOf, type Stage, stage } from './stage.ts';

/** What a metric that takes a small record of numbers may cost, minified and gzipped. */
const LIMIT = 1000;

const program = sourceProgram();
const checker = program.getTypeChecker();
// A metric of a fitted model is not plain: it lies in the namespace of its model, and comes with what that needs.
const scalars = rooms.flatMap(({ name: room, file }) =>
  exportsOf(program, file)
    .filter((one) => !one.name.includes('.') && isScalarMetric(one))
    .map(({ name }) => ({ name, room })),
);

/** Whether an export is a metric of plain numbers: a number made of one record that holds nothing else. */
function isScalarMetric(one: PublicExport): boolean {
  const signature = signatureOf(program, one);
  const [subject, ...more] = signature?.parameters ?? [];
  if (signature === undefined || subject === undefined || more.length > 0) return false;
  if (!isNumber(signature.getReturnType())) return false;
  const type = checker.getTypeOfSymbol(subject);
  // A list of numbers is no record of them.
  if (type.getNumberIndexType() !== undefined) return false;
  const fields = type.getProperties();
  return fields.length > 0 && fields.every((field) => isNumber(checker.getTypeOfSymbol(field)));
}

function isNumber(type: ts.Type): boolean {
  return checker.typeToString(checker.getNonNullableType(type)) === 'number';
}

let built: Stage;
beforeAll(async () => {
  built = await stage({ types: false });
});
afterAll(() => {
  built?.remove();
  console.info(`Minified and gzipped:\n${measured.join('\n')}`);
});

const measured: string[] = [];

interface Bundle {
  readonly bytes: number;
  /** The dependencies that have code in it. */
  readonly packages: readonly string[];
}

async function bundle(contents: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: built.package },
    bundle: true,
    minify: true,
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs);
  const foreign = Object.entries(output!.inputs)
    .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && file.includes('node_modules/'))
    .map(([file]) => packageOf(file.split('node_modules/').at(-1)!));
  return { bytes: gzipSync(outputFiles[0]!.contents, { level: 9 }).length, packages: [...new Set(foreign)] };
}

describe('a metric of plain numbers', () => {
  test('is one of several, retentionRate among them', () => {
    expect(scalars).toContainEqual({ name: 'retentionRate', room: 'rates' });
    expect(new Set(scalars.map(({ room }) => room))).toEqual(
      new Set(['cohorts', 'rates', 'risk', 'segments', 'support', 'surveys', 'value']),
    );
  });

  test.each(scalars)('$name costs at most 1 kB gzipped, from the root and from $room', async ({ name, room }) => {
    const [root, own] = await Promise.all(
      [packageJson.name, subpath(room).specifier].map((from) => bundle(`export { ${name} } from '${from}';`)),
    );
    measured.push(`${name}: ${root!.bytes} bytes from the root, ${own!.bytes} bytes from ${room}`);
    expect(root!.bytes, 'bytes from the root').toBeLessThanOrEqual(LIMIT);
    expect(own!.bytes, `bytes from ${room}`).toBeLessThanOrEqual(LIMIT);
    expect([...root!.packages, ...own!.packages]).toEqual([]);
  });
});

describe('the whole of', () => {
  test.each(subpaths)('$specifier holds zod only where it is the schemas', async ({ name, specifier }) => {
    const { bytes, packages } = await bundle(`export * from '${specifier}';`);
    measured.push(`${specifier}: ${bytes} bytes, ${packages.length > 0 ? packages : 'no dependency'}`);
    expect(packages.includes('zod')).toBe(name === 'schemas');
  });
});
