import type { LikelihoodPoint } from '../../statistics/maximumLikelihood.ts';
import type { DistinctRows } from '../compressRows.ts';
import { frequencyBlocks } from '../frequencyBlocks.ts';
import { newRisingSums, risingSums } from '../risingSums.ts';
import { layLeavingTimes, newLeavingTimes } from './leavingTimes.ts';

/**
 * The log-likelihood of the Pareto/NBD model. For x repeats, the last at t, seen for T:
 *
 * ln (r)_x + r ln alpha + s ln beta + ln( (alpha + T)^-(r + x) (beta + T)^-s
 *   + s times the integral from t to T of (alpha + u)^-(r + x) (beta + u)^-(s + 1) du )
 *
 * as the sum over still being there and over every moment of having left: it never cancels, as the difference of
 * hypergeometric functions does, and needs no case for alpha = beta. Schmittlein, Morrison and Colombo (1987).
 */
export function paretoNbdLikelihood({ columns, weight }: DistinctRows): (parameters: Float64Array) => LikelihoodPoint {
  const [frequency, recency, age] = columns as [Float64Array, Float64Array, Float64Array];
  const blocks = frequencyBlocks(frequency, weight);
  const buying = newRisingSums(blocks.frequency.length);
  const row = newRowSums();
  return (parameters) => {
    const [r, alpha, s, beta] = parameters as unknown as [number, number, number, number];
    risingSums(blocks.frequency, r, buying);
    const gradient = new Float64Array(4);
    const hessian = new Float64Array(16);
    const all = weight.reduce((total, customers) => total + customers, 0);
    let value = all * (r * Math.log(alpha) + s * Math.log(beta));
    gradient[0]! += all * Math.log(alpha);
    gradient[1]! += (all * r) / alpha;
    gradient[2]! += all * Math.log(beta);
    gradient[3]! += (all * s) / beta;
    hessian[1]! += all / alpha;
    hessian[5]! -= (all * r) / (alpha * alpha);
    hessian[11]! += all / beta;
    hessian[15]! -= (all * s) / (beta * beta);
    for (let block = 0; block < blocks.frequency.length; block++) {
      value += blocks.weight[block]! * buying.value[block]!;
      gradient[0]! += blocks.weight[block]! * buying.first[block]!;
      hessian[0]! += blocks.weight[block]! * buying.second[block]!;
      for (let at = blocks.offsets[block]!; at < blocks.offsets[block + 1]!; at++) {
        sumRow(row, r + blocks.frequency[block]!, alpha, s, beta, recency[at]!, age[at]!);
        value += weight[at]! * row.value;
        for (let i = 0; i < 4; i++) {
          gradient[i]! += weight[at]! * row.gradient[i]!;
          for (let j = i; j < 4; j++) hessian[4 * i + j]! += weight[at]! * row.hessian[4 * i + j]!;
        }
      }
    }
    for (let i = 0; i < 4; i++) for (let j = 0; j < i; j++) hessian[4 * i + j] = hessian[4 * j + i]!;
    return { value, gradient, hessian };
  };
}

function newRowSums() {
  return { value: 0, gradient: new Float64Array(4), hessian: new Float64Array(16), times: newLeavingTimes() };
}

/**
 * The logarithm of the sum over a customer's possible fates and its derivatives: means, over the fates, of the slopes
 * of each, and of their second derivatives and products.
 */
function sumRow(
  row: ReturnType<typeof newRowSums>,
  shape: number,
  alpha: number,
  s: number,
  beta: number,
  recency: number,
  age: number,
): void {
  layLeavingTimes(row.times, shape, alpha, s, beta, recency, age);
  const { time, weight, count } = row.times;
  const logAlpha = Math.log(alpha + recency);
  const logBeta = Math.log(beta + recency);
  let total = 0;
  let r = 0;
  let a = 0;
  let l = 0;
  let b = 0;
  let rr = 0;
  let ra = 0;
  let rl = 0;
  let rb = 0;
  let aa = 0;
  let al = 0;
  let ab = 0;
  let ll = 0;
  let lb = 0;
  let bb = 0;
  for (let i = 0; i <= count; i++) {
    // The last fate is that of a customer who is still there.
    const isThere = i === count;
    const at = isThere ? age : time[i]!;
    const power = isThere ? s : s + 1;
    const byR = -Math.log(alpha + at);
    const byL = -Math.log(beta + at);
    const overAlpha = 1 / (alpha + at);
    const overBeta = 1 / (beta + at);
    const size = (isThere ? 1 : s * weight[i]!) * Math.exp(shape * (logAlpha + byR) + (s + 1) * logBeta + power * byL);
    const slopeA = -shape * overAlpha;
    const slopeL = byL + (isThere ? 0 : 1 / s);
    const slopeB = -power * overBeta;
    total += size;
    r += size * byR;
    a += size * slopeA;
    l += size * slopeL;
    b += size * slopeB;
    rr += size * byR * byR;
    ra += size * (byR * slopeA - overAlpha);
    rl += size * byR * slopeL;
    rb += size * byR * slopeB;
    aa += size * slopeA * (slopeA - overAlpha);
    al += size * slopeA * slopeL;
    ab += size * slopeA * slopeB;
    ll += size * (slopeL * slopeL - (isThere ? 0 : 1 / (s * s)));
    lb += size * (slopeL * slopeB - overBeta);
    bb += size * slopeB * (slopeB - overBeta);
  }
  const { gradient, hessian } = row;
  row.value = Math.log(total) - shape * logAlpha - (s + 1) * logBeta;
  gradient[0] = r / total;
  gradient[1] = a / total;
  gradient[2] = l / total;
  gradient[3] = b / total;
  hessian[0] = rr / total - gradient[0] * gradient[0];
  hessian[1] = ra / total - gradient[0] * gradient[1];
  hessian[2] = rl / total - gradient[0] * gradient[2];
  hessian[3] = rb / total - gradient[0] * gradient[3];
  hessian[5] = aa / total - gradient[1] * gradient[1];
  hessian[6] = al / total - gradient[1] * gradient[2];
  hessian[7] = ab / total - gradient[1] * gradient[3];
  hessian[10] = ll / total - gradient[2] * gradient[2];
  hessian[11] = lb / total - gradient[2] * gradient[3];
  hessian[15] = bb / total - gradient[3] * gradient[3];
}
