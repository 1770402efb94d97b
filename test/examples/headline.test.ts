import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HeadlineFigure } from '../../examples/report/headlineFigure.ts';
import {
  CLOCKS,
  differ,
  plainBuyers,
  plainKept,
  plainOrders,
  plainScore,
  plainScores,
  spreadOfMean,
  wilsonEnds,
} from './headlineOracle.ts';
import { type Run, report } from './runReport.ts';

let folder: string;
let run: Run;
let figures: Record<'US' | 'DE', Map<string, HeadlineFigure>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-headline-'));
  const json = join(folder, 'report.json');
  run = await report('--section', 'headline', '--json', json);
  const [us, de] = JSON.parse(readFileSync(json, 'utf8')).markets.map(
    ({ headline }: { headline: Record<'period' | 'year', { figures: HeadlineFigure[] }> }) =>
      new Map([...headline.period.figures, ...headline.year.figures].map((figure) => [figure.name, figure])),
  );
  figures = { US: us, DE: de };
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the first screen', () => {
  test('it fits a screen', () => {
    const lines = run.out.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('it says what it is of, and what is compared with what', () => {
    expect(run.out).toMatch(/^Retention report: Ostervane Coffee & Tea, as of 2026-01-01\n=+\n/);
    expect(run.out).toMatch(/United States, USD +Germany, EUR\n/);
    expect(run.out).toMatch(/^2025-12, against 2025-11$/m);
    expect(run.out).toMatch(/^twelve months, against the twelve before$/m);
  });

  test('a pipe gets no colours', () => {
    expect(run.out).not.toContain('\u001b');
  });

  test('marks and signs are explained', () => {
    expect(run.out).toMatch(/^\* {2}more than chance explains at 95 %/m);
    expect(run.out).toContain('the data begin 2024-01-01, and losses show 90 days after that');
  });
});

describe.each(['US', 'DE'] as const)('the figures of %s are those of plain loops over the rows', (market) => {
  const [november, december, january, year2024, year2025] = CLOCKS[market];
  const figure = (name: string): HeadlineFigure => figures[market].get(name)!;
  /** A share with its interval, its change, and whether the change is marked. */
  const expectShare = (name: string, now: readonly [number, number], before: readonly [number, number]): void => {
    const { value, interval, change, changeInterval } = figure(name);
    expect(value).toBeCloseTo(now[0] / now[1], 12);
    const [lower, upper] = wilsonEnds(...now);
    expect(interval!.lower).toBeCloseTo(lower, 9);
    expect(interval!.upper).toBeCloseTo(upper, 9);
    expect(change).toBeCloseTo(now[0] / now[1] - before[0] / before[1], 12);
    expect(changeInterval!.lower > 0 || changeInterval!.upper < 0).toBe(differ(now, before));
  };

  test('customers, and those kept and lost', () => {
    const now = plainKept(market, december, january);
    const before = plainKept(market, november, december);
    expect(figure('customers').value).toBe(now.end);
    expect(figure('customers').change).toBe(now.end - now.start);
    expectShare('kept (retention)', [now.kept, now.start], [before.kept, before.start]);
    expectShare('lost (churn)', [now.start - now.kept, now.start], [before.start - before.kept, before.start]);
  });

  test('revenue and the average order, refunds taken off', () => {
    const revenue = (from: number, to: number): number =>
      plainOrders(market, from, to).reduce((sum, { cents }) => sum + cents, 0) / 100;
    const mean = (from: number, to: number): number => revenue(from, to) / plainOrders(market, from, to).length;
    expect(figure('revenue').value).toBeCloseTo(revenue(december, january), 6);
    expect(figure('revenue').change).toBeCloseTo(revenue(december, january) - revenue(november, december), 6);
    expect(figure('average order').value).toBeCloseTo(mean(december, january), 9);
    expect(figure('average order').change).toBeCloseTo(mean(december, january) - mean(november, december), 9);
  });

  test('the interval of the average order is as wide as means of other customers spread, and that of its change too', () => {
    const { interval, changeInterval } = figure('average order');
    const [now, before] = [plainOrders(market, december, january), plainOrders(market, november, december)];
    const halfWidth = (interval!.upper - interval!.lower) / 2;
    const halfOfChange = (changeInterval!.upper - changeInterval!.lower) / 2;
    // 800 draws know a spread to within 2.5 %; three times that.
    expect(Math.abs(halfWidth / (1.96 * spreadOfMean([now])) - 1)).toBeLessThan(0.08);
    expect(Math.abs(halfOfChange / (1.96 * spreadOfMean([now, before])) - 1)).toBeLessThan(0.08);
  });

  test('who bought again in twelve months', () => {
    const now = plainBuyers(market, year2025, january);
    const before = plainBuyers(market, year2024, year2025);
    expectShare('bought again', [now.again, now.buyers], [before.again, before.buyers]);
  });

  test('the lifetime value is order value x orders a buyer / churn of twelve months', () => {
    const orders = plainOrders(market, year2025, january);
    const { kept, start } = plainKept(market, year2025, january);
    const { buyers } = plainBuyers(market, year2025, january);
    const revenue = orders.reduce((sum, { cents }) => sum + cents, 0) / 100;
    expect(figure('lifetime value').value).toBeCloseTo(revenue / buyers / (1 - kept / start), 6);
  });

  test('no change of the lifetime value: who was a customer before the data begin is not known', () => {
    expect(figure('lifetime value').change).toBeNull();
    expect(run.out).toMatch(/lifetime value +\d+\.\d\d +– +– +\d+\.\d\d +– +–\n/);
  });

  test('what they say', () => {
    const scores = (survey: string, from: number, to: number): number[] => plainScores(market, survey, from, to);
    const [now, before] = [scores('nps', year2025, january), scores('nps', year2024, year2025)];
    expect(figure('net promoter score').value).toBeCloseTo(plainScore(now), 9);
    expect(figure('net promoter score').change).toBeCloseTo(plainScore(now) - plainScore(before), 9);
    const satisfied = (from: number, to: number): [number, number] => {
      const all = scores('csat', from, to);
      return [all.filter((score) => score >= 4).length, all.length];
    };
    expectShare('satisfied', satisfied(year2025, january), satisfied(year2024, year2025));
  });

  test('the printed marks are those of the figures', () => {
    const lines = run.out.split('\n');
    const edge = lines.find((line) => line.includes('Germany, EUR'))!.indexOf('Germany');
    for (const [name, { changeInterval }] of figures[market]) {
      const line = lines.find((one) => one.startsWith(`  ${name} `))!;
      const [us, de] = [line.slice(0, edge), line.slice(edge)];
      const isMarked = changeInterval !== undefined && (changeInterval.lower > 0 || changeInterval.upper < 0);
      expect([name, (market === 'US' ? us : de).includes('*')]).toEqual([name, isMarked]);
    }
  });
});
