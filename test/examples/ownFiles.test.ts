import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Run, report } from './runReport.ts';

let folder: string;
let json: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-own-'));
  json = join(folder, 'report.json');
});
beforeEach(() => rmSync(json, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

function csv(name: string, ...lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** Two buyers in euros, two in dollars, and one, eve, in both. */
const ORDERS = [
  'who,day,paid,unit',
  'ada,2024-01-05,40,EUR',
  'bob,2024-01-20,25,EUR',
  'ada,2024-02-11,35.5,EUR',
  'cyd,2024-01-07,10,USD',
  'dan,2024-02-20,20,USD',
  'eve,2024-01-09,12,EUR',
  'eve,2024-02-09,14,USD',
];

const own = (...args: string[]): Promise<Run> =>
  report(csv('orders.csv', ...ORDERS), '--customer', 'who', '--at', 'day', '--amount', 'paid', '--json', json, ...args);

const markets = () => JSON.parse(readFileSync(json, 'utf8')).markets;

describe('--nps and --csat', () => {
  test('scores are read from columns of the usual names, and their last answers counted', async () => {
    const nps = csv(
      'nps.csv',
      'score,at,customer',
      '9,2024-01-06,ada',
      '3,2024-02-12,ada',
      '10,2024-02-01,bob',
      '7,2024-02-03,cyd',
    );
    const { out } = await own('--nps', nps);
    // Of ada the 3 counts: one promoter, one passive, one detractor.
    expect(out).toMatch(/net promoter score +0\.0 /);
    expect(out).toMatch(/^ {2}nps +\S+nps\.csv: 4 rows$/m);
    const [{ promoters }] = markets();
    expect(promoters.year).toMatchObject({ answers: 3, promoters: 1, passives: 1, detractors: 1 });
  });

  test('or from columns named in that order', async () => {
    const nps = csv('nps.csv', 'note;x,wer,tag', '9,ada,2024-01-06');
    const { status } = await own('--nps', nps, '--nps-columns', 'wer, tag,note;x');
    expect(status).toBe(0);
    expect(markets()[0].promoters.year.promoters).toBe(1);
  });

  test('satisfaction is from 1 to 5, or on a scale of its own', async () => {
    const five = csv('csat.csv', 'customer,at,score', 'ada,2024-01-06,4', 'bob,2024-01-06,3');
    const first = await own('--csat', five);
    expect(first.out).toContain('1 of 2 customers who answered gave 4 or 5 of 5.');
    const seven = csv('csat.csv', 'customer,at,score', 'ada,2024-01-06,6', 'bob,2024-01-06,5');
    const second = await own('--csat', seven, '--csat-scale', '1-7');
    expect(second.out).toContain('1 of 2 customers who answered gave 6 or 7 of 7.');
    expect(markets()[0].market.satisfactionScale).toEqual({ lowest: 1, highest: 7 });
  });

  test('one of the two is enough', async () => {
    const { out } = await own('--csat', csv('csat.csv', 'customer,at,score', 'ada,2024-01-06,4'));
    expect(out).toMatch(/^ {2}satisfied +100\.0 %/m);
    expect(out).not.toContain('promoter');
  });

  test('each market has the answers of its own customers; a customer of two is in both', async () => {
    const lines = ['ada,2024-01-06,9', 'cyd,2024-01-08,2', 'eve,2024-01-10,10', 'zoe,2024-01-10,0'];
    const { out } = await own('--nps', csv('nps.csv', 'customer,at,score', ...lines), '--currency', 'unit');
    const counts = markets().map(({ market, promoters }: { market: { name: string }; promoters: { year: object } }) => [
      market.name,
      promoters.year,
    ]);
    expect(counts).toMatchObject([
      ['EUR', { answers: 2, promoters: 2, detractors: 0 }],
      ['USD', { answers: 2, promoters: 1, detractors: 1 }],
    ]);
    expect(out).toMatch(/nps\.csv: 3 rows, and 1 left out: of people without an order$/m);
    expect(out).toMatch(/^EUR +2 +2 +0 +0 +\+100\.0 /m);
  });

  test('a market without an answer has none, and says so with a dash', async () => {
    const nps = csv('nps.csv', 'customer,at,score', 'ada,2024-01-06,9');
    const { out } = await own('--nps', nps, '--currency', 'unit');
    expect(out).toMatch(/net promoter score +\+100\.0 .* – +– +–$/m);
    expect(markets()[1].promoters.year).toMatchObject({ answers: 0, score: null });
  });
});

describe('--visits and --tickets', () => {
  test('visits of the last month that is over are counted', async () => {
    const lines = ['ada,2024-01-06', 'ada,2024-01-07', 'bob,2024-01-08', 'ada,2024-02-08'];
    const visits = csv('visits.csv', 'user,when', ...lines);
    const { out } = await own('--visits', visits, '--visits-columns', 'user,when', '--as-of', '2024-03-01');
    expect(out).toContain('Visits in 2024-02: 1 by 1 customer, 1.0 each (2024-01: 1.5).');
    expect(markets()[0].visits.rows.map((row: { activities: number }) => row.activities)).toEqual([3, 1]);
  });

  test('tickets without an end are open', async () => {
    const tickets = csv(
      'tickets.csv',
      'customer,opened,resolved',
      'ada,2024-01-06 08:00,2024-01-06 10:00',
      'bob,2024-01-07 08:00,',
      'cyd,2024-01-08 08:00,2024-01-08 12:00',
    );
    const { out } = await own('--tickets', tickets);
    // After 2 hours two thirds are open still, after 4 one third.
    expect(out).toMatch(/^2024-Q1 \* +3 +3 +33\.3 % +\S+ to \S+ % +4\.0 /m);
    expect(out).toContain('* still under way');
  });

  test('instants, dates and local times may stand in different files', async () => {
    const visits = csv('visits.csv', 'customer,at', 'ada,2024-01-31T23:30:00Z');
    const tickets = csv('tickets.csv', 'customer,opened,resolved', 'ada,2024-01-06,2024-01-08');
    await own('--visits', visits, '--tickets', tickets, '--time-zone', 'Europe/Berlin');
    // In Berlin it is February already.
    expect(markets()[0].visits.rows[0].label).toBe('2024-02');
    expect(markets()[0].support.quarters[0].resolutionTime.estimate).toBe(48);
  });

  test('an instant with a short offset is one', async () => {
    const { status } = await own('--visits', csv('visits.csv', 'customer,at', 'ada,2024-01-31 23:30:00+02'));
    expect(status).toBe(0);
  });

  test('a market whose customers never came or asked has none', async () => {
    const visits = csv('visits.csv', 'customer,at', 'ada,2024-01-06');
    const tickets = csv('tickets.csv', 'customer,opened,resolved', 'ada,2024-01-06,');
    const { status, out } = await own('--visits', visits, '--tickets', tickets, '--currency', 'unit');
    expect(status).toBe(0);
    expect(out).toContain('Visits: none in a period that is over.');
  });
});

describe('--data-from', () => {
  test('no change is told against a time before the data begin', async () => {
    const { out } = await own('--as-of', '2024-03-01', '--lapse-after', '10');
    expect(out).toContain('the data begin 2024-01-05, and losses show 10 days after that');
    // January is not all there: its first order is of the 5th.
    expect(out).toMatch(/^ {2}revenue +70 +– +–$/m);
  });

  test('unless they are said to begin before', async () => {
    const { out } = await own('--as-of', '2024-03-01', '--lapse-after', '10', '--data-from', '2023-12-01');
    // February's 35.5 + 20 + 14 against January's 40 + 25 + 10 + 12.
    expect(out).toMatch(/^ {2}revenue +70 +-18 +–$/m);
    expect(markets()[0].headline.period.figures[3]).toMatchObject({ value: 69.5, change: -17.5 });
  });
});

describe('who was a customer is known only once a lapse has passed since the data begin', () => {
  test('until then orders have a change, and customers have none', async () => {
    const { out } = await own('--as-of', '2024-03-01', '--data-from', '2023-12-01');
    expect(out).toMatch(/^ {2}customers +5 +– +–$/m);
    expect(out).toMatch(/^ {2}revenue +70 +-18 +–$/m);
    const known = await own('--as-of', '2024-03-01', '--data-from', '2023-10-01');
    // All four who ordered in January are still there, and dan is new.
    expect(known.out).toMatch(/^ {2}customers +5 +\+1 +–$/m);
  });

  test('so it is with the lifetime value of the year before', async () => {
    const days = [
      'ada,2022-01-10,10',
      'bob,2022-01-11,10',
      'ada,2022-12-01,10',
      'ada,2023-06-01,10',
      'cyd,2023-01-09,10',
    ];
    const file = csv('years.csv', 'who,day,paid', ...days);
    const args = ['--customer', 'who', '--at', 'day', '--amount', 'paid', '--json', json, '--as-of', '2024-02-01'];
    const unknown = await report(file, ...args);
    expect(unknown.out).toMatch(/^ {2}lifetime value +10\.00 +– +–$/m);
    const known = await report(file, ...args, '--data-from', '2021-06-01');
    // This year's one customer is lost at once: one order of 10, for a year. Of last year's two one was kept: one order
    // of 10 a buyer, for two years.
    expect(known.out).toMatch(/^ {2}lifetime value +10\.00 +-10\.00 +–$/m);
  });
});

describe('the first screen of own files', () => {
  test('a period still under way is not the headline', async () => {
    const { out } = await own('--as-of', '2024-02-25');
    expect(out).toMatch(/^2024-01, against 2023-12$/m);
  });

  test('the average order of fewer than ten buyers has no interval, and its change no mark', async () => {
    const days = (buyers: number): string[] =>
      Array.from({ length: buyers }, (_, place) => [
        `c${place},2024-01-05,${place}`,
        `c${place},2024-02-05,${place + 50}`,
      ]).flat();
    const line = async (buyers: number): Promise<string | undefined> => {
      const file = csv('buyers.csv', 'who,day,paid', ...days(buyers));
      const args = ['--customer', 'who', '--at', 'day', '--amount', 'paid', '--json', json, '--as-of', '2024-03-01'];
      const { out } = await report(file, ...args, '--data-from', '2024-01-01');
      return /^ {2}average order .*$/m.exec(out)?.[0];
    };
    expect(await line(9)).toMatch(/54\.00 +\+50\.00 +–$/);
    expect(await line(10)).toMatch(/54\.50 +\+50\.00 \* +52\.33 to 56\.67$/);
  });

  test('many markets take several rows of a screen', async () => {
    const lines = ['CHF', 'EUR', 'GBP', 'SEK', 'USD'].map((unit, place) => `c${place},2024-01-05,40,${unit}`);
    const file = csv('orders.csv', ORDERS[0]!, ...lines);
    const args = ['--customer', 'who', '--at', 'day', '--amount', 'paid', '--currency', 'unit', '--json', json];
    const { out } = await report(file, ...args, '--section', 'headline');
    expect(out).toMatch(/^ +CHF +EUR(?: +GBP)?/m);
    expect(out).toMatch(/^ +(?:SEK +)?USD$/m);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test('a name too long for its column is cut', async () => {
    const file = csv(`${'long'.repeat(20)}.csv`, ...ORDERS);
    const args = ['--customer', 'who', '--at', 'day', '--amount', 'paid', '--json', json, '--section', 'headline'];
    const { out } = await report(file, ...args);
    expect(out).toMatch(/^ +longlong\w*…$/m);
  });
});

describe('bad input: one sentence, nothing half-written', () => {
  const nps = (...lines: string[]): string[] => ['--nps', csv('nps.csv', 'customer,at,score', ...lines)];
  const csat = (...lines: string[]): string[] => ['--csat', csv('csat.csv', 'customer,at,score', ...lines)];
  const tickets = (...lines: string[]): string[] => [
    '--tickets',
    csv('tickets.csv', 'customer,opened,resolved', ...lines),
  ];

  const cases: [string, () => string[], RegExp][] = [
    ['a missing file', () => ['--nps', 'nowhere.csv'], /^there is no file nowhere\.csv$/],
    [
      'a missing column, with the option that names it',
      () => ['--visits', csv('visits.csv', 'user,when', 'ada,2024-01-06')],
      /visits\.csv has no column "customer"; its columns are "user", "when"; say with --visits-columns which of them/,
    ],
    [
      'a score off the scale',
      () => nps('ada,2024-01-06,9', 'bob,2024-01-06,11'),
      /^nps\.csv, line 3: "score" must be a whole number from 0 to 10, but there stands "11"$/,
    ],
    [
      'a score off a scale of its own',
      () => [...csat('ada,2024-01-06,0'), '--csat-scale', '1-7'],
      /line 2: "score" must be a whole number from 1 to 7, but there stands "0"/,
    ],
    ['half a score', () => csat('ada,2024-01-06,3.5'), /line 2: "score" must be a whole number .* "3\.5"/],
    ['an empty score', () => csat('ada,2024-01-06,'), /line 2: "score" must be a whole number .* ""/],
    [
      'a date that is none, in a column of another name',
      () => [
        '--visits',
        csv('visits.csv', 'customer,when', 'ada,2024-01-06', 'ada,06.01.2024'),
        '--visits-columns',
        'customer,when',
      ],
      /^visits\.csv, line 3: "when" must be a date such as 2024-03-31, but there stands "06\.01\.2024"$/,
    ],
    [
      'a date of another order in the first row',
      () => nps('ada,1/6/2024,9'),
      /line 2: "at" must be a date such as 2024-03-31, but there stands "1\/6\/2024"/,
    ],
    [
      'an end before its beginning, by the name of its column',
      () => tickets('ada,2024-01-06,2024-01-05'),
      /^tickets\.csv, line 2: "resolved" must be at or after its start .*2024-01-05/,
    ],
    ['no opening', () => tickets('ada,,2024-01-05'), /line 2: "opened" must be a date such as/],
    [
      'people who never ordered, and nobody else',
      () => nps('4711,2024-01-06,9'),
      /^none of the customers in nps\.csv has an order: there stands "4711", and in the orders "ada"$/,
    ],
    [
      'too few columns',
      () => [...nps('ada,2024-01-06,9'), '--nps-columns', 'customer,at'],
      /^--nps-columns must name 3 columns, as in customer,at,score, not "customer,at"$/,
    ],
    [
      'a column twice',
      () => [...tickets('ada,2024-01-06,'), '--tickets-columns', 'customer,at,at'],
      /^--tickets-columns must name 3 columns, as in customer,opened,resolved, not "customer,at,at"$/,
    ],
    [
      'columns of no file',
      () => ['--csat-columns', 'a,b,c'],
      /^--csat-columns goes with --csat FILE, and there is none$/,
    ],
    ['a scale of no file', () => ['--csat-scale', '1-7'], /^--csat-scale goes with --csat FILE, and there is none$/],
    [
      'a scale that is none',
      () => [...csat('ada,2024-01-06,4'), '--csat-scale', '5'],
      /^--csat-scale must be the lowest and the highest answer, as in 1-5, not "5"$/,
    ],
    [
      'a scale of two answers',
      () => [...csat('ada,2024-01-06,1'), '--csat-scale', '0-1'],
      /--csat-scale must be the lowest and the highest answer.*"0-1"/,
    ],
    [
      'data that begin on no day',
      () => ['--data-from', 'January'],
      /^--data-from must be a day such as 2024-03-31, not "January"$/,
    ],
    [
      'data that begin after the report',
      () => ['--data-from', '2025-01-01'],
      /^--data-from must be before the day of the report, 2024-02-21$/,
    ],
    ['a JSON file that cannot be', () => ['--json', folder], /^the JSON cannot be written: /],
  ];

  test.each(cases)('%s', async (_, args, message) => {
    const run = await own(...args());
    expect(run.err).toMatch(message);
    expect(run.status).toBe(1);
    expect([existsSync(json), existsSync(`${json}.part`)]).toEqual([false, false]);
  });

  test('options of one’s own file without such a file are refused, not passed over', async () => {
    for (const args of [
      ['--currency', 'unit'],
      ['--nps', 'nps.csv'],
      ['--as-of', '2024-01-01'],
    ]) {
      const { status, err } = await report(...args);
      expect([status, err.split('\n')[0]]).toEqual([1, `${args[0]} goes with a FILE of orders, and there is none`]);
    }
  });
});

describe('--help', () => {
  test('it names every option', async () => {
    const { status, out } = await report('--help');
    expect(status).toBe(0);
    const named = ['nps', 'csat', 'visits', 'tickets'].flatMap((file) => [`--${file} FILE`, `--${file}-columns`]);
    for (const option of [...named, '--csat-scale', '--section', '--data-from', '--json', '--goals FILE'])
      expect(out).toContain(option);
  });
});
