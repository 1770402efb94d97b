import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^tenure$/, replacement: path('../src/index.ts') },
      { find: /^tenure\/(.+)$/, replacement: path('../src/$1/index.ts') },
    ],
  },
  test: {
    root: path('..'),
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    typecheck: { enabled: true, include: ['test/**/*.test-d.ts'], tsconfig: path('tsconfig.json') },
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reportsDirectory: '.coverage' },
  },
});
