import { checkLeast, checkOptions } from '../core/checks.ts';
import { refuse } from '../core/errors.ts';
import { seededRandom } from '../numeric/seededRandom.ts';
import { type ContractShape, logSurvival } from './contractSurvival.ts';
import { MOST_RENEWALS } from './contractTally.ts';
import type { ContractSimulationOptions, SimulatedContracts } from './contractTypes.ts';

const MOST_CUSTOMERS = 10_000_000;

/**
 * One cohort drawn from a model. A customer's own chance to leave is not drawn apart: over all of them the number of
 * renewals has the law of the model, and one uniform number tells it.
 */
export function simulateContracts(
  metric: string,
  shape: ContractShape,
  options: ContractSimulationOptions,
): SimulatedContracts {
  const { seed, customers, periods } = readSimulation(metric, options);
  const survival = Float64Array.from({ length: periods + 1 }, (_, t) => Math.exp(logSurvival(shape, 0, t)));
  const left = new Float64Array(periods + 1);
  const random = seededRandom(seed);
  for (let customer = 0; customer < customers; customer++) left[lastAbove(survival, random.uniform())]!++;
  const survivors: number[] = [];
  let still = customers;
  for (const leaving of left) {
    survivors.push(still);
    still -= leaving;
  }
  return { cohorts: [{ survivors }] };
}

/** Refuses choices of `simulate` that are none, and gives them back. */
export function readSimulation(metric: string, options: ContractSimulationOptions): ContractSimulationOptions {
  checkOptions(metric, options, ['seed', 'customers', 'periods']);
  const { seed, customers, periods } = options;
  if (!Number.isSafeInteger(seed)) refuse('not-an-option', metric, ['seed'], 'a safe integer', seed);
  checkLeast(metric, 'customers', customers, 1);
  if (customers > MOST_CUSTOMERS) refuse('above-limit', metric, ['customers'], `at most ${MOST_CUSTOMERS}`, customers);
  checkLeast(metric, 'periods', periods, 1);
  if (periods > MOST_RENEWALS) refuse('above-limit', metric, ['periods'], `at most ${MOST_RENEWALS}`, periods);
  return options;
}

/** The last place whose value is above a level; values start at 1, above any level, and never rise. */
function lastAbove(values: Float64Array, level: number): number {
  let low = 0;
  let high = values.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (values[middle]! > level) low = middle;
    else high = middle;
  }
  return low;
}
