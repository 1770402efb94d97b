import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SECTIONS } from '../../examples/report/sections.ts';
import { report } from './runReport.ts';

let folder: string;
let json: string;
let orders: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-sections-'));
  json = join(folder, 'report.json');
  orders = join(folder, 'orders.csv');
  writeFileSync(orders, 'who,day,paid\nada,2024-01-05,40\nbob,2024-01-20,25\nada,2024-02-11,35.5\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const shop = (...names: string[]): Promise<string> =>
  report(...names.flatMap((name) => ['--section', name]), '--json', json).then(({ out }) => out);

/** What each part is known by. */
const SIGNS: Readonly<Record<(typeof SECTIONS)[number], string>> = {
  headline: 'twelve months, against the twelve before',
  risk: 'Customers at risk (',
  alerts: 'Alerts since 2025-12-01',
  goals: 'Goals (expected:',
  customers: 'Customers kept and lost by month',
  cohorts: 'Customers who order again',
  value: 'What a customer is worth',
  forecast: 'The next twelve months',
  segments: 'Segments by recency, frequency and money',
  surveys: 'Net promoter score by quarter',
  support: 'Requests for help',
};

/** The parts that a text has. */
const partsOf = (text: string): string[] => SECTIONS.filter((name) => text.includes(SIGNS[name]));

describe('--section', () => {
  test.each(SECTIONS)('%s alone is that part of each market and no other', async (name) => {
    const out = await shop(name);
    expect(partsOf(out)).toEqual([name]);
    expect(out).not.toContain('Read with');
    const markets = out.match(/^Ostervane Coffee & Tea, (United States|Germany)$/gm) ?? [];
    expect(markets.length).toBe(name === 'headline' ? 0 : 2);
  });

  test('several are printed in the order of the report, each once', async () => {
    const out = await shop('value', 'headline', 'value');
    expect(partsOf(out)).toEqual(['headline', 'value']);
    expect(out.indexOf(SIGNS.headline)).toBeLessThan(out.indexOf(SIGNS.value));
    expect(out.split(SIGNS.value).length - 1).toBe(2);
  });

  test('without it everything is there', async () => {
    const out = await shop();
    expect(partsOf(out)).toEqual([...SECTIONS]);
    expect(out).toContain('Read with');
  });

  test('what a part says is what the whole says', async () => {
    const [whole, part] = [await shop(), await shop('segments')];
    const lines = part.split('\n').filter((line) => line.startsWith('champions'));
    expect(lines.length).toBe(2);
    for (const line of lines) expect(whole).toContain(line);
  });

  test('the JSON is whole, whatever the section', async () => {
    await shop();
    const whole = readFileSync(json, 'utf8');
    await shop('cohorts');
    expect(readFileSync(json, 'utf8')).toBe(whole);
  });

  test('an unknown name is told with the known ones', async () => {
    const { status, err } = await report('--section', 'cohort');
    expect(status).toBe(1);
    expect(err).toBe(
      '--section must be one of headline, risk, alerts, goals, customers, cohorts, value, forecast, segments, surveys, support, not "cohort"',
    );
  });

  test('a part without data says what is missing, where it was asked for', async () => {
    const own = [orders, '--customer', 'who', '--at', 'day', '--amount', 'paid', '--json', json];
    const asked = await report(...own, '--section', 'surveys', '--section', 'support', '--section', 'goals');
    expect(asked.out).toContain('No goals: none were given for this market (--goals FILE).');
    expect(asked.out).toContain('No surveys: no answers were given (--nps FILE, --csat FILE).');
    expect(asked.out).toContain('No support: no tickets were given (--tickets FILE).');
    const whole = await report(...own);
    expect(whole.out).not.toContain('No surveys');
  });
});
