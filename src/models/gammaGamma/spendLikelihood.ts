import { digammaStep } from '../../numeric/special/digammaStep.ts';
import { logGamma } from '../../numeric/special/logGamma.ts';
import { logGammaRatio } from '../../numeric/special/logGammaRatio.ts';
import { trigamma } from '../../numeric/special/trigamma.ts';
import { trigammaStep } from '../../numeric/special/trigammaStep.ts';
import type { LikelihoodPoint } from '../../statistics/maximumLikelihood.ts';
import type { DistinctRows } from '../compressRows.ts';
import { type FrequencyBlocks, frequencyBlocks } from '../frequencyBlocks.ts';

/**
 * The log-likelihood of spend with its derivatives by p, q and v. With y = x z / v a customer of x purchases of mean z
 * has
 *
 * log Gamma(p x + q) - log Gamma(p x) - log Gamma(q) - q log(1 + y) - p x log(1 + 1 / y) - log z
 *
 * where nothing cancels, however large p and q are. The gamma functions are those of a frequency, and a row costs one
 * logarithm.
 */
export function spendLikelihood(rows: DistinctRows): (parameters: Float64Array) => LikelihoodPoint {
  const blocks = frequencyBlocks(rows.columns[0]!, rows.weight);
  const logs = logAmounts(rows);
  const logSpends = sumOfLogSpends(rows, logs);
  return (parameters) => {
    const [p, q, v] = parameters as unknown as [number, number, number];
    const point = { value: -logSpends, gradient: new Float64Array(3), hessian: new Float64Array(9) };
    for (let block = 0; block < blocks.frequency.length; block++) {
      const sums = sumBlock(rows, logs, blocks, block, v);
      addBlock(point, { p, q, v, purchases: blocks.frequency[block]!, customers: blocks.weight[block]!, ...sums });
    }
    const { hessian } = point;
    hessian[3] = hessian[1]!;
    hessian[6] = hessian[2]!;
    hessian[7] = hessian[5]!;
    return point;
  };
}

/** log(x z) of each row. */
function logAmounts({ columns: [frequency, spend] }: DistinctRows): Float64Array {
  return spend!.map((value, row) => Math.log(frequency![row]!) + Math.log(value));
}

function sumOfLogSpends({ columns: [frequency], weight }: DistinctRows, logs: Float64Array): number {
  let total = 0;
  for (let row = 0; row < logs.length; row++) total += weight[row]! * (logs[row]! - Math.log(frequency![row]!));
  return total;
}

/** Sums over the customers of a block, with t = 1 / (1 + y). */
interface BlockSums {
  /** Of log(1 + y). */
  readonly above: number;
  /** Of log(1 + 1 / y). */
  readonly below: number;
  /** Of t. */
  readonly prior: number;
  /** Of 1 - t. */
  readonly own: number;
  /** Of t^2. */
  readonly priorSquare: number;
  /** Of 1 - t^2. */
  readonly ownSquare: number;
}

function sumBlock(
  { columns, weight }: DistinctRows,
  logs: Float64Array,
  { frequency, offsets }: FrequencyBlocks,
  block: number,
  v: number,
): BlockSums {
  const spend = columns[1]!;
  const logScale = Math.log(v);
  const end = offsets[block + 1]!;
  let above = 0;
  let below = 0;
  let prior = 0;
  let own = 0;
  let priorSquare = 0;
  let ownSquare = 0;
  for (let row = offsets[block]!; row < end; row++) {
    const times = weight[row]!;
    const y = frequency[block]! * (spend[row]! / v);
    // Of y and 1 / y the smaller one is taken, which is finite and next to which 1 keeps its digits.
    const isSmall = y < 1;
    const smaller = isSmall ? y : 1 / y;
    const logged = Math.log1p(smaller);
    const logRatio = logs[row]! - logScale;
    const larger = 1 / (1 + smaller);
    const rest = smaller * larger;
    const t = isSmall ? larger : rest;
    const other = isSmall ? rest : larger;
    above += times * (isSmall ? logged : logged + logRatio);
    below += times * (isSmall ? logged - logRatio : logged);
    prior += times * t;
    own += times * other;
    priorSquare += times * t * t;
    ownSquare += times * other * (1 + t);
  }
  return { above, below, prior, own, priorSquare, ownSquare };
}

interface Block extends BlockSums {
  readonly p: number;
  readonly q: number;
  readonly v: number;
  readonly purchases: number;
  readonly customers: number;
}

/** Adds what the customers of one frequency say; of the second derivatives those on and above the diagonal. */
function addBlock(point: { value: number } & Omit<LikelihoodPoint, 'value'>, block: Block): void {
  const { p, q, v, purchases, customers, above, below, prior, own, priorSquare, ownSquare } = block;
  const { gradient, hessian } = point;
  const shape = p * purchases;
  // The difference of two large ones is that of the larger and the sum.
  const logGammas = logGammaRatio(Math.max(shape, q), Math.min(shape, q)) - logGamma(Math.min(shape, q));
  point.value += customers * logGammas - q * above - shape * below;
  gradient[0]! += purchases * (customers * digammaStep(shape, q) - below);
  gradient[1]! += customers * digammaStep(q, shape) - above;
  gradient[2]! += (q * own - shape * prior) / v;
  hessian[0]! += purchases * purchases * customers * trigammaStep(shape, q);
  hessian[1]! += purchases * customers * trigamma(shape + q);
  hessian[2]! -= (purchases * prior) / v;
  hessian[4]! += customers * trigammaStep(q, shape);
  hessian[5]! += own / v;
  hessian[8]! += (shape * priorSquare - q * ownSquare) / v / v;
}
