import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { csvText } from '../../examples/shop/csvText.ts';
import { generateShop, SHOP_SEED } from '../../examples/shop/generateShop.ts';
import { writeShop } from '../../examples/shop/writeShop.ts';

const SOURCES = fileURLToPath(new URL('../../examples/shop', import.meta.url));

/** Changes with every change of the data, even of its last digit. Set it anew only when the data is meant to change. */
const SHA_256 = '21c539147bd53f3b2a08046ed493bf4596b56e7c15685e3962062092ded6be97';

const folders: string[] = [];

function writtenTexts(): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-shop-'));
  folders.push(folder);
  return new Map(writeShop(folder).map(({ file }) => [basename(file), readFileSync(file, 'utf8')]));
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('the files', () => {
  const texts = writtenTexts();

  test('are the same bytes every time', () => {
    expect(writtenTexts()).toEqual(texts);
  });

  test('are the bytes that they were', () => {
    const hash = createHash('sha256');
    for (const [file, text] of texts) hash.update(`${file}\n${text}`);
    expect(hash.digest('hex')).toBe(SHA_256);
  });

  test('read back as the tables that were written', () => {
    const money = /^amount$|_amount$|_cost$|_spend$/;
    for (const [table, rows] of Object.entries(generateShop())) {
      const expected = rows.map((row: object) =>
        Object.fromEntries(
          Object.entries(row).map(([column, cell]) => [column, money.test(column) ? cell.toFixed(2) : String(cell)]),
        ),
      );
      expect(parse(texts.get(`${table}.csv`)!, { columns: true })).toEqual(expected);
    }
  });

  test('have the rows that the README says', () => {
    const readme = readFileSync(join(SOURCES, 'README.md'), 'utf8');
    for (const [table, rows] of Object.entries(generateShop())) {
      const count = String(rows.length).replace(/(?=...$)/, rows.length > 999 ? ',' : '');
      expect(readme).toContain(`| ${table} (${count}) `);
    }
  });

  test('hold comments with commas, quotes and line breaks', () => {
    const answers = texts.get('answers.csv')!;
    for (const part of [/"[^"\n]*,[^"\n]*"\n/, /""/, /"[^"]*\n[^"]*"/]) expect(answers).toMatch(part);
  });
});

test('a cell is quoted where it holds a comma, a quote or a line break, and nowhere else', () => {
  const rows = [{ id: 'a;b', comment: 'one, "two"\nthree', amount: 3 }];
  expect(csvText(rows)).toBe('id,comment,amount\na;b,"one, ""two""\nthree",3.00\n');
});

test('the generator uses nothing that differs between engines, nor the library', () => {
  const banned =
    /Math\.(?!(floor|ceil|round|min|max|imul)\()|\*\*|Intl|toLocale|localeCompare|Date\.now|new Date\(\)|\/src\/|'tenure/;
  const files = readdirSync(SOURCES).filter((file) => file.endsWith('.ts'));
  expect(files).toContain('generateShop.ts');
  const found = files.filter((file) => banned.test(readFileSync(join(SOURCES, file), 'utf8').replaceAll('/**', '')));
  expect(found).toEqual([]);
});

test('another seed makes another shop', () => {
  expect(generateShop(SHOP_SEED + 1).orders).not.toEqual(generateShop(SHOP_SEED).orders);
});

const CURRENCY = { US: 'USD', DE: 'EUR' } as const;
const SCALES = { nps: [0, 10], csat: [1, 5], ces: [1, 7] } as const;

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

describe.each([SHOP_SEED, 7])('the shop of seed %i', (seed) => {
  const shop = generateShop(seed);
  const customers = new Map(shop.customers.map((row) => [row.customer_id, row]));
  const orders = new Map(shop.orders.filter((row) => row.kind === 'order').map((row) => [row.order_id, row]));
  const refunds = shop.orders.filter((row) => row.kind === 'refund');

  test('is as large as promised', () => {
    expect(shop.customers).toHaveLength(2500);
    expect(shop.truth).toHaveLength(2500);
    expect(shop.costs).toHaveLength(48);
    const between = (rows: readonly unknown[], least: number, most: number) =>
      expect(least <= rows.length && rows.length <= most, `${rows.length}`).toBe(true);
    between(shop.orders, 15_000, 20_000);
    between(shop.subscriptions, 500, 1_200);
    between(shop.visits, 60_000, 100_000);
    between(shop.tickets, 1_000, 2_000);
    between(shop.answers, 2_500, 4_000);
    between(shop.points, 10_000, 20_000);
  });

  test('gives every thing an id of its own', () => {
    const ids = [
      shop.customers.map((row) => row.customer_id),
      shop.orders.filter((row) => row.kind === 'order').map((row) => row.order_id),
      shop.subscriptions.map((row) => row.subscription_id),
      shop.tickets.map((row) => row.ticket_id),
      shop.invitations.map((row) => row.invitation_id),
      shop.answers.map((row) => row.answer_id),
      shop.points.map((row) => row.entry_id),
    ];
    for (const list of ids) expect(new Set(list).size).toBe(list.length);
  });

  test('knows the customer of every row, and nothing they did before they joined', () => {
    const doings = [
      ...[shop.orders, shop.visits, shop.answers, shop.points].flat(),
      ...shop.subscriptions.map((row) => ({ ...row, at: row.started_at })),
      ...shop.tickets.map((row) => ({ ...row, at: row.opened_at })),
      ...shop.invitations.map((row) => ({ ...row, at: row.sent_at })),
    ];
    const early = doings.filter(({ customer_id, at }) => !(at >= customers.get(customer_id)!.joined_at));
    expect(early).toEqual([]);
  });

  test('starts each customer with an order on joining', () => {
    const first = groupBy([...orders.values()], (row) => row.customer_id);
    const without = shop.customers.filter((row) => first.get(row.customer_id)?.[0]?.at !== row.joined_at);
    expect(without).toEqual([]);
  });

  test('tells of instants within the 24 months, in time', () => {
    const columns = [
      shop.customers.map((row) => row.joined_at),
      shop.orders.map((row) => row.at),
      shop.subscriptions.map((row) => row.started_at),
      shop.visits.map((row) => row.at),
      shop.tickets.map((row) => row.opened_at),
      shop.invitations.map((row) => row.sent_at),
      shop.answers.map((row) => row.at),
      shop.points.map((row) => row.at),
    ];
    const ends = [
      ...shop.subscriptions.map((row) => row.ended_at),
      ...shop.tickets.flatMap((row) => [row.first_response_at, row.resolved_at]),
    ].filter((text) => text !== '');
    for (const column of columns) expect(column).toEqual([...column].sort());
    const outside = [...columns.flat(), ...ends].filter((text) => {
      const date = new Date(text);
      const exact = `${date.toISOString().slice(0, 19)}Z` === text;
      return !exact || date.getTime() < Date.UTC(2024, 0, 1) || date.getTime() >= Date.UTC(2026, 0, 1);
    });
    expect(outside).toEqual([]);
  });

  test.each([
    ['US', 'America/New_York'],
    ['DE', 'Europe/Berlin'],
  ])('is open from 07:00 to 22:00 in %s', (market, timeZone) => {
    const format = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' });
    const rows = [...orders.values()].filter((row) => row.market === market);
    const hours = new Set(rows.map((row) => Number(format.format(new Date(row.at)))));
    expect([...hours].sort((a, b) => a - b)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
  });

  test('refunds an order once, later, to its customer, and never more than was paid', () => {
    expect(refunds.length).toBeGreaterThan(400);
    expect(new Set(refunds.map((row) => row.order_id)).size).toBe(refunds.length);
    const wrong = refunds.filter((refund) => {
      const order = orders.get(refund.order_id);
      if (order === undefined || order.customer_id !== refund.customer_id) return true;
      return refund.at <= order.at || refund.amount >= 0 || order.amount + refund.amount < 0;
    });
    expect(wrong).toEqual([]);
    expect([...orders.values()].filter((row) => row.amount <= 0)).toEqual([]);
  });

  test('takes money in the currency of the market', () => {
    const pairs = [...shop.customers, ...shop.orders, ...shop.costs].map((row) => [row.market, row.currency] as const);
    for (const row of shop.subscriptions) pairs.push([customers.get(row.customer_id)!.market, row.currency]);
    expect(pairs.filter(([market, currency]) => CURRENCY[market] !== currency)).toEqual([]);
    expect(shop.orders.filter((row) => customers.get(row.customer_id)!.market !== row.market)).toEqual([]);
  });

  test('was recommended by customers of the same market who had joined before', () => {
    const referred = shop.customers.filter((row) => row.channel === 'referral');
    expect(referred.length).toBeGreaterThan(200);
    const wrong = referred.filter((row) => {
      const by = customers.get(row.referred_by);
      return by === undefined || by.market !== row.market || by.joined_at >= row.joined_at;
    });
    expect(wrong).toEqual([]);
    expect(shop.customers.filter((row) => row.channel !== 'referral' && row.referred_by !== '')).toEqual([]);
  });

  test('ends subscriptions after their start, one at a time, and changes them without a gap', () => {
    for (const row of shop.subscriptions) {
      expect(row.ended_at === '' || row.ended_at > row.started_at).toBe(true);
      expect(row.ended_at === '').toBe(row.status !== 'ended');
      expect(row.ended_at === '').toBe(row.end_reason === '');
    }
    for (const rows of groupBy(shop.subscriptions, (row) => row.customer_id).values())
      for (const [index, row] of rows.entries()) {
        const next = rows[index + 1];
        if (next !== undefined) expect(row.ended_at !== '' && row.ended_at <= next.started_at).toBe(true);
        if (row.end_reason === 'upgraded') expect(next).toMatchObject({ started_at: row.ended_at, bags: row.bags + 1 });
        if (row.end_reason === 'downgraded')
          expect(next).toMatchObject({ started_at: row.ended_at, bags: row.bags - 1 });
      }
    expect(new Set(shop.subscriptions.map((row) => row.status)).size).toBe(4);
    expect(new Set(shop.subscriptions.map((row) => row.end_reason)).size).toBe(6);
  });

  test('answers tickets after they were opened and resolves them after that', () => {
    const wrong = shop.tickets.filter(({ opened_at, first_response_at, resolved_at }) => {
      if (first_response_at === '') return resolved_at !== '';
      return first_response_at <= opened_at || (resolved_at !== '' && resolved_at <= first_response_at);
    });
    expect(wrong).toEqual([]);
    expect(shop.tickets.filter((row) => row.resolved_at === '').length).toBeGreaterThan(10);
  });

  test('holds one answer at most to an invitation, later, on the scale of its survey', () => {
    const invitations = new Map(shop.invitations.map((row) => [row.invitation_id, row]));
    expect(new Set(shop.answers.map((row) => row.invitation_id)).size).toBe(shop.answers.length);
    const wrong = shop.answers.filter((row) => {
      const invitation = invitations.get(row.invitation_id)!;
      const [least, most] = SCALES[row.survey];
      if (invitation.customer_id !== row.customer_id || invitation.survey !== row.survey) return true;
      return row.at <= invitation.sent_at || row.score < least || row.score > most || !Number.isInteger(row.score);
    });
    expect(wrong).toEqual([]);
  });

  test('never lets a balance of points fall below 0, nor points live longer than a year', () => {
    for (const rows of groupBy(shop.points, (row) => row.customer_id).values()) {
      let balance = 0;
      for (const row of rows) {
        balance += row.points;
        expect(balance).toBeGreaterThanOrEqual(0);
      }
      const lastYear = rows.filter((row) => row.at >= '2025-01-01T00:00:00Z' && row.points > 0);
      expect(balance).toBeLessThanOrEqual(lastYear.reduce((sum, row) => sum + row.points, 0));
    }
  });

  test('spends on acquisition what its new customers cost, and 600 a month and market', () => {
    for (const market of ['US', 'DE'] as const) {
      const spend = shop.costs.filter((row) => row.market === market).reduce((sum, r) => sum + r.acquisition_spend, 0);
      const won = shop.customers.filter((row) => row.market === market);
      expect(spend).toBeCloseTo(24 * 600 + won.reduce((sum, row) => sum + row.acquisition_cost, 0), 6);
    }
  });
});

describe('what can be seen in the data', () => {
  const shop = generateShop();
  const orders = shop.orders.filter((row) => row.kind === 'order');
  const left = new Map(shop.truth.map((row) => [row.customer_id, row.left_on]));
  const customers = new Map(shop.customers.map((row) => [row.customer_id, row]));

  const monthIndex = (at: string): number => (Number(at.slice(0, 4)) - 2024) * 12 + Number(at.slice(5, 7)) - 1;
  const months = new Map(shop.customers.map((row) => [row.customer_id, new Set<number>()]));
  for (const row of orders) months.get(row.customer_id)!.add(monthIndex(row.at));

  /** Share of the customers for whom `after` months have been and who ordered so many months after they joined. */
  const orderedAfter = (after: number, market?: string): number => {
    const due = shop.customers.filter(
      (row) => monthIndex(row.joined_at) + after < 24 && (market === undefined || row.market === market),
    );
    const back = due.filter((row) => months.get(row.customer_id)!.has(monthIndex(row.joined_at) + after));
    return back.length / due.length;
  };

  /** Share of those there on a day who had left by a later day. */
  const leftBetween = (from: string, to: string, of: (id: string) => boolean): number => {
    const there = shop.truth.filter((row) => {
      const joined = customers.get(row.customer_id)!.joined_at.slice(0, 10) < from;
      return of(row.customer_id) && joined && (row.left_on === '' || row.left_on >= from);
    });
    return there.filter((row) => row.left_on !== '' && row.left_on < to).length / there.length;
  };

  test('cohorts fade from two in five to one in five', () => {
    expect(orderedAfter(1)).toBeGreaterThan(0.35);
    expect(orderedAfter(1)).toBeLessThan(0.45);
    expect(orderedAfter(12)).toBeGreaterThan(0.15);
    expect(orderedAfter(12)).toBeLessThan(0.21);
  });

  test('two in three customers order again', () => {
    const counts = [...groupBy(orders, (row) => row.customer_id).values()].map((rows) => rows.length);
    const share = counts.filter((count) => count > 1).length / counts.length;
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(0.72);
  });

  test('Germany stays longer, and so do the referred; who came by social leaves sooner', () => {
    expect(orderedAfter(6, 'DE')).toBeGreaterThan(orderedAfter(6, 'US') + 0.03);
    const by = (channel: string) =>
      leftBetween('2024-12-01', '2025-12-31', (id) => customers.get(id)!.channel === channel);
    expect(by('referral')).toBeLessThan(by('search') - 0.03);
    expect(by('social')).toBeGreaterThan(by('search') + 0.03);
  });

  test('the incident of spring 2025 drove customers away, in the United States above all', () => {
    const of = (market: string) => (id: string) => customers.get(id)!.market === market;
    const times = (market: string) =>
      leftBetween('2025-04-01', '2025-07-01', of(market)) / leftBetween('2025-01-01', '2025-04-01', of(market));
    expect(times('US')).toBeGreaterThan(1.5);
    expect(times('US')).toBeGreaterThan(times('DE'));
  });

  test('customers look in less often before they go', () => {
    const daysToGo = (row: { customer_id: string; at: string }): number =>
      (Date.parse(left.get(row.customer_id)!) - Date.parse(row.at.slice(0, 10))) / 86_400_000;
    const visits = shop.visits.filter((row) => left.get(row.customer_id) !== '').map(daysToGo);
    const within = (from: number, to: number): number => visits.filter((days) => from < days && days <= to).length;
    expect(within(0, 14)).toBeLessThan(0.7 * within(46, 60));
  });

  test('customers recommend the shop, less so in the incident', () => {
    const nps = (rows: readonly { score: number }[]): number => {
      const promoters = rows.filter((row) => row.score >= 9).length;
      const detractors = rows.filter((row) => row.score <= 6).length;
      return (100 * (promoters - detractors)) / rows.length;
    };
    const answers = shop.answers.filter((row) => row.survey === 'nps');
    const incident = answers.filter((row) => row.at >= '2025-04-01' && row.at < '2025-07-01');
    const market = (name: string) => answers.filter((row) => customers.get(row.customer_id)!.market === name);
    expect(nps(answers)).toBeGreaterThan(30);
    expect(nps(answers)).toBeLessThan(45);
    expect(nps(incident)).toBeLessThan(nps(answers) - 20);
    expect(nps(market('DE'))).toBeGreaterThan(nps(market('US')) + 8);
  });
});
