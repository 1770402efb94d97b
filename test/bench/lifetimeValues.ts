// Values of a million customers over twelve months, by the models fitted to them.
//
//   npx tsx test/bench/lifetimeValues.ts [customers] [rounds]
import { bgNbd, expectedLifetimeValues, gammaGamma, mbgNbd, paretoNbd, purchaseForecast } from '../../src/index.ts';
import { syntheticCustomers } from '../models/syntheticCustomers.ts';

const [count = 1_000_000, rounds = 5] = process.argv.slice(2).map(Number);
const YEAR = 365.2425 / 7;

const drawn = syntheticCustomers(count);
const customers = Array.from(drawn.frequency, (_, customer) => customer);
const summary = { customers, ...drawn };
const spendFit = gammaGamma.fit(summary);

/** The median of several runs, in milliseconds, after one that warms up. */
function median(run: () => unknown): number {
  run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)]!;
}

for (const purchaseFit of [bgNbd.fit(summary), mbgNbd.fit(summary), paretoNbd.fit(summary)]) {
  const options = { purchaseFit, spendFit, horizon: YEAR };
  const plain = median(() => expectedLifetimeValues(summary, options));
  const discounted = median(() =>
    expectedLifetimeValues(summary, { ...options, discountRate: 0.002, acquisitionCost: 5 }),
  );
  const forecast = median(() => purchaseForecast(summary, { purchaseFit, horizon: YEAR }));
  const figures = { purchaseForecast: forecast, values: plain, 'values, discounted': discounted };
  for (const [name, time] of Object.entries(figures)) console.log(purchaseFit.model, name, `${time.toFixed(0)} ms`);
}
