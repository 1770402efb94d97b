// What the import of one schema brings along, as esbuild bundles the sources.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { ROOT } from '../api/library.ts';

async function bundle(contents: string, external: string[] = []): Promise<{ bytes: number; text: string }> {
  const stdin = { contents, resolveDir: ROOT, loader: 'ts' as const };
  const { outputFiles } = await build({ stdin, bundle: true, minify: true, format: 'esm', write: false, external });
  const [{ contents: code, text }] = outputFiles as [(typeof outputFiles)[number]];
  return { bytes: gzipSync(code, { level: 9 }).length, text };
}

test.each([
  ['retentionCounts', 6500],
  ['levelOptions', 6500],
  ['instantText', 5000],
  ['eventRow', 8000],
  ['bgNbdParameters', 6500],
  ['purchaseHistories', 8000],
  // It asks the function itself, with all of its rules.
  ['cohortTableOptions', 22_000],
])('%s brings at most %d bytes along, zod among them', async (name, limit) => {
  const { bytes } = await bundle(`export { ${name} } from './src/schemas/index.ts';`);
  expect(bytes).toBeLessThanOrEqual(limit);
});

test('a schema that is not imported is not in the bundle, nor is its function', async () => {
  const { text } = await bundle(`export { retentionCounts } from './src/schemas/index.ts';`, ['zod/mini']);
  expect(text).toContain('newCustomers');
  for (const other of ['lostCustomers', 'churnRate', 'cohortTable', 'netPromoterScore'])
    expect(text).not.toContain(other);
});
