import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headlineCells } from '../../examples/report/headlineCells.ts';
import type { HeadlineFigure } from '../../examples/report/headlineFigure.ts';
import { makeReport } from '../../examples/report/makeReport.ts';
import { type Paint, painter } from '../../examples/report/paint.ts';
import { beside, left, right, textTable } from '../../examples/report/textTable.ts';

const terminal = (environment: Record<string, string> = {}): Paint => painter({ isTerminal: true, environment });

describe('colours', () => {
  test('a terminal shows them', () => {
    expect(terminal()('good', '+1')).toBe('\u001b[32m+1\u001b[39m');
    expect(terminal()('bad', '-1')).toBe('\u001b[31m-1\u001b[39m');
    expect(terminal()('bold', 'Title')).toBe('\u001b[1mTitle\u001b[22m');
  });

  test('pipes and files do not, nor a terminal where NO_COLOR is set or which has none', () => {
    expect(painter({ isTerminal: false, environment: {} })('good', '+1')).toBe('+1');
    expect(terminal({ NO_COLOR: '1' })('good', '+1')).toBe('+1');
    expect(terminal({ TERM: 'dumb' })('good', '+1')).toBe('+1');
  });

  test('NO_COLOR that is empty says nothing, as no-color.org has it', () => {
    expect(terminal({ NO_COLOR: '' })('bad', '-1')).toContain('\u001b[31m');
  });

  test('they take no room in a table', () => {
    const rows = [
      ['ada', terminal()('bad', '-12')],
      [terminal()('bold', 'bob'), '+3'],
    ];
    const table = textTable([left('name'), right('change')], rows);
    expect(stripVTControlCharacters(table)).toBe(
      ['name  change', '----  ------', 'ada      -12', 'bob       +3'].join('\n'),
    );
  });

  test('nor between blocks that stand beside each other', () => {
    const block = `${terminal()('bold', 'a')}\nbb`;
    expect(stripVTControlCharacters(beside([block, '1\n2\n3'], 1))).toBe('a  1\nbb 2\n   3');
  });
});

describe('what is good and what is bad is what the catalogue says', () => {
  const named: Paint = (style, text) => `<${style} ${text}>`;
  const figure = (metric: string, change: number, ends: readonly [number, number] | undefined): HeadlineFigure => ({
    name: metric,
    kind: 'share',
    metric,
    value: 0.5,
    interval: { lower: 0.4, upper: 0.6 },
    change,
    changeInterval: ends && { lower: ends[0], upper: ends[1] },
  });

  test.each([
    ['retentionRate', 0.1, [0.05, 0.15], '<good +10.0 pt> *'],
    ['retentionRate', -0.1, [-0.15, -0.05], '<bad -10.0 pt> *'],
    ['churnRate', 0.1, [0.05, 0.15], '<bad +10.0 pt> *'],
    ['churnRate', -0.1, [-0.15, -0.05], '<good -10.0 pt> *'],
  ] as const)('%s that changes by %d', (metric, change, ends, cell) => {
    expect(headlineCells(figure(metric, change, ends), named)[1]).toBe(cell);
  });

  test('a change that chance explains is neither, whatever its size', () => {
    expect(headlineCells(figure('retentionRate', 0.1, [-0.01, 0.21]), named)[1]).toBe('+10.0 pt  ');
  });

  test('nor is one of which that is not known', () => {
    expect(headlineCells(figure('retentionRate', 0.1, undefined), named)[1]).toBe('+10.0 pt  ');
  });

  test('a count is no estimate: more customers are good, fewer are bad, no change is nothing', () => {
    const customers = (change: number): string => {
      const count = { ...figure('customerGrowthRate', change, undefined), kind: 'count', interval: undefined } as const;
      return headlineCells(count, named)[1];
    };
    expect([customers(12), customers(-12), customers(0), customers(Number.NaN)]).toEqual([
      '<good +12>  ',
      '<bad -12>  ',
      '0  ',
      '–  ',
    ]);
  });

  test('a change that rounds to nothing has no sign', () => {
    expect(headlineCells(figure('retentionRate', -0.0001, [-0.01, 0.01]), named)[1]).toBe('0.0 pt  ');
  });
});

describe('the whole report on a terminal', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tenure-paint-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('says the same as without colours, letter for letter', async () => {
    const args = ['--json', join(folder, 'report.json')];
    const coloured = await makeReport(args, terminal());
    const plain = await makeReport(args, (_, text) => text);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
    expect(coloured).toContain('\u001b[32m+91\u001b[39m');
    expect(coloured).toContain('\u001b[1mCustomers kept and lost by month\u001b[22m');
    expect(coloured).toContain('\u001b[32myes\u001b[39m             none');
  });
});
