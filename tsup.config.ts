import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

// Each subpath of package.json is built from the index.ts of its folder.
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
const folders = Object.keys(exports).filter((key) => key !== './package.json');

export default defineConfig({
  entry: Object.fromEntries(folders.map((key) => [key.slice(2) || 'index', `src${key.slice(1)}/index.ts`])),
  format: ['esm', 'cjs'],
  // tsup sets baseUrl itself, which TypeScript 6 calls deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  sourcemap: true,
  clean: true,
  // Shared chunks, in CJS too: one InputError class per format, whatever the subpath.
  splitting: true,
  // Makes Rollup write the CJS: without it the maps hold paths of the building machine, and ?? becomes a helper call.
  treeshake: true,
  target: 'es2022',
  platform: 'neutral',
});
