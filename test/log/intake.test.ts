import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventLog } from '../../src/log/eventLog.ts';
import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import type { DuplicateRule, RefundRule } from '../../src/log/types.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { eventsOf } from './readBack.ts';

interface Line {
  readonly order: string | number;
  readonly who: string;
  readonly when: number;
  readonly paid: number;
  readonly coin?: string;
}

const FIELDS = { customer: 'who', at: 'when', amount: 'paid', id: 'order' } as const;

function line(order: string | number, paid: number, when = 10, who = 'ada'): Line {
  return { order, who, when, paid };
}

function build(lines: readonly Line[], refunds: RefundRule, duplicates: DuplicateRule = 'refuse') {
  return eventLog(lines, FIELDS, { refunds, duplicates });
}

/** Ids and amounts of a log, in its order. */
function kept(lines: readonly Line[], refunds: RefundRule, duplicates: DuplicateRule = 'refuse') {
  return eventsOf(build(lines, refunds, duplicates)).map(({ id, amount }) => [id, amount]);
}

function coin(lines: readonly Line[], coins: readonly string[]) {
  return lines.map((row, place) => ({ ...row, coin: coins[place]! }));
}

describe('a refund', () => {
  const lines = [line(1, 100), line(2, 50, 20), line(1, -30, 30)];

  test('is refused unless told otherwise', () => {
    const error = refusalOf(() => eventLog(lines, { customer: 'who', at: 'when', amount: 'paid' }));
    expect(error).toMatchObject({ code: 'not-a-quantity', path: ['rows', 2, 'paid'], received: '-30' });
  });

  test("is left out by 'drop', and counted", () => {
    const log = build(lines, 'drop');
    expect(eventsOf(log).map(({ amount }) => amount)).toEqual([100, 50]);
    expect(log.intake).toMatchObject({ rows: 3, refundsDropped: 1, refundsNetted: 0, duplicatesDropped: 0 });
  });

  test("is taken off its order by 'net', and counted", () => {
    const log = build(lines, 'net');
    expect(eventsOf(log).map(({ at, amount }) => [at, amount])).toEqual([
      [10, 70],
      [20, 50],
    ]);
    expect(log.intake).toMatchObject({ rows: 3, refundsDropped: 0, refundsNetted: 1, duplicatesDropped: 0 });
  });

  test("is an event with its sign by 'keep'", () => {
    expect(kept(lines, 'keep', 'keep')).toEqual([
      [1, 100],
      [2, 50],
      [1, -30],
    ]);
    const points = [line(1, 5), line(2, -7)];
    expect(kept(points, 'keep')).toEqual([
      [1, 5],
      [2, -7],
    ]);
  });

  test('needs no id to be left out', () => {
    const log = eventLog(lines, { customer: 'who', at: 'when', amount: 'paid' }, { refunds: 'drop' });
    expect([log.amount, log.intake.refundsDropped]).toEqual([Float64Array.of(100, 50), 1]);
  });

  test('of 0 is no refund, nor is -0', () => {
    expect(kept([line(1, 0), line(2, -0)], 'drop')).toHaveLength(2);
    expect(build([line(1, 0)], 'refuse').amount).toEqual(Float64Array.of(0));
  });
});

describe('netting', () => {
  test('takes several refunds off one order', () => {
    expect(kept([line(1, 100), line(1, -30), line(1, -20)], 'net')).toEqual([[1, 50]]);
  });

  test.each([
    [10.1, -5.05, -5.05],
    [0.3, -0.1, -0.2],
    [0.3, -0.2, -0.1],
    [1.1, -0.7, -0.4],
    [100.01, -33.34, -66.67],
    [1e9, -1e9],
    [5e-324, -5e-324],
  ])('of %d by all of it leaves exactly 0, however the parts round', (paid, ...refunds) => {
    const log = build([line(1, paid), ...refunds.map((refund) => line(1, refund))], 'net');
    expect(log.amount).toEqual(Float64Array.of(0));
    expect(log.intake.refundsNetted).toBe(refunds.length);
  });

  test('keeps an order of which nothing is left: it was an order', () => {
    expect(kept([line(1, 100), line(1, -100)], 'net')).toEqual([[1, 0]]);
  });

  test('leaves a cent where a cent is left', () => {
    const [[, left]] = kept([line(1, 10.1), line(1, -5.05), line(1, -5.04)], 'net') as [[number, number]];
    expect(left).toBeCloseTo(0.01, 12);
  });

  test('finds the order whatever the order of rows and of time', () => {
    expect(kept([line(1, -30, 5), line(1, 100, 10), line(2, 40)], 'net')).toEqual([
      [1, 70],
      [2, 40],
    ]);
    expect(kept([line(1, -30, 99), line(1, 100, 10)], 'net')).toEqual([[1, 70]]);
  });

  test('refuses a refund without an order, by its row', () => {
    expect(refusalOf(() => build([line(1, 100), line(7, -30)], 'net'))).toMatchObject({
      code: 'unmatched-refund',
      message: 'eventLog: "rows[1].id" must be the id of an order of the same customer and currency; received 7',
    });
    expect(refusalOf(() => build([line('1', 100), line(1, -30)], 'net')).code).toBe('unmatched-refund');
  });

  test('refuses a refund to another customer', () => {
    const error = refusalOf(() => build([line(1, 100), line(1, -30, 10, 'bob')], 'net'));
    expect(error).toMatchObject({ code: 'unmatched-refund', path: ['rows', 1, 'id'] });
  });

  test('refuses a refund in another currency', () => {
    const lines = coin([line(1, 100), line(1, -30)], ['EUR', 'USD']);
    expect(refusalOf(() => eventLog(lines, { ...FIELDS, currency: 'coin' }, { refunds: 'net' }))).toMatchObject({
      code: 'unmatched-refund',
      path: ['rows', 1, 'id'],
    });
    const same = coin([line(1, 100), line(1, -30)], ['EUR', 'EUR']);
    expect(eventLog(same, { ...FIELDS, currency: 'coin' }, { refunds: 'net' }).amount).toEqual(Float64Array.of(70));
  });

  test('refuses a refund larger than its order, alone or with others', () => {
    expect(refusalOf(() => build([line(1, 100), line(1, -100.01)], 'net'))).toMatchObject({
      code: 'below-limit',
      message: 'eventLog: "rows[1].amount" must be at most rows[0].amount; received -100.01',
    });
    const error = refusalOf(() => build([line(1, 100), line(1, -60), line(1, -60)], 'net'));
    expect(error).toMatchObject({ code: 'below-limit', path: ['rows', 2, 'amount'], issueCount: 1 });
  });

  test('tells every refund that is wrong', () => {
    const error = refusalOf(() => build([line(1, 100), line(7, -1), line(8, -1), line(1, -101)], 'net'));
    expect(error.issues.map(({ code, path }) => [code, path[1]])).toEqual([
      ['unmatched-refund', 1],
      ['unmatched-refund', 2],
      ['below-limit', 3],
    ]);
  });

  test('needs ids and amounts', () => {
    const bare = { customer: 'who', at: 'when' } as const;
    const noId = refusalOf(() => eventLog([line(1, 5)], { ...bare, amount: 'paid' }, { refunds: 'net' }));
    expect(noId).toMatchObject({ code: 'missing-field', path: ['id'] });
    const noAmount = refusalOf(() => eventLog([line(1, 5)], { ...bare, id: 'order' }, { refunds: 'net' }));
    expect(noAmount).toMatchObject({ code: 'missing-field', path: ['amount'] });
    expect(refusalOf(() => eventLog([line(1, 5)], bare, { refunds: 'drop' })).code).toBe('missing-field');
  });

  test('is what an account per order gives, in whole cents', () => {
    const order = fc.record({
      paid: fc.nat(1000),
      refunds: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(order), fc.infiniteStream(fc.nat()), (orders, chance) => {
        const lines = orders.flatMap(({ paid, refunds }, id) => [
          line(id, paid, 10, `customer ${id % 3}`),
          ...refunds.map((refund) => line(id, -refund, 10, `customer ${id % 3}`)),
        ]);
        const ranks = new Map(lines.map((row) => [row, chance.next().value!]));
        const mixed = lines.slice().sort((one, other) => ranks.get(one)! - ranks.get(other)!);
        const left = orders.map(({ paid, refunds }) => refunds.reduce((rest, refund) => rest - refund, paid));
        if (left.some((rest) => rest < 0)) {
          expect(refusalOf(() => build(mixed, 'net')).code).toBe('below-limit');
          return;
        }
        const amounts = new Map(kept(mixed, 'net') as [number, number][]);
        expect(orders.map((_, id) => amounts.get(id))).toEqual(left);
      }),
    );
  });
});

describe('a repeated row', () => {
  const lines = [line(1, 100), line(2, 50), line(1, 100)];

  test('is refused unless told otherwise, by its row and the one before', () => {
    expect(refusalOf(() => build(lines, 'refuse'))).toMatchObject({
      code: 'duplicate-id',
      message: 'eventLog: "rows[2].id" must be in no row before (rows[0].id has it); received 1',
    });
  });

  test('is told by column where columns came', () => {
    const columns = { customer: ['a', 'a'], at: [1, 1], id: ['x', 'x'] };
    expect(refusalOf(() => eventLogFromColumns(columns)).message).toBe(
      'eventLogFromColumns: "id[1]" must be in no row before (id[0] has it); received "x"',
    );
  });

  test("is left out by 'drop', and counted", () => {
    const log = build([...lines, line(2, 50)], 'refuse', 'drop');
    expect(eventsOf(log).map(({ id }) => id)).toEqual([1, 2]);
    expect(log.intake).toMatchObject({ rows: 4, duplicates: 'drop', duplicatesDropped: 2 });
  });

  test("is kept by 'keep'", () => {
    expect(kept(lines, 'refuse', 'keep')).toHaveLength(3);
  });

  test('is known only by its id: without the field every row is kept', () => {
    const bare = { customer: 'who', at: 'when', amount: 'paid' } as const;
    expect(eventLog(lines, bare, { duplicates: 'drop' }).at).toHaveLength(3);
    expect(eventLog(lines, bare).at).toHaveLength(3);
  });

  test("that tells another story is refused by 'drop'", () => {
    const others = [line(1, 101), line(1, 100, 11), line(1, 100, 10, 'bob')];
    for (const other of others)
      expect(refusalOf(() => build([line(1, 100), other], 'refuse', 'drop'))).toMatchObject({
        code: 'conflicting-duplicate',
        message: 'eventLog: "rows[1].id" must be of the same event as rows[0].id; received 1',
      });
  });

  test('in another currency tells another story: 10 EUR are not 10 USD', () => {
    const fields = { ...FIELDS, currency: 'coin' } as const;
    const both = (coins: string[]) => eventLog(coin([line(1, 10), line(1, 10)], coins), fields, { duplicates: 'drop' });
    expect(refusalOf(() => both(['EUR', 'USD'])).code).toBe('conflicting-duplicate');
    expect(both(['EUR', 'EUR']).at).toHaveLength(1);
  });

  test('may differ in what tells nothing of the event itself', () => {
    const rows = [
      { ...line(1, 10), note: 'first export' },
      { ...line(1, 10), note: 'second export' },
    ];
    const log = eventLog(rows, { ...FIELDS, attributes: { note: 'note' } }, { duplicates: 'drop' });
    expect(eventsOf(log).map(({ attributes }) => attributes)).toEqual([{ note: 'first export' }]);
  });

  test('is compared with the first of its id, each time', () => {
    const error = refusalOf(() => build([line(1, 10), line(1, 11), line(1, 11)], 'refuse', 'drop'));
    expect(error.issues.map(({ path }) => path[1])).toEqual([1, 2]);
  });
});

describe('both rules at once', () => {
  // An order, a copy of it, another order, and a refund of the first.
  const lines = [line(1, 100), line(1, 100), line(2, 50, 20), line(1, -30, 30)];
  const COPY = 'duplicate-id';
  const SIGN = 'not-a-quantity';

  test.each<[RefundRule, DuplicateRule, string | number[]]>([
    ['refuse', 'refuse', SIGN],
    ['refuse', 'drop', SIGN],
    ['refuse', 'keep', SIGN],
    ['drop', 'refuse', COPY],
    ['drop', 'drop', [100, 50]],
    ['drop', 'keep', [100, 100, 50]],
    ['net', 'refuse', COPY],
    ['net', 'drop', [70, 50]],
    ['net', 'keep', [70, 100, 50]],
    ['keep', 'refuse', COPY],
    ['keep', 'drop', 'conflicting-duplicate'],
    ['keep', 'keep', [100, 100, 50, -30]],
  ])("refunds '%s' and duplicates '%s'", (refunds, duplicates, outcome) => {
    if (typeof outcome === 'string') expect(refusalOf(() => build(lines, refunds, duplicates)).code).toBe(outcome);
    else {
      const log = build(lines, refunds, duplicates);
      expect(log.amount).toEqual(Float64Array.from(outcome));
      expect(log.intake).toEqual({
        rows: 4,
        refunds,
        refundsDropped: refunds === 'drop' ? 1 : 0,
        refundsNetted: refunds === 'net' ? 1 : 0,
        duplicates,
        duplicatesDropped: duplicates === 'drop' ? 1 : 0,
      });
    }
  });

  test('leave the rows of a log that breaks none of them as they are', () => {
    const fine = [line(1, 100), line(2, 50)];
    for (const refunds of ['refuse', 'drop', 'net', 'keep'] as const)
      for (const duplicates of ['refuse', 'drop', 'keep'] as const)
        expect(kept(fine, refunds, duplicates)).toEqual([
          [1, 100],
          [2, 50],
        ]);
  });

  test('a customer of whom only a refund is known is none when refunds are dropped', () => {
    expect(build([line(1, 5), line(2, -5, 10, 'bob')], 'drop').customers).toEqual(['ada']);
    const columns = { customer: Int32Array.of(4, 5, 6), at: [1, 2, 3], amount: [5, -5, 5] };
    expect(eventLogFromColumns(columns, { refunds: 'drop' }).customers).toEqual([4, 6]);
  });

  test('the amounts handed in are left alone', () => {
    const amount = Float64Array.of(100, -30);
    eventLogFromColumns({ customer: [1, 1], at: [1, 2], amount, id: [7, 7] }, { refunds: 'net' });
    expect(amount).toEqual(Float64Array.of(100, -30));
  });
});
