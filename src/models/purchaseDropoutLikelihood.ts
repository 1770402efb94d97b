import type { LikelihoodPoint } from '../statistics/maximumLikelihood.ts';
import type { DistinctRows } from './compressRows.ts';
import { frequencyBlocks } from './frequencyBlocks.ts';
import { newRisingSums, risingSums } from './risingSums.ts';

/** Sums over the rows of one frequency: of the chance to have left, of its products with the slopes of its odds. */
interface RowSums {
  readonly value: number;
  readonly left: number;
  readonly spread: number;
  readonly byShape: number;
  readonly byRate: number;
  readonly spreadByShape: number;
  readonly spreadByRate: number;
  readonly shapeShape: number;
  readonly shapeRate: number;
  readonly rateRate: number;
}

/**
 * The log-likelihood of the BG/NBD model, where a customer may leave at each repeat purchase, and of the MBG/NBD model,
 * where one may leave at the first purchase as well: the two differ by one in the number of chances to leave.
 *
 * For x repeats, the last at t, seen for T, and m chances to leave:
 *
 * ln (r)_x + r ln alpha + ln (b)_m / (a + b)_m - (r + x) ln(alpha + T) + ln(1 + odds of having left)
 *
 * with odds a / (b + m - 1) ((alpha + T) / (alpha + t))^(r + x) where m > 0. Fader, Hardie and Lee (2005); Batislam,
 * Denizel and Filiztekin (2007).
 *
 * @param firstChances - chances to leave at the first purchase: 0 for BG/NBD, 1 for MBG/NBD
 */
export function purchaseDropoutLikelihood(
  { columns, weight }: DistinctRows,
  firstChances: 0 | 1,
): (parameters: Float64Array) => LikelihoodPoint {
  const [frequency, recency, age] = columns as [Float64Array, Float64Array, Float64Array];
  const blocks = frequencyBlocks(frequency, weight);
  const chances = blocks.frequency.map((count) => count + firstChances);
  const [buying, staying, all] = [0, 1, 2].map(() => newRisingSums(chances.length)) as [Rising, Rising, Rising];
  return (parameters) => {
    const [r, alpha, a, b] = parameters as unknown as [number, number, number, number];
    risingSums(blocks.frequency, r, buying);
    risingSums(chances, b, staying);
    risingSums(chances, a + b, all);
    const gradient = new Float64Array(4);
    const hessian = new Float64Array(16);
    const logAlpha = Math.log(alpha);
    let value = 0;
    for (let block = 0; block < chances.length; block++) {
      const shape = r + blocks.frequency[block]!;
      const count = chances[block]!;
      const customers = blocks.weight[block]!;
      // Without a chance to leave the odds are 0, and their logarithm is left out below.
      const logOdds = count > 0 ? Math.log(a / (b + count - 1)) : -Infinity;
      const sums = sumRows({ recency, age, weight }, blocks.offsets, block, alpha, shape, logOdds);
      value +=
        sums.value + customers * (buying.value[block]! + r * logAlpha + staying.value[block]! - all.value[block]!);
      const inverse = count > 0 ? 1 / (b + count - 1) : 0;
      gradient[0]! += sums.byShape + customers * (buying.first[block]! + logAlpha);
      gradient[1]! += sums.byRate + (customers * r) / alpha;
      gradient[2]! += sums.left / a - customers * all.first[block]!;
      gradient[3]! += customers * (staying.first[block]! - all.first[block]!) - sums.left * inverse;
      hessian[0]! += sums.shapeShape + customers * buying.second[block]!;
      hessian[1]! += sums.shapeRate + customers / alpha;
      hessian[2]! += sums.spreadByShape / a;
      hessian[3]! -= sums.spreadByShape * inverse;
      hessian[5]! += sums.rateRate - (customers * r) / (alpha * alpha);
      hessian[6]! += sums.spreadByRate / a;
      hessian[7]! -= sums.spreadByRate * inverse;
      hessian[10]! += (sums.spread - sums.left) / (a * a) - customers * all.second[block]!;
      hessian[11]! -= (sums.spread * inverse) / a + customers * all.second[block]!;
      hessian[15]! +=
        (sums.spread + sums.left) * inverse * inverse + customers * (staying.second[block]! - all.second[block]!);
    }
    return { value, gradient, hessian: mirrored(hessian, 4) };
  };
}

type Rising = ReturnType<typeof newRisingSums>;

type Columns = Readonly<Record<'recency' | 'age' | 'weight', Float64Array>>;

function sumRows(
  { recency, age, weight }: Columns,
  offsets: Int32Array,
  block: number,
  alpha: number,
  shape: number,
  logOdds: number,
): RowSums {
  let value = 0;
  let left = 0;
  let spread = 0;
  let byShape = 0;
  let byRate = 0;
  let spreadByShape = 0;
  let spreadByRate = 0;
  let shapeShape = 0;
  let shapeRate = 0;
  let rateRate = 0;
  for (let row = offsets[block]!; row < offsets[block + 1]!; row++) {
    const customers = weight[row]!;
    const end = alpha + age[row]!;
    const last = alpha + recency[row]!;
    const logEnd = Math.log(end);
    const silence = Math.log(end / last);
    const exponent = logOdds + shape * silence;
    // Either form of the odds stays below infinity, and 1 + odds keeps the digits of small ones.
    const small = Math.exp(-Math.abs(exponent));
    const share = exponent > 0 ? 1 / (1 + small) : small / (1 + small);
    const gone = customers * share;
    const both = gone * (exponent > 0 ? small / (1 + small) : 1 / (1 + small));
    const slope = shape * (1 / end - 1 / last);
    value += customers * (Math.max(exponent, 0) + Math.log1p(small) - shape * logEnd);
    left += gone;
    spread += both;
    byShape += gone * silence - customers * logEnd;
    byRate += gone * slope - (customers * shape) / end;
    spreadByShape += both * silence;
    spreadByRate += both * slope;
    shapeShape += both * silence * silence;
    shapeRate += (gone * slope) / shape + both * silence * slope - customers / end;
    rateRate += both * slope * slope + shape * ((customers - gone) / (end * end) + gone / (last * last));
  }
  return { value, left, spread, byShape, byRate, spreadByShape, spreadByRate, shapeShape, shapeRate, rateRate };
}

/** Fills the lower half of a symmetric matrix from the upper one. */
function mirrored(matrix: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) matrix[i * size + j] = matrix[j * size + i]!;
  return matrix;
}
