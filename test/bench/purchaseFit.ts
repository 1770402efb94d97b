// Speed of the fits of purchases, with the compression of the customers, and of that alone.
// Run: TENURE_DATA=... npx tsx test/bench/purchaseFit.ts
import { compressRows } from '../../src/models/compressRows.ts';
import { purchaseSummary } from '../../src/models/purchaseSummary.ts';
import type { PurchaseHistories } from '../../src/models/purchaseTypes.ts';
import { CALIBRATION_END, cdnowLog, hasCdnow } from '../models/cdnow.ts';
import { MODELS } from '../models/purchaseModels.ts';
import { syntheticCustomers } from '../models/syntheticCustomers.ts';
import { medians } from './medians.ts';

const ROUNDS = 7;
const WARM = 3;

interface Shop {
  readonly name: string;
  readonly data: PurchaseHistories;
}

function shops(): Shop[] {
  const million = syntheticCustomers(1_000_000);
  const first = (count: number) => ({
    frequency: million.frequency.slice(0, count),
    recency: million.recency.slice(0, count),
    age: million.age.slice(0, count),
  });
  const cdnow = hasCdnow ? purchaseSummary(cdnowLog(), { asOf: CALIBRATION_END, unit: 'week' }) : first(2357);
  return [
    { name: hasCdnow ? 'CDNOW' : '2,357 synthetic', data: cdnow },
    { name: '100,000 synthetic', data: first(100_000) },
    { name: '1,000,000 synthetic', data: first(1_000_000) },
  ];
}

/** Goals in milliseconds, by model and shop. */
const GOALS: Readonly<Record<string, readonly string[]>> = {
  bgNbd: ['6', '150', '600'],
  mbgNbd: ['6', '', ''],
  paretoNbd: ['40', '1000', ''],
};

console.log(
  `Medians of ${ROUNDS} warm rounds, in milliseconds; the summary of orders is not counted, the compression is.`,
);
console.log(['model', 'customers', 'fit', 'goal', 'of which rows', 'evaluations', 'distinct rows'].join('\t'));
shops().forEach(({ name, data }, place) => {
  const { frequency, recency, age } = data;
  const models = MODELS.filter((one) => !one.isDiscrete);
  // So that a small shop is measured as long as a large one.
  const rounds = place === 0 ? 10 * ROUNDS : ROUNDS;
  const times = medians(
    [
      () => compressRows([frequency, recency, age], undefined),
      ...models.map(
        ({ model }) =>
          () =>
            model.fit(data),
      ),
    ],
    rounds,
    place === 0 ? 10 * WARM : WARM,
  );
  models.forEach((one, i) => {
    const { evaluations, distinctRows, converged } = one.model.fit(data);
    const figures = [times[i + 1]!.toFixed(1), GOALS[one.name]![place] ?? '', times[0]!.toFixed(1)];
    console.log(
      [one.name, name, ...figures, `${evaluations}${converged ? '' : ', not converged'}`, distinctRows].join('\t'),
    );
  });
});
