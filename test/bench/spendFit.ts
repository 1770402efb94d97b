// Speed of gammaGamma.fit, with the compression of the customers, and of compressRows. Run: npx tsx test/bench/spendFit.ts
import { compressRows } from '../../src/models/compressRows.ts';
import { fit as fitSpend } from '../../src/models/gammaGamma/fit.ts';
import { syntheticCustomers } from '../models/syntheticCustomers.ts';
import { medians } from './medians.ts';

const ROUNDS = 25;
const WARM = 10;

const customers = syntheticCustomers(1_000_000);
const first = (count: number) => ({
  frequency: customers.frequency.slice(0, count),
  recency: customers.recency.slice(0, count),
  age: customers.age.slice(0, count),
  meanSpend: customers.meanSpend.slice(0, count),
});
// As many customers as the sample of CDNOW has, and two larger shops.
const shops = [2357, 100_000, 1_000_000].map(first);

const tasks = shops.flatMap((shop) => [
  () => fitSpend(shop),
  () => compressRows([shop.frequency, shop.recency, shop.age], undefined),
]);
const times = medians(tasks, ROUNDS, WARM);

console.log(`Medians of ${ROUNDS} warm rounds, in milliseconds`);
shops.forEach((shop, place) => {
  const { evaluations, distinctRows } = fitSpend(shop);
  const [fitting, compressing] = [times[2 * place]!, times[2 * place + 1]!];
  console.log(
    `${String(shop.frequency.length).padStart(9)} customers: gammaGamma.fit ${fitting.toFixed(2)} ` +
      `(${evaluations} evaluations of ${distinctRows} rows), compressRows of three columns ${compressing.toFixed(2)}`,
  );
});
