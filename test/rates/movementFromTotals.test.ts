import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { churnRate } from '../../src/rates/churnRate.ts';
import { movementFromTotals, type TotalsMovement } from '../../src/rates/movementFromTotals.ts';
import { retentionRate } from '../../src/rates/retentionRate.ts';
import { refusalOf } from '../core/refusalOf.ts';
import { runs } from '../laws/runs.ts';
import stockFlowGaps from '../reference/published/stockFlowGaps.json' with { type: 'json' };
import { dishFile, readQuarters } from './dish.ts';
import { ulpsApart } from './exact.ts';
import { NO_FINITE_NUMBERS, NO_QUANTITIES, refusesField, refusesQuantities } from './wrongSubjects.ts';

const STOCK = { customersAtStart: 1000, customersAtEnd: 1100, newCustomers: 300 };

describe('movementFromTotals', () => {
  test('takes published losses as they are', () => {
    expect(movementFromTotals({ ...STOCK, lostCustomers: 200 })).toStrictEqual({
      ...STOCK,
      lostCustomers: 200,
      stockFlowGap: 0,
      definition: { basis: 'totals', lostFrom: 'lostCustomers' },
    });
  });

  test('makes losses of net additions: 300 won, 80 net, 220 lost; the stock rose by 20 more than that', () => {
    const movement = movementFromTotals({ ...STOCK, netAdditions: 80 });
    expect([movement.lostCustomers, movement.stockFlowGap]).toEqual([220, 20]);
    expect(movement.definition).toEqual({ basis: 'totals', lostFrom: 'netAdditions' });
  });

  test('makes losses of the stock where neither is published, and then there is no gap', () => {
    const movement = movementFromTotals(STOCK);
    expect([movement.lostCustomers, movement.stockFlowGap]).toEqual([200, 0]);
    expect(movement.definition).toEqual({ basis: 'totals', lostFrom: 'stock' });
  });

  test('counts a gap below the flows as negative', () => {
    expect(movementFromTotals({ ...STOCK, lostCustomers: 150 }).stockFlowGap).toBe(-50);
  });

  test('net additions may be negative', () => {
    const movement = movementFromTotals({
      customersAtStart: 100,
      customersAtEnd: 90,
      newCustomers: 5,
      netAdditions: -10,
    });
    expect([movement.lostCustomers, movement.stockFlowGap]).toEqual([15, 0]);
  });

  test('a company without customers moves nothing', () => {
    const movement = movementFromTotals({ customersAtStart: 0, customersAtEnd: 0, newCustomers: 0 });
    expect([movement.lostCustomers, movement.stockFlowGap]).toEqual([0, 0]);
  });

  test('goes straight into the rates', () => {
    const movement = movementFromTotals({ ...STOCK, lostCustomers: 200 });
    expect([churnRate(movement), retentionRate(movement)]).toEqual([0.2, 0.8]);
  });

  test('reads a frozen subject and leaves it as it was', () => {
    const totals = Object.freeze({ ...STOCK, netAdditions: 80 });
    expect(movementFromTotals(totals)).toStrictEqual(movementFromTotals({ ...STOCK, netAdditions: 80 }));
    expect(totals).toStrictEqual({ ...STOCK, netAdditions: 80 });
  });
});

describe('movementFromTotals of totals that are not whole', () => {
  test('sees no gap where stock and flows differ by rounding only', () => {
    fc.assert(
      fc.property(
        fc.record({ start: fc.nat(1e7), won: fc.nat(1e7), lost: fc.nat(1e7), unit: fc.constantFrom(10, 1000, 1e6) }),
        fc.boolean(),
        ({ start, won, lost, unit }, isNet) => {
          fc.pre(lost <= start + won);
          const stock = { customersAtStart: start / unit, customersAtEnd: (start + won - lost) / unit };
          const flows = isNet ? { netAdditions: (won - lost) / unit } : { lostCustomers: lost / unit };
          const movement = movementFromTotals({ ...stock, newCustomers: won / unit, ...flows });
          expect(movement.stockFlowGap).toBe(0);
          expect(Math.abs(movement.lostCustomers - lost / unit)).toBeLessThan((4e-16 * (start + won)) / unit + 1e-300);
        },
      ),
      runs(1000),
    );
  });

  test('sees the smallest gap that the decimals can have', () => {
    fc.assert(
      fc.property(
        fc.record({ start: fc.nat(1e6), won: fc.nat(1e6), lost: fc.nat(1e6), gap: fc.integer({ min: -50, max: 50 }) }),
        ({ start, won, lost, gap }) => {
          const end = start + won - lost + gap;
          fc.pre(lost <= start + won && end >= 0);
          const { stockFlowGap } = movementFromTotals({
            customersAtStart: start / 1000,
            customersAtEnd: end / 1000,
            newCustomers: won / 1000,
            lostCustomers: lost / 1000,
          });
          expect(Math.round(stockFlowGap * 1000)).toBe(gap);
          expect(Math.abs(stockFlowGap - gap / 1000)).toBeLessThan(1e-11);
        },
      ),
      runs(1000),
    );
  });
});

describe('movementFromTotals refuses', () => {
  test('losses and net additions at once: they could contradict each other', () => {
    const error = refusalOf(() => movementFromTotals({ ...STOCK, lostCustomers: 200, netAdditions: 100 }));
    expect([error.code, error.path, error.received]).toEqual(['not-an-option', ['netAdditions'], '100']);
  });

  test('more losses than customers there were and came, by name and value', () => {
    const error = refusalOf(() => movementFromTotals({ ...STOCK, lostCustomers: 1301 }));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['lostCustomers'], '1301']);
    expect(error.message).toContain('at most "customersAtStart + newCustomers" (1300)');
  });

  test('net additions above the customers won', () => {
    const error = refusalOf(() => movementFromTotals({ ...STOCK, netAdditions: 301 }));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['netAdditions'], '301']);
  });

  test('a stock that grew by more than were won, where only the stock tells the losses', () => {
    const error = refusalOf(() => movementFromTotals({ ...STOCK, customersAtEnd: 1301 }));
    expect([error.code, error.path, error.received]).toEqual(['above-limit', ['customersAtEnd'], '1301']);
  });

  test('extra fields, unlike the rates: a misspelt "netAdditions" would be ignored and the gap with it', () => {
    const error = refusalOf(() => movementFromTotals({ ...STOCK, netAdditons: 100 } as never));
    expect([error.code, error.path, error.received]).toEqual(['unknown-option', ['totals'], '"netAdditons"']);
  });

  test.each([undefined, null, 5, 'totals'])('a subject that is %s, by name', (subject) => {
    const error = refusalOf(() => movementFromTotals(subject as never));
    expect([error.code, error.path]).toEqual(['not-a-record', ['totals']]);
  });

  refusesQuantities(movementFromTotals, STOCK, ['customersAtStart', 'customersAtEnd', 'newCustomers']);
  const given = ([received]: readonly [string, unknown]): boolean => received !== 'undefined';
  const rule = 'a finite number of at least 0';
  refusesField(movementFromTotals, STOCK, 'lostCustomers', 'not-a-quantity', rule, NO_QUANTITIES.filter(given));
  const numbers = NO_FINITE_NUMBERS.filter(given);
  refusesField(movementFromTotals, STOCK, 'netAdditions', 'not-a-number', 'a finite number', numbers);
});

describe.skipIf(dishFile === undefined)('published: a pay-television company, 1998 to 2015', () => {
  interface QuarterMovement extends TotalsMovement {
    readonly end: string;
    readonly monthlyChurn: number | undefined;
  }

  function movements(): QuarterMovement[] {
    const quarters = readQuarters(dishFile!);
    return quarters.flatMap(({ end, subscribers, grossAdditions, netAdditions, monthlyChurn }, place) => {
      if (grossAdditions === undefined) return [];
      const movement = movementFromTotals({
        customersAtStart: quarters[place - 1]!.subscribers,
        customersAtEnd: subscribers,
        newCustomers: grossAdditions,
        netAdditions,
      });
      return [{ ...movement, end, monthlyChurn }];
    });
  }

  /** Lost in a month over the mean of the two stocks. */
  const monthly = ({ lostCustomers, customersAtStart, customersAtEnd }: TotalsMovement): number =>
    lostCustomers / 3 / ((customersAtStart + customersAtEnd) / 2);

  test('no gross additions are published before 1998', () => {
    expect(movements()[0]!.end).toBe('1998-03-31');
    expect(movements()).toHaveLength(69);
  });

  test('stock and flow differ in exactly eight quarters, all of 2000 to 2002', () => {
    const gaps = movements().filter(({ stockFlowGap }) => stockFlowGap !== 0);
    expect(gaps.map(({ end }) => end)).toEqual(stockFlowGaps.map(({ quarterEnd }) => quarterEnd));
    gaps.forEach(({ stockFlowGap }, place) => {
      expect(Math.abs(stockFlowGap - stockFlowGaps[place]!.gapMillion)).toBeLessThan(1e-14);
    });
  });

  test('the gaps add up to 0 within each year: recounts, not customers', () => {
    for (const year of ['2000', '2001', '2002']) {
      const gaps = movements().filter(({ end }) => end.startsWith(year));
      expect(Math.abs(gaps.reduce((sum, { stockFlowGap }) => sum + stockFlowGap, 0))).toBeLessThan(1e-14);
    }
  });

  test('churn per quarter is worked arithmetic: early 2004, 0.785 - 0.36 = 0.425 of 9.425 million', () => {
    const byEnd = new Map(movements().map((movement) => [movement.end, movement]));
    expect(ulpsApart(churnRate(byEnd.get('2004-03-31')!), 0.425 / 9.425)).toBeLessThanOrEqual(8);
    // 0.752 + 0.025 of 13.815 million, and 0.554 + 0.134 of 13.978 million.
    expect(ulpsApart(churnRate(byEnd.get('2008-06-30')!), 0.777 / 13.815)).toBeLessThanOrEqual(8);
    expect(ulpsApart(churnRate(byEnd.get('2015-03-31')!), 0.688 / 13.978)).toBeLessThanOrEqual(8);
  });

  test('the churn a month comes within 0.00015 of the published one in every first, second and third quarter since 2003', () => {
    const compared = movements().filter(
      ({ end, monthlyChurn }) => monthlyChurn !== undefined && end > '2003' && !end.endsWith('12-31'),
    );
    expect(compared).toHaveLength(37);
    const off = compared.map((movement) => Math.abs(monthly(movement) - movement.monthlyChurn!));
    expect(Math.max(...off)).toBeLessThan(0.00015);
  });

  test('the churn published for a fourth quarter is that of the year: the mean of its four quarters, within 0.00025', () => {
    const all = movements();
    const lasts = all.filter(({ end, monthlyChurn }) => end.endsWith('12-31') && monthlyChurn !== undefined);
    expect(lasts).toHaveLength(14);
    for (const last of lasts) {
      const place = all.indexOf(last);
      const year = all.slice(place - 3, place + 1).reduce((sum, quarter) => sum + monthly(quarter), 0) / 4;
      expect(Math.abs(year - last.monthlyChurn!)).toBeLessThan(0.00025);
    }
  });
});
