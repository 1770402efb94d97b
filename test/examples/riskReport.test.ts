import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AlertFigures } from '../../examples/report/analyseAlerts.ts';
import type { BacktestFigures } from '../../examples/report/analyseBacktest.ts';
import type { RiskFigures } from '../../examples/report/analyseRisk.ts';
import { plainOrders } from './headlineOracle.ts';
import { dayAfter, midnight, plainAlerts, plainBacktest, plainRisks } from './riskOracle.ts';
import { type Run, report } from './runReport.ts';

interface Figures {
  readonly risk: RiskFigures;
  readonly alerts: AlertFigures;
  readonly backtest: BacktestFigures;
}

let folder: string;
let json: string;
let run: Run;
let figures: Record<'US' | 'DE', Figures>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-risk-'));
  json = join(folder, 'report.json');
  run = await report('--section', 'risk', '--section', 'alerts', '--section', 'headline', '--json', json);
  const [us, de] = JSON.parse(readFileSync(json, 'utf8')).markets;
  figures = { US: us, DE: de };
});
afterAll(() => rmSync(folder, { recursive: true }));

const TODAY = '2026-01-01';

/** The part of the text that is of one market. */
function textOf(market: 'US' | 'DE'): string {
  const [, us = '', de = ''] = run.out.split(/^Ostervane Coffee & Tea, (?:United States|Germany)$/m);
  return market === 'US' ? us : de;
}

describe.each(['US', 'DE'] as const)('risk in %s', (market) => {
  const risks = plainRisks(market, midnight(market, TODAY));
  const scores = [...risks.values()].map(({ score }) => score);
  const inBand = (from: number, to: number): number => scores.filter((score) => score >= from && score < to).length;

  test('the bands hold all customers, each in that of their score by a plain loop', () => {
    const { customers, bands } = figures[market].risk;
    expect(customers).toBe(risks.size);
    const counts = bands.map((band) => band.customers);
    expect(counts).toEqual([inBand(0.6, 2), inBand(0.3, 0.6), inBand(0, 0.3), scores.filter(Number.isNaN).length]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(risks.size);
    expect(bands.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('the revenue of the bands is what the customers of today paid in twelve months', () => {
    const paid = plainOrders(market, midnight(market, '2025-01-01'), midnight(market, TODAY));
    const cents = paid.filter(({ customer }) => risks.has(customer)).reduce((sum, order) => sum + order.cents, 0);
    const revenue = figures[market].risk.bands.reduce((sum, band) => sum + band.revenue, 0);
    expect(revenue).toBeCloseTo(cents / 100, 6);
  });

  test('the hundred highest scores are those of a plain loop, and so is what they rest on', () => {
    const { ranking } = figures[market].risk;
    expect(ranking).toHaveLength(100);
    const highest = [...scores].filter((score) => !Number.isNaN(score)).sort((one, other) => other - one);
    ranking.forEach(({ customer, score, coverage, rank }, place) => {
      expect(rank).toBe(place + 1);
      expect(score).toBeCloseTo(highest[place]!, 12);
      expect(score).toBeCloseTo(risks.get(String(customer))!.score, 12);
      expect(coverage).toBeCloseTo(risks.get(String(customer))!.coverage, 12);
    });
  });

  test('reasons add up to no more than the score, and each is a sentence of the text', () => {
    const text = textOf(market).replace(/\s+/g, ' ');
    for (const { score, reasons, customer } of figures[market].risk.ranking.slice(0, 10)) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(reasons.length).toBeLessThanOrEqual(3);
      expect(reasons.reduce((sum, { contribution }) => sum + contribution, 0)).toBeLessThanOrEqual(score + 1e-12);
      expect(text).toContain(reasons.map((reason) => reason.text).join(' '));
      expect(text).toContain(` ${customer} `);
    }
  });

  test('how many are at high risk is in the headline, against a month before', () => {
    const before = plainRisks(market, midnight(market, '2025-12-01'));
    const now = inBand(0.6, 2);
    const then = [...before.values()].filter(({ score }) => score >= 0.6).length;
    expect(figures[market].risk.highRisk).toEqual({ now, before: then });
    const [, line = ''] = /^ {2}at high risk(.*)$/m.exec(run.out) ?? [];
    const [usNow, usChange, , deNow, deChange] = line.trim().split(/\s+/);
    const [shown, change] = market === 'US' ? [usNow, usChange] : [deNow, deChange];
    expect([Number(shown), Number(change)]).toEqual([now, now - then]);
  });
});

describe.each(['US', 'DE'] as const)('alerts in %s', (market) => {
  const looks = Array.from({ length: 13 }, (_, place) => midnight(market, dayAfter(TODAY, 7 * (place - 12))));
  const since = midnight(market, '2025-12-01');
  const expected = plainAlerts(market, looks).filter(({ at }) => at >= since);

  test('who was put on alert since a month ago, and whose alert is over, is what filtering the rows look by look gives', () => {
    const { alerts } = figures[market];
    expect(alerts.looks).toEqual(looks);
    expect(alerts.since).toBe(since);
    const asLines = (list: readonly { customer: unknown; change: string; at: number }[]): string[] =>
      list.map(({ customer, change, at }) => `${at} ${change} ${customer}`).sort();
    expect(asLines(alerts.changes)).toEqual(asLines(expected));
    const scoreOf = new Map(expected.map(({ customer, at, score }) => [`${customer} ${at}`, score]));
    for (const { customer, at, score, change } of alerts.changes)
      if (change !== 'closed') expect(score).toBeCloseTo(scoreOf.get(`${customer} ${at}`)!, 12);
  });

  test('they are counted, in the text and in the headline', () => {
    const count = (change: string): number => expected.filter((alert) => alert.change === change).length;
    const { entered, left, closed, standing } = figures[market].alerts;
    expect([entered, left, closed]).toEqual([count('entered'), count('left'), count('closed')]);
    const on = plainAlerts(market, looks).reduce((sum, { change }) => sum + (change === 'entered' ? 1 : -1), 0);
    expect(standing).toBe(on);
    expect(textOf(market)).toContain(
      `${entered} entered, ${left} left, ${closed} closed (lost while on alert); ${standing} on alert now.`,
    );
    const [, line = ''] = /^ {2}alerts since then(.*)$/m.exec(run.out) ?? [];
    expect(Number(line.trim().split(/\s+/)[market === 'US' ? 0 : 3])).toBe(entered);
  });

  test('long lists are cut at fifteen, and say by how many', () => {
    for (const change of ['entered', 'left', 'closed'] as const) {
      const shown = textOf(market).match(new RegExp(`^\\d{4}-\\d\\d-\\d\\d {2}${change} `, 'gm')) ?? [];
      const total = figures[market].alerts[change];
      expect(shown.length).toBe(Math.min(15, total));
      if (total > 15) expect(textOf(market)).toMatch(new RegExp(`^ +and ${total - 15} more ${change}$`, 'm'));
    }
  });

  test('whoever was put on alert and still is has one task, due so many days after', () => {
    const { actions, changes } = figures[market].alerts;
    const last = new Map<unknown, string>();
    for (const { customer, change } of [...changes].reverse()) last.set(customer, change);
    const standing = [...last].filter(([, change]) => change === 'entered').map(([customer]) => customer);
    const tasks = actions.flatMap((action) => action.tasks.map((task) => ({ ...task, dueDays: action.dueDays })));
    expect(tasks.map(({ customer }) => customer).sort()).toEqual(standing.sort());
    for (const { at, dueAt, dueDays } of tasks) expect(dueAt - at).toBe(dueDays * 86_400_000);
    for (const { action, owner, tasks: own } of actions)
      if (own.length > 0)
        expect(textOf(market)).toMatch(new RegExp(`^${action} +${owner} +within \\d days +${own.length}$`, 'm'));
  });

  test('the back-test counts what plain loops over a year of looks count', () => {
    const past = Array.from({ length: 53 }, (_, place) => midnight(market, dayAfter('2024-10-03', 7 * place)));
    const { backtest } = figures[market];
    expect([backtest.from, backtest.to, backtest.looks]).toEqual([past[0], past[52], 53]);
    const { caughtAlerts, falseAlerts, caughtLosses, missedLosses, baseCustomers, baseLosses } = backtest;
    const counts = { caughtAlerts, falseAlerts, caughtLosses, missedLosses, baseCustomers, baseLosses };
    expect(counts).toEqual(plainBacktest(market, past));
    expect([backtest.pendingAlerts, backtest.caughtEarlyAlerts, backtest.otherAlerts]).toEqual([0, 0, 0]);
    const text = textOf(market).replace(/\s+/g, ' ');
    const alerts = caughtAlerts + falseAlerts;
    expect(text).toContain(`Of 10 alerts ${((10 * caughtAlerts) / alerts).toFixed(1)} were about somebody lost`);
    expect(text).toContain(`(${caughtAlerts} of ${alerts}, 95 % interval `);
    expect(text).toContain(`it would have been ${((10 * baseLosses) / baseCustomers).toFixed(1)}.`);
    expect(text).toContain(`(${caughtLosses} of ${caughtLosses + missedLosses})`);
  });
});

describe('the text', () => {
  test('it is as wide as a screen at most, and plain in a pipe', () => {
    const [, us = '', de = ''] = run.out.split(/^Ostervane Coffee & Tea, (?:United States|Germany)$/m);
    for (const line of `${us}${de}`.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(run.out).not.toContain('\u001b');
  });

  test('weights and what they look at are printed', () => {
    expect(textOf('US')).toMatch(/^purchaseLateness +4 +silence: time since the last order, in usual gaps$/m);
    expect(textOf('US')).toMatch(/^negativeFeedback +4 +the last three scores they gave, up to 180 days$/m);
    expect(textOf('US').replace(/\s+/g, ' ')).toContain('silence is 57 % of the weights');
  });
});

describe('risk in files of one’s own', () => {
  const day = (number: number): string => new Date(Date.UTC(2024, 0, 1 + number)).toISOString().slice(0, 10);
  const own = async (orders: readonly string[], ...args: string[]): Promise<Run> => {
    const file = join(folder, 'orders.csv');
    writeFileSync(file, `who,day,paid\n${orders.join('\n')}\n`);
    return report(file, '--customer', 'who', '--at', 'day', '--amount', 'paid', '--json', json, ...args);
  };
  const csv = (name: string, ...lines: string[]): string => {
    const file = join(folder, name);
    writeFileSync(file, `${lines.join('\n')}\n`);
    return file;
  };
  const risk = (): RiskFigures => JSON.parse(readFileSync(json, 'utf8')).markets[0].risk;

  /** ada every ten days until day 60; bob once, on day 40; cyd every ten days, and today is day 110. */
  const ORDERS = [
    ...[0, 10, 20, 30, 40, 50, 60].map((number) => `ada,${day(number)},20`),
    `bob,${day(40)},30`,
    ...[50, 60, 70, 80, 90, 100].map((number) => `cyd,${day(number)},${number >= 80 ? 15 : 20}`),
    `dan,${day(5)},10`,
  ];
  const asOf = ['--as-of', day(110)];

  test('of orders alone: lateness, days of silence and the value of orders', async () => {
    const { out, status } = await own(ORDERS, ...asOf);
    expect(status).toBe(0);
    // Ada: 50 days, 5 usual gaps: 1; (50 - 30) / 60 = 1/3; orders as ever: 0. (4 + 4/3 + 0) / 10.
    // Bob: (70 - 30) / 60 = 2/3 is all that is known: 4 of 10 weights.
    // Cyd: one gap: 0; 10 days: 0; 15 is 3/4 of 20, half way to a half: 1/2. (0 + 0 + 2/2) / 10.
    // Dan has not ordered for 105 days, and is no customer.
    const found = risk().ranking.map(({ customer, score, coverage }) => [customer, score, coverage]);
    expect(found.map(([customer]) => customer)).toEqual(['bob', 'ada', 'cyd']);
    expect(found[0]![1]).toBeCloseTo(2 / 3, 12);
    expect(found[1]![1]).toBeCloseTo((4 + 4 / 3) / 10, 12);
    expect(found[2]![1]).toBeCloseTo(0.1, 12);
    expect(found.map(([, , coverage]) => coverage)).toEqual([0.4, 1, 1]);
    expect(out).toMatch(/^ +1 {2}bob +0\.67 +40 % +30\.00\n {6}No activity for 70 days\.$/m);
    expect(out).toMatch(/^ +2 {2}ada +0\.53 +140\.00\n {6}No order for 50 days; usually one every 10 days\./m);
    expect(out).toContain('There are no visits, no answers, no tickets: with them the score would know more.');
    expect(out).toContain('Tried on the past: the data are too short for it.');
  });

  test('visits are signs of life, and tickets and answers weigh in', async () => {
    const visits = csv('visits.csv', 'customer,at', `bob,${day(109)}`);
    const tickets = csv('tickets.csv', 'customer,opened,resolved', `cyd,${day(100)},`, `cyd,${day(105)},`);
    const nps = csv('nps.csv', 'customer,at,score', `ada,${day(60)},4`);
    await own(ORDERS, ...asOf, '--visits', visits, '--tickets', tickets, '--nps', nps);
    const scores = new Map(risk().ranking.map(({ customer, score }) => [customer, score]));
    // Bob was there yesterday: nothing but his tickets, of which he has none, is known besides. 4 + 1 + 1 of 20 weights.
    expect(scores.get('bob')).toBe(0);
    // Ada as above, no ticket, and a 4 of 10, which is the worst: (4 + 4/3 + 4) of 4 + 4 + 4 + 2 + 1 + 1.
    expect(scores.get('ada')).toBeCloseTo((4 + 4 / 3 + 4) / 16, 12);
    // Cyd: two open tickets: 1; two of five in 90 days: 2/5. (1 + 1 + 2/5) of 4 + 4 + 2 + 1 + 1.
    expect(scores.get('cyd')).toBeCloseTo(2.4 / 12, 12);
  });

  test('without answers about recommending those about satisfaction count, on their scale', async () => {
    const csat = csv('csat.csv', 'customer,at,score', `ada,${day(60)},1`);
    await own(ORDERS, ...asOf, '--csat', csat);
    const scores = new Map(risk().ranking.map(({ customer, score }) => [customer, score]));
    expect(scores.get('ada')).toBeCloseTo((4 + 4 / 3 + 4) / 14, 12);
  });

  test('answers of more than half a year ago count no more', async () => {
    const nps = csv('nps.csv', 'customer,at,score', 'ada,2023-10-20,0');
    await own(ORDERS, ...asOf, '--nps', nps);
    const ada = risk().ranking.find(({ customer }) => customer === 'ada')!;
    expect(ada.score).toBeCloseTo((4 + 4 / 3) / 10, 12);
    expect(ada.stale).toEqual(['negativeFeedback']);
  });

  test('nobody is a customer long after the last order', async () => {
    const { out, status } = await own(ORDERS, '--as-of', '2025-01-01');
    expect(status).toBe(0);
    expect(out).toContain('Customers at risk: nobody is a customer on this day.');
    expect(out).toContain('0 entered, 0 left, 0 closed');
  });

  test('who shows no sign of leaving is not among those most at risk', async () => {
    const orders = ORDERS.filter((line) => line.startsWith('ada'));
    const { out } = await own(orders, '--as-of', day(61));
    expect(risk().ranking).toMatchObject([{ customer: 'ada', score: 0 }]);
    expect(out).not.toContain('most at risk');
    const both = await own([...orders, `bob,${day(10)},5`], '--as-of', day(61));
    expect(both.out).toContain('The one most at risk');
  });

  test('after the end of an alert there is none for four weeks', async () => {
    // Daily until day 80 and from day 96 to 110, and the worst score: late at looks of 88 and 95 and from 116 on.
    const days = [
      ...Array.from({ length: 81 }, (_, number) => number),
      ...[...Array(15).keys()].map((one) => 96 + one),
    ];
    const orders = days.map((number) => `ada,${day(number)},20`);
    const nps = ['--nps', csv('nps.csv', 'customer,at,score', `ada,${day(75)},0`)];
    const changes = async (number: number): Promise<string[]> => {
      await own(orders, ...nps, '--as-of', day(number));
      const [{ alerts }] = JSON.parse(readFileSync(json, 'utf8')).markets as [Figures];
      return alerts.changes.map(({ change, at }) => `${change} on day ${(at - Date.UTC(2024, 0, 1)) / 86_400_000}`);
    };
    expect(await changes(95)).toEqual(['entered on day 95']);
    expect(await changes(130)).toEqual(['left on day 109']);
    expect(await changes(137)).toEqual(['entered on day 137', 'left on day 109']);
  });

  test('weekly looks are said to be rare for a short lapse', async () => {
    const short = await own(ORDERS, ...asOf, '--lapse-after', '14');
    expect(short.out).toContain('With a lapse of 14 days weekly looks come late');
    const long = await own(ORDERS, ...asOf, '--lapse-after', '28');
    expect(long.out).not.toContain('looks come late');
  });

  test('a back-test of no alert says so', async () => {
    // Weekly for a year: never late, never lost.
    const orders = Array.from({ length: 60 }, (_, week) => `ada,${day(7 * week)},20`);
    const { out } = await own(orders, '--as-of', day(420));
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /Tried on the past: \d\d weekly looks from .* No alert, and 0 customers lost\./,
    );
  });

  test('each currency is a market with risks of its own', async () => {
    const file = csv(
      'two.csv',
      'who,day,paid,unit',
      ...ORDERS.map((line, row) => `${line},${row < 8 ? 'EUR' : 'USD'}`),
    );
    const columns = ['--customer', 'who', '--at', 'day', '--amount', 'paid', '--currency', 'unit', '--json', json];
    const { out } = await report(file, ...columns, ...asOf);
    expect(out).toMatch(/^ {2}at high risk +1 +– +– +0 +– +–$/m);
    const [euros, dollars] = JSON.parse(readFileSync(json, 'utf8')).markets;
    const customers = (market: Figures): unknown[] => market.risk.ranking.map(({ customer }) => customer);
    expect([customers(euros), customers(dollars)]).toEqual([['bob', 'ada'], ['cyd']]);
  });

  test('what a terminal would obey in an id is not printed, and a long one is cut', async () => {
    const { out } = await own([`\u001b[31mred\u0007,${day(1)},5`, `${'x'.repeat(40)},${day(1)},5`], '--as-of', day(60));
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u0007');
    expect(out).toContain(`${'x'.repeat(23)}…`);
    expect(out).not.toContain('x'.repeat(24));
  });

  test('in the middle of a month the month before begins in the middle of the last', async () => {
    await own(ORDERS, '--as-of', '2024-03-31');
    const [{ alerts }] = JSON.parse(readFileSync(json, 'utf8')).markets;
    // February has no 31st.
    expect(alerts.since).toBe(Date.UTC(2024, 1, 29));
  });
});
