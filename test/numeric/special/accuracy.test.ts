import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { accuracyPage, nodeVersion, promiseOf, roundedUp } from '../../reference/special/accuracyPage.ts';
import { errorOn, FUNCTIONS, rowsOf, worstError } from '../../reference/special/functions.ts';

/** How much further off another engine may be than the one the page was written on. */
const ENGINE_SLACK = 8 * Number.EPSILON;

const page = readFileSync(fileURLToPath(new URL('../../../docs/accuracy.md', import.meta.url)), 'utf8');
const lines = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

describe('special functions against high-precision tables', () => {
  test.each(FUNCTIONS)('$name ($table) keeps to $goal on every row', (promised) => {
    const rows = rowsOf(promised);
    const broken = rows.filter((row) => !(errorOn(promised, row) <= promised.goal + ENGINE_SLACK));
    expect(rows.length).toBeGreaterThan(25);
    expect({ broken, worst: worstError(promised) }).toEqual({ broken: [], worst: expect.any(Number) });
  });
});

describe('docs/accuracy.md', () => {
  test.each(FUNCTIONS)(
    '$name ($table): promise and rows as they are, and no better figure than is measured',
    (promised) => {
      const promise = promiseOf(promised);
      const line = lines.find((cells) => promise.every((text, i) => cells[i + 1] === text));
      const figure = Number(line?.at(-2));
      const slack = page.includes(`${nodeVersion()},`) ? 0 : ENGINE_SLACK;
      expect(worstError(promised)).toBeLessThanOrEqual(figure + slack);
    },
  );

  test('nothing else is on it: the script would write the same lines', () => {
    const words = (text: string) => text.replaceAll(/ \S+ +\|$/gm, '').replaceAll(/on Node \d+/g, '');
    expect(words(page)).toBe(words(accuracyPage(FUNCTIONS)));
  });

  test('figures are rounded up', () => {
    expect([0, 1.01e-15, 9.99e-16, 2e-14].map(roundedUp)).toEqual(['0', '1.1e-15', '1.0e-15', '2.0e-14']);
  });
});
