// The forecast of the report, against other programs on the rows of the shop (test/reference/models/shopForecast.py).
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Forecast, ForecastFigures } from '../../examples/report/analyseForecast.ts';
import expected from '../reference/models/shopForecast.generated.json' with { type: 'json' };
import { type Run, report } from './runReport.ts';

let folder: string;
let run: Run;
let figures: Record<'US' | 'DE', ForecastFigures>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-forecast-'));
  const json = join(folder, 'report.json');
  run = await report('--section', 'forecast', '--json', json);
  const markets: { forecast: Forecast }[] = JSON.parse(readFileSync(json, 'utf8')).markets;
  const [US, DE] = markets.map(({ forecast }) => (forecast.isThere ? forecast.figures : undefined));
  figures = { US: US!, DE: DE! };
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The other programs find an optimum to about seven digits. */
function expectNear(value: number, truth: number, tolerance = 1e-5): void {
  expect(Math.abs(value / truth - 1)).toBeLessThan(tolerance);
}

describe.each(['US', 'DE'] as const)('the next twelve months in %s', (market) => {
  const truth = expected[market];

  test('the fits are those of scipy: parameters and likelihoods', () => {
    const { purchaseFit, spendFit } = figures[market];
    Object.values(purchaseFit.parameters).map((value, at) => expectNear(value, truth.purchaseParameters[at]!));
    Object.values(spendFit.parameters).map((value, at) => expectNear(value, truth.spendParameters[at]!));
    expectNear(purchaseFit.logLikelihood, truth.purchaseLogLikelihood, 1e-10);
    expectNear(spendFit.logLikelihood, truth.spendLogLikelihood, 1e-10);
    expect(purchaseFit.logLikelihood).toBeGreaterThan(truth.purchaseLogLikelihood - 1e-8);
  });

  test('purchases, customers and value to expect are those of the closed forms', () => {
    const own = figures[market];
    expect(own.customers).toBe(truth.customers);
    expectNear(own.customersAlive, truth.customersAlive);
    expectNear(own.purchases.estimate, truth.purchases);
    expectNear(own.value.estimate, truth.value);
  });

  test('the first of the most valuable is the one of the other programs, and the list descends', () => {
    const [first] = figures[market].mostValuable;
    expect(first?.customer).toBe(truth.mostValuable.customer);
    expectNear(first!.probabilityAlive, truth.mostValuable.probabilityAlive);
    expectNear(first!.value, truth.mostValuable.value);
    const values = figures[market].mostValuable.map(({ value }) => value);
    expect(values).toEqual([...values].sort((one, other) => other - one));
    expect(values.length).toBe(10);
  });

  test('every interval holds its estimate', () => {
    for (const { estimate, lower, upper } of [figures[market].purchases, figures[market].value]) {
      expect(lower).toBeLessThan(estimate);
      expect(upper).toBeGreaterThan(estimate);
    }
  });

  test('what came in the year before is counted from the rows', () => {
    const { customers, actual } = figures[market].yearBefore!;
    expect({ customers, actual }).toEqual(truth.yearBefore);
  });
});

test('the text says what was to be expected a year ago and how far off it was', () => {
  const text = run.out.replaceAll('\n', ' ');
  const { expected: before, actual } = figures.US.yearBefore!;
  const share = ((before / actual - 1) * 100).toFixed(1);
  expect(text).toContain(
    `a year ago ${Math.round(before).toLocaleString('en-US')} purchases were to be expected of 673 customers; ` +
      `they made 2,625, so that it was ${share} % too many.`,
  );
});

describe('without enough orders', () => {
  const forecastOf = async (...rows: string[]): Promise<string> => {
    const file = join(folder, 'orders.csv');
    writeFileSync(file, ['who,day,paid', ...rows].join('\n'));
    const columns = ['--customer', 'who', '--at', 'day', '--amount', 'paid'];
    const { status, out, err } = await report(file, ...columns, '--section', 'forecast', '--json', `${file}.json`);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    return out;
  };

  test('where nobody has bought again there is no forecast, and why', async () => {
    expect(await forecastOf('ada,2024-01-05,40', 'bob,2024-01-20,25')).toContain(
      'The next twelve months: no forecast, since nobody has bought again.',
    );
  });

  test('nor of a single customer who did', async () => {
    const out = await forecastOf('ada,2024-01-05,40', 'bob,2024-01-20,25', 'ada,2024-02-11,35.5');
    expect(out).toMatch(/The next twelve months: no forecast, since \S/);
  });
});
