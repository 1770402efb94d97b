import { defineConfig } from 'tsup';

const subpaths = ['cohorts', 'log', 'rates', 'schemas', 'statistics', 'time', 'value'];

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    ...Object.fromEntries(subpaths.map((name) => [name, `src/${name}/index.ts`])),
  },
  format: ['esm', 'cjs'],
  // tsup sets baseUrl itself, which TypeScript 6 calls deprecated.
  dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  sourcemap: true,
  clean: true,
  // Shared chunks, in CJS too: one InputError class per format, whatever the subpath.
  splitting: true,
  target: 'es2022',
  platform: 'neutral',
});
