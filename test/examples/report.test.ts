import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataFile } from '../data.ts';
import { ROOT, type Run, report, reportCommand, reportToClosedPipe } from './runReport.ts';
import { plainPromoters, plainRevenues, plainSatisfied, plainTickets, plainVisits } from './shopOracle.ts';

const SHOP_JSON = join(ROOT, 'examples/out/report.json');
const CDNOW = dataFile('cdnow-sample.csv');

let folder: string;
let json: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-report-'));
  json = join(folder, 'report.json');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the report on a file of one's own, with its JSON out of everybody's way. */
function ownReport(file: string, ...args: string[]): Promise<Run> {
  return report(file, ...args, '--json', json);
}

function orders(text: string): string {
  const file = join(folder, 'orders.csv');
  writeFileSync(file, text);
  return file;
}

const COLUMNS = ['--customer', 'who', '--at', 'day', '--amount', 'paid'];

describe('the report on the bundled shop', () => {
  let run: Run;
  beforeAll(async () => {
    run = await reportCommand();
  });

  test('it ends well and complains of nothing', () => {
    expect([run.status, run.err]).toEqual([0, '']);
  });

  test('each market is reported in its own zone and money', () => {
    expect(run.out).toContain('days and months in America/New_York');
    expect(run.out).toContain('days and months in Europe/Berlin');
    expect(run.out).toMatch(/customer lifetime value +\d+\.\d\d USD/);
    expect(run.out).toMatch(/net of acquisition cost +\d+\.\d\d EUR/);
  });

  test('customers kept and lost come with intervals, cohorts with a pooled line', () => {
    expect(run.out).toMatch(/2025-12( +[\d,]+){6} +\d+\.\d % +\d+\.\d to \d+\.\d % +\d+\.\d %/);
    expect(run.out).toMatch(/^all +[\d,]+ +100 /m);
  });

  test('every default is printed', () => {
    for (const setting of ['period', 'lapse after', 'order ids', 'acquisition cost', 'as JSON'])
      expect(run.out).toMatch(new RegExp(`^  ${setting} `, 'm'));
  });

  test('the first screen comes first, then how the files were read, then each market in full', () => {
    const places = ['Retention report:', '2025-12, against', 'Read with', 'Tea, United States\n', 'Tea, Germany\n'];
    const found = places.map((text) => run.out.indexOf(text));
    expect(found).toEqual([...found].sort((one, other) => one - other));
    expect(found[0]).toBe(0);
  });

  test('a pipe gets no colours', () => {
    expect(run.out).not.toContain('\u001b');
  });

  test('a reader who closes the pipe is no error', async () => {
    const { status, err } = await reportToClosedPipe('--json', join(folder, 'closed.json'));
    expect([status, err]).toEqual([0, '']);
  });

  test('the JSON holds the same figures, with their definitions', () => {
    const { markets } = JSON.parse(readFileSync(SHOP_JSON, 'utf8'));
    const [us] = markets;
    const buyers = us.totals.buyers.toLocaleString('en-US');
    expect(run.out).toContain(`${us.totals.orders.toLocaleString('en-US')} orders of ${buyers} customers`);
    expect(us.cohorts.definition).toMatchObject({ period: 'month', timeZone: 'America/New_York', entry: 'firstEvent' });
    const sizes = us.cohorts.cohorts.map((cohort: { size: number }) => cohort.size);
    expect(sizes.reduce((sum: number, size: number) => sum + size, 0)).toBe(us.totals.buyers);
  });

  test.each([
    ['US', 'United States'],
    ['DE', 'Germany'],
  ] as const)(
    'what customers of %s say is in two tables across markets, as plain loops over the rows count it',
    (market, name) => {
      const cells = (counts: readonly number[]): string => counts.map((count) => `${count} +`).join('');
      const points = '[+-]\\d+\\.\\d';
      const promoters = new RegExp(`${name} +${cells(plainPromoters(market))}${points} +${points} to ${points}$`, 'm');
      expect(run.out).toMatch(promoters);
      const [answers, satisfied] = plainSatisfied(market);
      const share = ((100 * satisfied) / answers).toFixed(1);
      expect(run.out).toMatch(new RegExp(`${name} +${answers} +${satisfied} +${share} % +[\\d.]+ to [\\d.]+ %$`, 'm'));
    },
  );

  test.each(['US', 'DE'] as const)('visits of %s in the last month are counted', (market) => {
    const { visits, customers } = plainVisits(market);
    const [us, de] = run.out.split('Ostervane Coffee & Tea, Germany');
    const [text, count] = [market === 'US' ? us : de, (value: number) => value.toLocaleString('en-US')];
    const each = (visits / customers).toFixed(1);
    expect(text).toContain(`Visits in 2025-12: ${count(visits)} by ${customers} customers, ${each} each`);
  });

  test.each(['US', 'DE'] as const)('tickets of %s by quarter: how many, how many unresolved at its end', (market) => {
    const { markets } = JSON.parse(readFileSync(SHOP_JSON, 'utf8'));
    const { quarters } = markets[market === 'US' ? 0 : 1].support;
    const last = quarters.at(-1);
    const { opened, unresolved, customers } = plainTickets(market);
    expect([last.label, last.state]).toEqual(['2025-Q4', 'observed']);
    expect([last.openedTickets, last.unresolvedTickets, last.contactingCustomers]).toEqual([
      opened,
      unresolved,
      customers,
    ]);
    const share = `${((100 * unresolved) / opened).toFixed(1)} %`;
    expect(run.out).toMatch(new RegExp(`^2025-Q4 +${opened} +${customers} +${share} `, 'm'));
  });

  test('the warehouse that moved shows: help takes twice as long in that quarter', () => {
    const { markets } = JSON.parse(readFileSync(SHOP_JSON, 'utf8'));
    for (const { support } of markets) {
      const hours = new Map<string, number>(
        support.quarters.map((one: { label: string; resolutionTime: { estimate: number } }) => [
          one.label,
          one.resolutionTime.estimate,
        ]),
      );
      expect(hours.get('2025-Q2')!).toBeGreaterThan(2 * hours.get('2025-Q1')!);
    }
  });

  test('the net promoter score of a quarter is that of its answers, and the incident shows', () => {
    const { markets } = JSON.parse(readFileSync(SHOP_JSON, 'utf8'));
    for (const { promoters } of markets) {
      const scores = new Map(promoters.quarters.map((one: { label: string; score: number }) => [one.label, one.score]));
      expect(scores.get('2025-Q2')).toBeLessThan(
        Math.min(Number(scores.get('2025-Q1')), Number(scores.get('2025-Q3'))),
      );
    }
  });

  test.each(['US', 'DE'] as const)(
    'segments of %s hold every customer and all revenue, and their shares add up',
    (market) => {
      const { markets } = JSON.parse(readFileSync(SHOP_JSON, 'utf8'));
      const { segments } = markets[market === 'US' ? 0 : 1];
      const total = (name: string): number =>
        segments.segments.reduce((sum: number, segment: Record<string, number>) => sum + segment[name]!, 0);
      const revenues = plainRevenues(market);
      expect(total('customers')).toBe(revenues.length);
      expect(total('revenue')).toBeCloseTo(revenues.reduce((sum, cents) => sum + cents, 0) / 100, 6);
      expect(total('share')).toBeCloseTo(1, 12);
      expect(total('revenueShare')).toBeCloseTo(1, 12);
      expect(run.out).toMatch(/^champions +\d+ +\d+\.\d % +[\d,.]+ (USD|EUR) +\d+\.\d % +\d+$/m);
    },
  );

  test.each(['US', 'DE'] as const)('the concentration of %s is that of the sorted revenues', (market) => {
    const { markets } = JSON.parse(readFileSync(SHOP_JSON, 'utf8'));
    const { concentration } = markets[market === 'US' ? 0 : 1].segments;
    const revenues = plainRevenues(market);
    const count = revenues.length;
    const sum = revenues.reduce((total, cents) => total + cents, 0);
    // A fifth of the customers, the last one in part where it is not a whole number of them.
    const fifth = count / 5;
    const whole = revenues.slice(count - Math.floor(fifth)).reduce((total, cents) => total + cents, 0);
    const part = (fifth - Math.floor(fifth)) * (revenues[count - Math.floor(fifth) - 1] ?? 0);
    expect(concentration.topFifthShare).toBeCloseTo((whole + part) / sum, 9);
    // Gini as the mean difference of all pairs, over twice the mean.
    let differences = 0;
    revenues.forEach((cents, place) => {
      differences += cents * (2 * place + 1 - count);
    });
    expect(concentration.giniCoefficient).toBeCloseTo(differences / (count * sum), 9);
  });

  test('value over cost is the value net of the cost, plus the cost, over the cost', () => {
    const { markets } = JSON.parse(readFileSync(SHOP_JSON, 'utf8'));
    for (const { value } of markets) {
      expect(value.valueToCostRatio).toBeCloseTo((value.netValue + value.acquisitionCost) / value.acquisitionCost, 9);
      expect(value.grossMarginLifetimeValue).toBeNull();
    }
    expect(run.out).toMatch(/value to cost +\d+\.\d\d /);
  });

  test('who comes first in a month is new in it: first-time customers are the cohorts', () => {
    const { markets } = JSON.parse(readFileSync(SHOP_JSON, 'utf8'));
    for (const { movements, cohorts } of markets) {
      const firstTime = movements.rows.map((row: { firstTimeCustomers: number }) => row.firstTimeCustomers);
      expect(firstTime).toEqual(cohorts.cohorts.map((cohort: { size: number }) => cohort.size));
    }
  });
});

describe.skipIf(CDNOW === undefined)('the report on real orders (CDNOW)', () => {
  test('customers, orders, amounts and cohorts are the known ones', async () => {
    const run = await ownReport(CDNOW!, '--customer', 'sample_id', '--at', 'date', '--amount', 'amount');
    expect(run.status).toBe(0);
    expect(run.out).toContain('6,919 orders of 2,357 customers, 244,091.94;');
    const [market] = JSON.parse(readFileSync(json, 'utf8')).markets;
    const [january, february, march] = market.cohorts.cohorts;
    expect([january.size, february.size, march.size]).toEqual([781, 857, 719]);
    const active = january.cells.slice(0, 6).map((cell: { retained: number }) => cell.retained);
    expect(active).toEqual([781, 124, 95, 70, 65, 77]);
  });
});

describe('the report on a file of one’s own', () => {
  const ok = 'who,day,paid\nada,2024-01-05,40\nbob,2024-01-20,25\nada,2024-02-11,35.5\n';

  test('options are taken and printed', async () => {
    const run = await ownReport(
      orders(ok),
      ...COLUMNS,
      '--time-zone',
      'Asia/Tokyo',
      '--period',
      'week',
      '--lapse-after',
      '7',
    );
    expect(run.status).toBe(0);
    expect(run.out).toContain('3 orders of 2 customers, 100.50; 50.0 % bought again.');
    expect(run.out).toContain('days and weeks in Asia/Tokyo');
    expect(run.out).toContain('lost: 7 days without an order');
    expect(run.out).toContain('As of 2024-02-12');
  });

  test('with a gross margin values are of margin', async () => {
    const args = [...COLUMNS, '--gross-margin', '0.4', '--acquisition-cost', '5', '--lapse-after', '10'];
    const run = await ownReport(orders(ok), ...args, '--as-of', '2025-01-20');
    expect(run.out).toMatch(/gross margin +40\.0 %: values are of margin/);
    const [{ value }] = JSON.parse(readFileSync(json, 'utf8')).markets;
    // Of the year from 2024-01-20 on: two orders of 25 and 35.5, of one buyer each.
    expect(value.averageOrderValue).toBe(30.25);
    // A month brings 30.25 x 1 x 0.4 / 12.
    expect(value.paybackMonths).toBeCloseTo((5 * 12) / (30.25 * 0.4), 9);
  });

  test('a file of orders alone says nothing of surveys', async () => {
    const run = await ownReport(orders(ok), ...COLUMNS);
    expect(run.out).not.toContain('promoter');
    expect(run.out).toContain('Segments by recency, frequency and money');
  });

  test('--as-of looks back from that day', async () => {
    const run = await ownReport(orders(ok), ...COLUMNS, '--as-of', '2024-02-01');
    expect(run.out).toContain('2 orders of 2 customers');
  });

  test('quotes, line breaks and a byte order mark in the file do no harm, nor ids that objects are touchy about', async () => {
    const file = orders(
      '\uFEFFwho,day,paid,"a ""note"""\n__proto__,2024-01-05,40,"one\ntwo"\nconstructor,2024-01-20,25,x\n',
    );
    const run = await ownReport(file, ...COLUMNS);
    expect(run.out).toContain('2 orders of 2 customers');
  });

  test('with order ids refunds are taken off, with currencies each has a report of its own', async () => {
    const file = orders('who,day,paid,id,unit\na,2024-01-05,40,1,EUR\na,2024-01-09,-15,1,EUR\nb,2024-01-20,25,2,USD\n');
    const run = await ownReport(file, ...COLUMNS, '--order-id', 'id', '--currency', 'unit', '--acquisition-cost', '5');
    expect(run.out).toContain('1 order of 1 customer, 25.00 EUR');
    expect(run.out).toContain('1 order of 1 customer, 25.00 USD');
  });
});

describe('bad input: one sentence, nothing half-written', () => {
  const cases: [string, string, string[], RegExp][] = [
    ['a missing file', '', [join('nowhere', 'orders.csv'), ...COLUMNS], /there is no file nowhere.orders\.csv/],
    [
      'a missing column',
      'who,date,paid\na,2024-01-05,4\n',
      COLUMNS,
      /has no column "day"; its columns are "who", "date", "paid"/,
    ],
    ['a column that is there twice', 'who,day,day,paid\na,2024-01-05,2024-01-05,4\n', COLUMNS, /has two columns "day"/],
    [
      'an unparsable date',
      'who,day,paid\na,2024-01-05,4\nb,2024-02-30,5\n',
      COLUMNS,
      /orders\.csv, line 3: "day" must be a date such as 2024-03-31, but there stands "2024-02-30"/,
    ],
    [
      'a line counted over quoted line breaks',
      'who,day,paid\n"a\nb",2024-01-05,4\nc,05.01.2024,5\n',
      COLUMNS,
      /line 4: "day" .* "05\.01\.2024"/,
    ],
    [
      'a negative amount',
      'who,day,paid\na,2024-01-05,-4\n',
      COLUMNS,
      /line 2: "paid" must be a finite number of at least 0, but there stands "-4".*--order-id/,
    ],
    [
      'an amount that is no number',
      'who,day,paid\na,2024-01-05,"1,50"\n',
      COLUMNS,
      /line 2: "paid" must be a number such as 1234\.50.* "1,50"/,
    ],
    ['an empty amount', 'who,day,paid\na,2024-01-05,\n', COLUMNS, /line 2: "paid" .* there stands ""/],
    ['an empty customer', 'who,day,paid\n,2024-01-05,4\n', COLUMNS, /line 2: "who" must be a text that is not empty/],
    ['a row with too few fields', 'who,day,paid\na,2024-01-05\n', COLUMNS, /line 2/],
    ['an empty file', '', COLUMNS, /has no rows under its header/],
    ['a header alone', 'who,day,paid\n', COLUMNS, /has no rows under its header/],
    [
      'a repeated order id',
      'who,day,paid,id\na,2024-01-05,4,7\na,2024-01-06,4,7\n',
      [...COLUMNS, '--order-id', 'id'],
      /line 3: "id" must be in no row before/,
    ],
    [
      'a refund without its order',
      'who,day,paid,id\na,2024-01-05,-4,7\n',
      [...COLUMNS, '--order-id', 'id'],
      /line 2: "id" must be the id of an order/,
    ],
    [
      'an unknown zone',
      'who,day,paid\na,2024-01-05,4\n',
      [...COLUMNS, '--time-zone', 'Mars/Base'],
      /--time-zone must be a name such as Europe\/Berlin, not "Mars\/Base"/,
    ],
    [
      'an as-of that is no day',
      'who,day,paid\na,2024-01-05,4\n',
      [...COLUMNS, '--as-of', '2024-13-01'],
      /--as-of must be a day such as 2024-03-31, not "2024-13-01"/,
    ],
    [
      'an as-of before the data',
      'who,day,paid\na,2024-01-05,4\n',
      [...COLUMNS, '--as-of', '2024-01-05'],
      /--as-of must be after the first order, 2024-01-05/,
    ],
    [
      'a lapse of nothing',
      'who,day,paid\na,2024-01-05,4\n',
      [...COLUMNS, '--lapse-after', '0'],
      /--lapse-after must be a number above 0, not "0"/,
    ],
    [
      'a margin above 1',
      'who,day,paid\na,2024-01-05,4\n',
      [...COLUMNS, '--gross-margin', '35'],
      /--gross-margin must be a share such as 0\.35, not "35"/,
    ],
    ['a misspelt option', 'who,day,paid\na,2024-01-05,4\n', [...COLUMNS, '--perod', 'week'], /--perod/],
    ['no columns named', 'who,day,paid\na,2024-01-05,4\n', [], /--customer COLUMN is needed/],
  ];

  test('the command ends with status 1, its sentence where errors go, and no stack', async () => {
    const run = await reportCommand(join('nowhere', 'orders.csv'), ...COLUMNS, '--json', json);
    expect([run.status, run.out]).toEqual([1, '']);
    expect(run.err).toMatch(/^report: there is no file nowhere.orders\.csv\n$/);
  });

  test.each(cases)('%s', async (_, text, args, message) => {
    rmSync(json, { force: true });
    const [file = '', ...rest] = args[0]?.startsWith('nowhere') ? args : [orders(text), ...args];
    const run = await ownReport(file, ...rest);
    expect(run.err).toMatch(message);
    expect([run.status, run.out]).toEqual([1, '']);
    expect([existsSync(json), existsSync(`${json}.part`)]).toEqual([false, false]);
  });
});
