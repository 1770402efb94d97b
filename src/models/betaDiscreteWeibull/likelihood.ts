import { digammaStep } from '../../numeric/special/digammaStep.ts';
import { trigamma } from '../../numeric/special/trigamma.ts';
import { trigammaStep } from '../../numeric/special/trigammaStep.ts';
import type { LikelihoodPoint } from '../../statistics/maximumLikelihood.ts';
import { logSurvival } from '../contractSurvival.ts';
import type { ContractTally } from '../contractTally.ts';

type Three = readonly [alpha: number, beta: number, c: number];

/**
 * The log-likelihood of contract histories by alpha, beta and c, with its derivatives.
 *
 * With d(t) = ln S(t - 1) - ln S(t), those who renew the t-th time add -d, those who do not ln(1 - e^-d). So its
 * derivatives are those of d, which are differences of digammas and trigammas, and two factors.
 */
export function likelihood({ lost, renewed }: ContractTally, parameters: Three): LikelihoodPoint {
  const [alpha, beta, c] = parameters;
  const shape = { alpha, beta, power: c };
  const gradient = new Float64Array(3);
  const hessian = new Float64Array(9);
  let value = 0;
  for (let t = 1; t <= lost.length; t++) {
    const gone = lost[t - 1]!;
    const kept = renewed[t - 1]!;
    if (gone + kept === 0) continue;
    const drop = -logSurvival(shape, t - 1, 1);
    if (kept > 0) value -= kept * drop;
    if (gone > 0) value += gone * Math.log(-Math.expm1(-drop));
    // The derivatives of what this renewal adds, by d.
    const odds = gone > 0 ? 1 / Math.expm1(drop) : 0;
    const slope = gone * odds - kept;
    const bend = -gone * odds * (1 + odds);
    addDrop(gradient, hessian, parameters, t, slope, bend);
  }
  return { value, gradient, hessian };
}

/** Adds the derivatives of one renewal: those of d, by the chain rule. */
function addDrop(
  gradient: Float64Array,
  hessian: Float64Array,
  parameters: Three,
  t: number,
  slope: number,
  bend: number,
): void {
  const end = curveAt(parameters, t);
  const start = curveAt(parameters, t - 1);
  const [alpha, beta] = parameters;
  const step = end.units - start.units;
  const low = beta + start.units;
  const beyond = end.beyond - start.beyond;
  const byAlpha = digammaStep(alpha + low, step) + beyond;
  const first = [byAlpha, byAlpha - digammaStep(low, step) - beyond, end.byC - start.byC];
  const alphaTwice = trigammaStep(alpha + low, step);
  const byAlphaAndC = end.byAlphaAndC - start.byAlphaAndC;
  const byBetaAndC = end.byBetaAndC - start.byBetaAndC;
  const second = [
    ...[alphaTwice, alphaTwice, byAlphaAndC],
    ...[alphaTwice, alphaTwice - trigammaStep(low, step), byBetaAndC],
    ...[byAlphaAndC, byBetaAndC, end.byCTwice - start.byCTwice],
  ];
  for (let i = 0; i < 3; i++) {
    gradient[i]! += slope * first[i]!;
    for (let j = 0; j < 3; j++) hessian[3 * i + j]! += bend * first[i]! * first[j]! + slope * second[3 * i + j]!;
  }
}

/** Beyond this the gammas are powers of t^c: it may stand for all that is larger, before that overflows. */
const MOST_UNITS = 1e100;

/** -ln S(t) by c, and its derivatives. */
interface CurvePoint {
  /** t^c, at most MOST_UNITS. */
  readonly units: number;
  /** The logarithm of how much larger t^c is. */
  readonly beyond: number;
  readonly byC: number;
  readonly byCTwice: number;
  readonly byAlphaAndC: number;
  readonly byBetaAndC: number;
}

const ORIGIN: CurvePoint = { units: 0, beyond: 0, byC: 0, byCTwice: 0, byAlphaAndC: 0, byBetaAndC: 0 };

function curveAt([alpha, beta, c]: Three, t: number): CurvePoint {
  if (t === 0) return ORIGIN;
  const units = Math.min(MOST_UNITS, t ** c);
  const logTenure = Math.log(t);
  const byUnits = digammaStep(beta + units, alpha);
  const byUnitsTwice = trigammaStep(beta + units, alpha);
  const unitsByC = units * logTenure;
  return {
    units,
    beyond: Math.max(0, c * logTenure - Math.log(MOST_UNITS)),
    byC: unitsByC * byUnits,
    byCTwice: unitsByC * (logTenure * byUnits + unitsByC * byUnitsTwice),
    byAlphaAndC: unitsByC * trigamma(alpha + beta + units),
    byBetaAndC: unitsByC * byUnitsTwice,
  };
}
