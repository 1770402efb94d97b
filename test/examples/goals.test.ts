import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GoalFigures } from '../../examples/report/analyseGoals.ts';
import { plainKept, plainOrders, plainScore, plainScores, spreadOfMean, wilsonEnds } from './headlineOracle.ts';
import { midnight } from './riskOracle.ts';
import { type Run, report } from './runReport.ts';

let folder: string;
let json: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-goals-'));
  json = join(folder, 'report.json');
});
afterAll(() => rmSync(folder, { recursive: true }));

const goalsOf = (place: number): GoalFigures[] => JSON.parse(readFileSync(json, 'utf8')).markets[place].goals;

describe('the goals of the bundled shop', () => {
  let run: Run;
  let us: GoalFigures[];
  let de: GoalFigures[];
  beforeAll(async () => {
    run = await report('--section', 'goals', '--section', 'headline', '--json', json);
    [us, de] = [goalsOf(0), goalsOf(1)];
  });

  /** Where a straight pace is after so many of so many days. */
  const straight = (baseline: number, target: number, days: number, of: number): number =>
    baseline + ((target - baseline) * days) / of;

  test.each(['US', 'DE'] as const)('a goal of no market is for each: churn by month in %s', (market) => {
    const goal = (market === 'US' ? us : de)[0]!;
    const starts = ['2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01'];
    const churns = starts.slice(1).map((to, place) => {
      const { kept, start } = plainKept(market, midnight(market, starts[place]!), midnight(market, to));
      return [start - kept, start] as const;
    });
    const [baseline, ...since] = churns.map(([lost, start]) => lost / start);
    expect(goal.baseline).toMatchObject({ label: '2025-09' });
    expect(goal.baseline!.value).toBeCloseTo(baseline!, 12);
    expect(goal.target).toBeCloseTo(baseline! * 0.9, 12);
    expect(goal.readings.map(({ label }) => label)).toEqual(['2025-10', '2025-11', '2025-12']);
    goal.readings.forEach(({ value }, place) => {
      expect(value).toBeCloseTo(since[place]!, 12);
    });
    const last = goal.readings.at(-1)!;
    // 92 days of October to December, of 182 until April; an hour more or less where clocks changed.
    const expected = straight(baseline!, baseline! * 0.9, 92, 182);
    expect(Math.abs(last.expectedValue - expected)).toBeLessThan(1e-5);
    expect(last.progress).toBeCloseTo((since[2]! - baseline!) / (-0.1 * baseline!), 9);
    const [lower, upper] = wilsonEnds(...churns[3]!);
    expect(last.interval!.lower).toBeCloseTo(lower, 9);
    const onTrack = lower <= expected && expected <= upper ? 'unclear' : since[2]! <= expected ? 'yes' : 'no';
    expect(goal.standing).toBe(onTrack);
    // January has 31 of the 90 days that are left.
    expect(goal.requiredPerPeriod).toBeCloseTo(((baseline! * 0.9 - since[2]!) * 31) / 90, 4);
  });

  test('a score of twelve months, at the end of each month, in Germany alone', () => {
    expect(us.map(({ metric }) => metric)).toEqual(['churnRate', 'averageOrderValue']);
    const goal = de[1]!;
    const score = (from: string, to: string): number =>
      plainScore(plainScores('DE', 'nps', midnight('DE', from), midnight('DE', to)));
    expect(goal.baseline!.value).toBeCloseTo(score('2024-07-01', '2025-07-01'), 9);
    expect(goal.readings.map(({ label }) => label)).toEqual([
      ...['2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'],
    ]);
    expect(goal.readings[2]!.value).toBeCloseTo(score('2024-10-01', '2025-10-01'), 9);
    expect(goal.readings[5]!.value).toBeCloseTo(score('2025-01-01', '2026-01-01'), 9);
    expect(goal.target).toBe(40);
    expect(run.out).toContain(
      'Net promoter score back to 40: netPromoterScore of twelve months, at the end of each month',
    );
  });

  test('a goal that is due has been reached or missed', () => {
    const goal = us[1]!;
    const mean = (from: string, to: string): number => {
      const orders = plainOrders('US', midnight('US', from), midnight('US', to));
      return orders.reduce((sum, { cents }) => sum + cents, 0) / orders.length / 100;
    };
    const baseline = mean('2025-09-01', '2025-10-01');
    const december = mean('2025-12-01', '2026-01-01');
    expect(goal.baseline!.value).toBeCloseTo(baseline, 9);
    expect(goal.readings.at(-1)!.value).toBeCloseTo(december, 9);
    expect(goal.standing).toBe(december >= baseline * 1.05 ? 'reached' : 'missed');
    const { interval } = goal.readings.at(-1)!;
    const orders = plainOrders('US', midnight('US', '2025-12-01'), midnight('US', '2026-01-01'));
    expect(Math.abs((interval!.upper - interval!.lower) / 2 / (1.96 * spreadOfMean([orders])) - 1)).toBeLessThan(0.08);
    expect(run.out).toMatch(
      /^2026-01-01 +\d\d\.\d\d +\d\d\.\d\d +\d\d\.\d\d +\S+ to \S+ +\d\d\.\d\d +\d+ % +reached +none$/m,
    );
  });

  test('the headline counts those on track', () => {
    const onTrack = (goals: readonly GoalFigures[]): string =>
      `${goals.filter(({ standing }) => standing === 'yes' || standing === 'reached').length} of ${goals.length}`;
    expect(run.out).toMatch(new RegExp(`^ {2}goals on track +${onTrack(us)} +– +– +${onTrack(de)} +– +–$`, 'm'));
  });

  test('the table is as wide as a screen, and plain in a pipe', () => {
    for (const line of run.out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    expect(run.out).not.toContain('\u001b');
  });
});

/** Ten customers who order every month on the 10th from November on; one less each month from January on. */
const ROWS = Array.from({ length: 10 }, (_, customer) =>
  Array.from({ length: 5 }, (_ignored, month) => ({ customer, month }))
    .filter(({ month }) => month < 2 || customer >= month - 1)
    .map(
      ({ month }) => `c${customer},${month < 2 ? '2023' : '2024'}-${['11', '12', '01', '02', '03'][month]},${month}`,
    ),
).flat();

const ORDERS = [
  'who,day,paid',
  ...ROWS.map((row) => {
    const [who, month, number] = row.split(',');
    return `${who},${month}-10,${20 + Number(number)}`;
  }),
];

const CHURN = { name: 'Less churn', metric: 'churnRate', from: '2024-03-01', due: '2024-06-01', change: -0.5 };

async function own(content: unknown, ...args: string[]): Promise<Run> {
  const orders = join(folder, 'orders.csv');
  writeFileSync(orders, `${ORDERS.join('\n')}\n`);
  const file = join(folder, 'goals.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const columns = ['--customer', 'who', '--at', 'day', '--amount', 'paid', '--lapse-after', '40'];
  const more = ['--data-from', '2023-11-01', '--as-of', '2024-04-01', '--json', json];
  return report(orders, ...columns, ...more, '--goals', file, ...args);
}

describe('--goals FILE', () => {
  beforeEach(() => rmSync(json, { force: true }));

  test('the baseline is the last period that is over when the goal begins', async () => {
    const { out, status } = await own({ goals: [{ ...CHURN, from: '2024-03-20' }] });
    expect(status).toBe(0);
    // c0 is lost 40 days after 10 December, in January; c1 after 10 January, in February; c2 after 10 February, in March.
    const [goal] = goalsOf(0);
    expect(goal!.baseline).toMatchObject({ label: '2024-02', value: 1 / 9 });
    expect(goal!.target).toBeCloseTo(1 / 18, 12);
    expect(goal!.readings).toMatchObject([{ label: '2024-03', value: 1 / 8 }]);
    expect(goal!.standing).toBe('unclear');
    expect(out).toMatch(/^Less churn: churnRate by month$/m);
    expect(out).toMatch(/^ {2}2024-02 11\.1 % \(baseline\), 2024-03 12\.5 %$/m);
    expect(out).toMatch(/^ {2}goals on track +0 of 1 +– +–$/m);
  });

  test('a value is a target of its own', async () => {
    const order = { name: 'Dearer', metric: 'averageOrderValue', from: '2024-02-01', due: '2024-05-01', value: 28 };
    await own({ goals: [order] });
    // 22 in January, 23 in February, 24 in March; 28 by May: 60 of 90 days are 4 of 6.
    const [goal] = goalsOf(0);
    expect(goal!.readings.map(({ value }) => value)).toEqual([23, 24]);
    expect(goal!.readings[1]!.expectedValue).toBeCloseTo(26, 12);
    expect(goal!.readings[1]!.progress).toBeCloseTo(1 / 3, 12);
    expect(goal!.requiredPerPeriod).toBeCloseTo(4, 12);
  });

  test('a goal ends with its due date: no later period counts, and what is left is to be done by then', async () => {
    const order = { name: 'Dearer', metric: 'averageOrderValue', from: '2024-02-01', value: 28 };
    await own({
      goals: [
        { ...order, due: '2024-03-01' },
        { ...order, due: '2024-04-16' },
      ],
    });
    const [over, nearly] = goalsOf(0);
    // March is over too, but the goal was due before it.
    expect(over!.readings.map(({ label }) => label)).toEqual(['2024-02']);
    expect(over!.standing).toBe('missed');
    expect(over!.requiredPerPeriod).toBeNull();
    // From 24 to 28 in half of April is all of it.
    expect(nearly!.requiredPerPeriod).toBeCloseTo(4, 12);
  });

  test('figures of fewer than ten customers have no interval, and it is not said whether they are on track', async () => {
    const order = { name: 'Dearer', metric: 'averageOrderValue', from: '2024-02-01', due: '2024-05-01' };
    const { out } = await own({ goals: [{ ...order, value: 28 }] });
    expect(goalsOf(0)[0]!.standing).toBe('unclear');
    expect(out).toMatch(/^2024-05-01 +22\.00 +28\.00 +24\.00 +– +26\.00 +33 % +unclear +\+4\.00$/m);
  });

  test('until a period is over nothing is said', async () => {
    const { out } = await own({ goals: [{ ...CHURN, from: '2024-04-01', due: '2024-07-01' }] });
    expect(out).toMatch(/^2024-07-01 +12\.5 % +6\.3 % +– +– +– +– +– +–$/m);
    expect(out).toContain('2024-03 12.5 % (baseline), nothing is over yet since then');
    expect(goalsOf(0)[0]!.standing).toBeUndefined();
  });

  test('after the due date no figure counts any more', async () => {
    await own({ goals: [{ ...CHURN, from: '2024-02-01', due: '2024-02-15' }] });
    const [later] = goalsOf(0);
    expect(later!.readings.map(({ label }) => label)).toEqual(['2024-02']);
    expect(later!.standing).toBe('missed');
  });

  test('where the data do not tell the baseline, or it is better than the target, it is said', async () => {
    const early = { ...CHURN, name: 'Early', from: '2023-12-15' };
    const better = { name: 'Better', metric: 'churnRate', from: '2024-03-01', due: '2024-06-01', value: 0.2 };
    const { out, status } = await own({ goals: [early, better] });
    expect(status).toBe(0);
    // Who was lost in December is not known with data from November on, a lapse of 40 days later,
    const unknown = await own({ goals: [{ ...CHURN, from: '2024-01-15' }] });
    expect(unknown.out).toContain('  the data do not tell what there was to begin with');
    // and with data from October on is: nobody.
    const known = await own({ goals: [{ ...CHURN, from: '2024-01-15' }] }, '--data-from', '2023-10-01');
    expect(known.out).toContain('  2023-12 0.0 % (baseline), it was 0 to begin with, and no share of that is anything');
    expect(out).toContain('  the data do not tell what there was to begin with');
    expect(out).toContain('  2024-02 11.1 % (baseline), it was better than the target to begin with');
    expect(out).toMatch(/^ {2}goals on track +0 of 2 /m);
  });

  test('a byte order mark does no harm', async () => {
    const { status } = await own(`\uFEFF${JSON.stringify({ goals: [CHURN] })}`);
    expect(status).toBe(0);
  });

  test('the shop takes another file too', async () => {
    const file = join(folder, 'shop-goals.json');
    const goal = { ...CHURN, from: '2025-10-01', due: '2026-04-01', market: 'Germany' };
    writeFileSync(file, JSON.stringify({ goals: [goal] }));
    const { out } = await report('--goals', file, '--json', json, '--section', 'goals');
    expect(out).toContain('Less churn: churnRate by month');
    expect(out).toContain('No goals: none were given for this market (--goals FILE).');
    expect([goalsOf(0).length, goalsOf(1).length]).toEqual([0, 1]);
  });

  const place = /^goals\.json, goal 1 \("Less churn"\): /.source;
  const cases: [string, unknown, RegExp][] = [
    ['what is no JSON', '{ "goals": [', /^goals\.json is no JSON: /],
    ['a list without a name', '[]', /^goals\.json must be \{ "goals": \[ … \] \} with at least one goal$/],
    ['no goal', { goals: [] }, /^goals\.json must be .* at least one goal$/],
    ['a goal that is none', { goals: [CHURN, 'more'] }, /^goals\.json, goal 2 must be an object with "name", "metric"/],
    [
      'a misspelt field',
      { goals: [{ ...CHURN, chnage: 1 }] },
      /^goals\.json, goal 1 has an unknown field "chnage"; known: "name", "metric", "market", "from", "due", "change", "value"$/,
    ],
    [
      'no name',
      { goals: [{ ...CHURN, name: undefined }] },
      /^goals\.json, goal 1: "name" must be a text, and it is not there$/,
    ],
    [
      'an unknown metric',
      { goals: [{ ...CHURN, metric: 'churn' }] },
      new RegExp(
        `${place}"metric" must be one of "churnRate", "retentionRate", .*"customerSatisfactionScore", not "churn"$`,
      ),
    ],
    [
      'a day that is none',
      { goals: [{ ...CHURN, from: '2024-02-30' }] },
      new RegExp(`${place}"from" must be a day such as "2025-03-31", not "2024-02-30"$`),
    ],
    [
      'a day of another form',
      { goals: [{ ...CHURN, due: '1.6.2024' }] },
      new RegExp(`${place}"due" must be a day such as`),
    ],
    [
      'a due date before the goal begins',
      { goals: [{ ...CHURN, due: '2024-03-01' }] },
      new RegExp(`${place}"due" must be after "from", 2024-03-01, not "2024-03-01"$`),
    ],
    [
      'a goal that begins after the day of the report',
      { goals: [{ ...CHURN, from: '2024-04-02' }] },
      new RegExp(`${place}"from" must be a day up to that of the report, 2024-04-01, not "2024-04-02"$`),
    ],
    [
      'both ways to say what is to be reached',
      { goals: [{ ...CHURN, value: 0.1 }] },
      new RegExp(`${place}either "value" or "change"`),
    ],
    ['neither', { goals: [{ ...CHURN, change: undefined }] }, new RegExp(`${place}either "value" or "change"`)],
    [
      'a change in words',
      { goals: [{ ...CHURN, change: '-10 %' }] },
      new RegExp(`${place}"change" must be a number, not "-10 %"$`),
    ],
    [
      'a change for the worse',
      { goals: [{ ...CHURN, change: 0.1 }] },
      new RegExp(`${place}"change" must be at most 0: of churnRate lower is better, not 0\\.1$`),
    ],
    [
      'a market that is not there',
      { goals: [{ ...CHURN, market: 'Germany' }] },
      new RegExp(`${place}"market" must be one of "orders\\.csv", not "Germany"$`),
    ],
    [
      'a metric of a file that is not given',
      { goals: [{ ...CHURN, metric: 'netPromoterScore', change: 0.1 }] },
      new RegExp(`${place}netPromoterScore needs answers, and there are none \\(--nps FILE\\)$`),
    ],
  ];

  test.each(cases)('%s is told by file and place, and nothing is written', async (_, content, message) => {
    const run = await own(content);
    expect(run.err).toMatch(message);
    expect([run.status, run.out, existsSync(json)]).toEqual([1, '', false]);
  });

  test('so is a file that is not there', async () => {
    const run = await own({ goals: [CHURN] }, '--goals', join(folder, 'none.json'));
    expect([run.status, run.err]).toEqual([1, `there is no file ${join(folder, 'none.json')}`]);
  });
});
