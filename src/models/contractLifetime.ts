import { integrate } from '../numeric/integrate.ts';
import { type ContractShape, logSurvival, logSurvivalOver } from './contractSurvival.ts';

/** Which payments are added up, and what each is worth. */
export interface PaymentStream {
  /** How often the customer has renewed. */
  readonly renewals: number;
  /** The first renewal ahead whose payment counts; 0 is that of the present period. */
  readonly first: number;
  /** The first that counts no more; Infinity where there is none. */
  readonly end: number;
  /** The renewal ahead whose payment would be made now. */
  readonly now: number;
  /** The continuous rate by which later payments are worth less. */
  readonly rate: number;
}

/** So many payments are added up one by one before the rest is taken for an integral, and at most so many. */
const LEAST_PLAIN = 64;
const MOST_PLAIN = 2 ** 17;

/** An end of the sum whose last correction is below this share of it is smooth enough. */
const SMOOTH = 1e-15;

/** Once the integrand has fallen by this logarithm from its top, what lies beyond has no digit in the integral. */
const GONE = 45;

/**
 * Gregory's coefficients without their signs: a sum from t on is the integral from t on, and these times the function
 * and its differences at t.
 */
const GREGORY = [
  1 / 2,
  1 / 12,
  1 / 24,
  19 / 720,
  3 / 160,
  863 / 60_480,
  275 / 24_192,
  33_953 / 3_628_800,
  8183 / 1_036_800,
  3_250_433 / 479_001_600,
  4671 / 788_480,
  0.005236693257950285,
  0.004677498407042265,
  0.004214952239005473,
];

/**
 * The expected worth of a stream of payments of 1 each: the sum of S(renewals + t) / S(renewals) e^(-rate (t - now))
 * over t from `first` up to, not including, `end`.
 *
 * The terms fall like a power of t where nothing is discounted, so that adding them up would never end: from where they
 * have become smooth the sum is an integral over the logarithm of the tenure and Gregory's corrections.
 */
export function expectedPayments(shape: ContractShape, stream: PaymentStream): number {
  const { renewals, first, end, now, rate } = stream;
  if (end === Infinity && rate === 0 && shape.alpha * shape.power <= 1) return Infinity;
  const payment = (t: number): number => Math.exp(logSurvival(shape, renewals, t) - rate * (t - now));
  let total = 0;
  let t = first;
  for (let plain = LEAST_PLAIN; plain <= MOST_PLAIN; plain *= 2) {
    for (const stop = Math.min(end, first + plain); t < stop; t++) total += payment(t);
    if (t === end) return total;
    const { correction, last } = endOfSum(payment, t);
    if (last > SMOOTH * total) continue;
    const beyond = end === Infinity ? 0 : endOfSum(payment, end).correction;
    return total + correction - beyond + integralFrom(shape, stream, t, payment(t));
  }
  return total;
}

/** What a sum from t on has beyond the integral from t on, and the last part of it. */
function endOfSum(payment: (t: number) => number, t: number): { correction: number; last: number } {
  const differences = GREGORY.map((_, k) => payment(t + k));
  let correction = 0;
  let last = 0;
  for (let k = 0; k < GREGORY.length; k++) {
    last = GREGORY[k]! * differences[0]!;
    correction += last;
    for (let j = 0; j < GREGORY.length - 1 - k; j++) differences[j] = differences[j]! - differences[j + 1]!;
  }
  return { correction, last: Math.abs(last) };
}

/** The integral of the payments from t to the end, given the payment at t. */
function integralFrom(
  shape: ContractShape,
  { renewals, end, rate }: PaymentStream,
  t: number,
  atStart: number,
): number {
  const tenure = renewals + t;
  const logIntegrand = (growth: number): number =>
    logSurvivalOver(shape, tenure, growth) + growth - (rate > 0 ? rate * tenure * Math.expm1(growth) : 0);
  const isEndless = end === Infinity && rate === 0;
  const farthest = isEndless ? growthToPower(shape, tenure) : Math.log1p((end - t) / tenure);
  let reach = 1 / tenure;
  for (let top = 0, value = 0; reach < farthest && value > top - GONE; reach *= 2) {
    value = logIntegrand(reach);
    top = Math.max(top, value);
  }
  const to = Math.min(reach, farthest);
  const within = integrate((growth) => Math.exp(logIntegrand(growth)), 0, to);
  // From there on the survival is a power of the tenure to the last digit.
  const beyond = isEndless && to === farthest ? Math.exp(logIntegrand(to)) / (shape.alpha * shape.power - 1) : 0;
  return atStart * tenure * (within + beyond);
}

/** How much the tenure has to grow, as a logarithm, until the survival is a power of it to the last digit. */
function growthToPower({ alpha, beta, power }: ContractShape, tenure: number): number {
  const units = Math.log(1e18) + Math.log1p(alpha) + Math.log1p(alpha + beta);
  return Math.max(0, units / power - Math.log(tenure));
}
