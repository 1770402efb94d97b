import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { generateShop } from '../../examples/shop/generateShop.ts';
import { eventLog } from '../../src/log/eventLog.ts';
import { purchaseTotals } from '../../src/log/purchaseTotals.ts';
import { splitBy } from '../../src/log/splitBy.ts';
import type { EventLog } from '../../src/log/types.ts';
import { averageOrderValue } from '../../src/value/averageOrderValue.ts';
import { customerAcquisitionCost } from '../../src/value/customerAcquisitionCost.ts';
import { grossMarginLifetimeValue } from '../../src/value/grossMarginLifetimeValue.ts';
import { netCustomerLifetimeValue } from '../../src/value/netCustomerLifetimeValue.ts';
import { purchaseFrequency } from '../../src/value/purchaseFrequency.ts';
import { valueToCostRatio } from '../../src/value/valueToCostRatio.ts';
import { dataFile } from '../data.ts';

/** The parts of the value that buyers had over the time of a log: a lifespan of one such time. */
function partsOf(log: EventLog) {
  const totals = purchaseTotals(log);
  return { averageOrderValue: averageOrderValue(totals), purchaseFrequency: purchaseFrequency(totals), lifespan: 1 };
}

/** Whole cents of all rows, and how many buyers, by walking over the rows. */
function walk(rows: readonly { readonly customer: string; readonly cents: number }[]): [cents: number, buyers: number] {
  const seen: Record<string, true> = {};
  let [cents, buyers] = [0, 0];
  for (const row of rows) {
    cents += row.cents;
    if (!(row.customer in seen)) buyers++;
    seen[row.customer] = true;
  }
  return [cents, buyers];
}

const file = dataFile('cdnow-sample.csv');

test.skipIf(file === undefined)(
  'CDNOW: 6,919 orders of 2,357 buyers are worth 103.56 a buyer, as walking over the rows has it',
  () => {
    const lines: { sample_id: string; date: string; amount: string }[] = parse(readFileSync(file!), { columns: true });
    const rows = lines.map(({ sample_id, date, amount }) => ({
      ...{ customer: sample_id, at: Date.parse(date), cents: Math.round(Number(amount) * 100) },
    }));
    const log = eventLog(rows, { customer: 'customer', at: 'at', amount: 'cents' });
    const parts = partsOf(log);
    const [cents, buyers] = walk(rows);
    expect([cents, buyers, rows.length]).toEqual([24_409_194, 2357, 6919]);
    const value = netCustomerLifetimeValue({ ...parts, acquisitionCost: 0 });
    expect(Math.abs(value - cents / buyers)).toBeLessThan(1e-9);
    expect(grossMarginLifetimeValue({ ...parts, grossMargin: 0.5 })).toBeCloseTo(10_356.0433 / 2, 3);
    expect(valueToCostRatio({ lifetimeValue: value, acquisitionCost: 5000 })).toBeCloseTo(2.0712, 4);
  },
);

describe('the shop', () => {
  const { orders, costs, customers } = generateShop();
  const rows = orders
    .filter(({ kind }) => kind === 'order')
    .map(({ customer_id, at, amount, market }) => ({
      ...{ customer: customer_id, at: Date.parse(at), cents: Math.round(amount * 100), market },
    }));
  const log = eventLog(rows, { customer: 'customer', at: 'at', amount: 'cents', attributes: { market: 'market' } });

  test.each(splitBy(log, 'market', { value: 'each' }))('$value: value and cost are those of its rows', (part) => {
    const [cents, buyers] = walk(rows.filter(({ market }) => market === part.value));
    let [spend, joined] = [0, 0];
    for (const row of costs) if (row.market === part.value) spend += Math.round(row.acquisition_spend * 100);
    for (const row of customers) if (row.market === part.value) joined++;
    const acquisitionCost = customerAcquisitionCost({ acquisitionSpend: spend, newCustomers: joined });
    expect(acquisitionCost * joined).toBeCloseTo(spend, 3);
    const value = netCustomerLifetimeValue({ ...partsOf(part.log), acquisitionCost });
    expect(Math.abs(value * buyers * joined - (cents * joined - spend * buyers))).toBeLessThan(1e-12 * cents * joined);
  });
});
