import { type Minimum, minimise } from '../numeric/minimise.ts';
import { symmetricEigen } from '../numeric/symmetricEigen.ts';
import type { Fit, FitBoundary, FitEnding } from './fit.ts';

/** A log-likelihood and its derivatives by the parameters as they are, not by their logarithms. */
export interface LikelihoodPoint {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Row by row, symmetric. */
  readonly hessian: Float64Array;
}

/** What it says of the data that a parameter runs away, and what to do. */
export interface Limit {
  readonly meaning: string;
  readonly instead: string;
}

/** A likelihood to be made largest. All parameters are above 0. */
export interface LikelihoodProblem<Name extends string> {
  /** The parameters, in the order of every list here. */
  readonly names: readonly Name[];
  /** The log-likelihood of all observations. */
  readonly evaluate: (parameters: Float64Array) => LikelihoodPoint;
  /** A first guess. */
  readonly start: readonly number[];
  /** The natural size of each parameter. */
  readonly scales: readonly number[];
  /** What it means where a parameter runs to an end. */
  readonly limits: Readonly<Record<Name, { readonly zero: Limit; readonly infinity: Limit }>>;
  readonly observations: number;
  readonly distinctRows: number;
}

/** A fit without the name of its model. */
export type FitFigures<Name extends string> = Omit<Fit<string, Name>, 'model'>;

/** Logarithms of a parameter over its scale: the search ends beyond the first, and beyond the second it has run away. */
const FARTHEST = 20;
const AWAY = 11.5;

/** A standard error of a logarithm beyond which the data say nothing of the parameter. */
const SHAPELESS = 10;

/**
 * The parameters with the greatest likelihood, with what a fit tells of them. The search runs over the logarithms of
 * the parameters, where likelihoods of positive parameters are rounder; where it does not end at a maximum it is tried
 * once more from the scales.
 */
export function maximumLikelihood<Name extends string>(problem: LikelihoodProblem<Name>): FitFigures<Name> {
  const { scales, start } = problem;
  const first = figuresFrom(
    problem,
    start.map((value, i) => Math.log(value / scales[i]!)),
  );
  if (first.converged) return first;
  const second = figuresFrom(
    problem,
    scales.map(() => 0),
  );
  const best = second.converged || second.logLikelihood > first.logLikelihood ? second : first;
  return {
    ...best,
    iterations: first.iterations + second.iterations,
    evaluations: first.evaluations + second.evaluations,
  };
}

function figuresFrom<Name extends string>(problem: LikelihoodProblem<Name>, start: number[]): FitFigures<Name> {
  const { names, evaluate, scales, observations, distinctRows } = problem;
  const parametersAt = (point: Float64Array): Float64Array => point.map((value, i) => scales[i]! * Math.exp(value));
  const minimum = minimise(
    (point) => negativeByLogarithms(evaluate(parametersAt(point)), parametersAt(point)),
    start,
    FARTHEST,
  );
  const parameters = parametersAt(minimum.point);
  const boundaries = boundariesOf(problem, minimum.point);
  const logCovariance = inverse(minimum.hessian!, names.length);
  const ending = endingOf(minimum, boundaries, logCovariance);
  const converged = ending === 'converged';
  const covariance = names.map((_, i) =>
    names.map((_, j) =>
      converged ? logCovariance![i * names.length + j]! * parameters[i]! * parameters[j]! : Number.NaN,
    ),
  );
  return {
    parameters: named(names, (i) => parameters[i]!),
    standardErrors: named(names, (i) => Math.sqrt(covariance[i]![i]!)),
    covariance,
    logLikelihood: -minimum.value,
    aic: 2 * names.length + 2 * minimum.value,
    bic: names.length * Math.log(observations) + 2 * minimum.value,
    converged,
    ending,
    boundaries,
    gradientNorm: Math.max(...minimum.gradient.map(Math.abs)) / observations,
    iterations: minimum.iterations,
    evaluations: minimum.evaluations,
    observations,
    distinctRows,
  };
}

function named<Name extends string>(names: readonly Name[], valueAt: (index: number) => number): Record<Name, number> {
  return Object.fromEntries(names.map((name, i) => [name, valueAt(i)])) as Record<Name, number>;
}

/** The derivatives by the logarithms of the parameters, all with the sign turned. */
function negativeByLogarithms({ value, gradient, hessian }: LikelihoodPoint, parameters: Float64Array) {
  const size = parameters.length;
  const slopes = gradient.map((slope, i) => -slope * parameters[i]!);
  const bends = hessian.map((bend, at) => {
    const i = Math.floor(at / size);
    const j = at % size;
    return -bend * parameters[i]! * parameters[j]! + (i === j ? slopes[i]! : 0);
  });
  return { value: -value, gradient: slopes, hessian: bends };
}

function boundariesOf<Name extends string>(problem: LikelihoodProblem<Name>, point: Float64Array): FitBoundary[] {
  return problem.names.flatMap((parameter, i) => {
    if (!(Math.abs(point[i]!) > AWAY)) return [];
    const limit = point[i]! < 0 ? 'zero' : 'infinity';
    return [{ parameter, limit, ...problem.limits[parameter][limit] } as const];
  });
}

function endingOf(
  { ending }: Minimum,
  boundaries: readonly FitBoundary[],
  logCovariance: Float64Array | undefined,
): FitEnding {
  if (boundaries.length > 0) return 'boundary';
  if (ending === 'too many iterations') return ending;
  if (ending !== 'converged' || logCovariance === undefined) return 'no curvature';
  return 'converged';
}

/** The inverse of a matrix that bends upwards everywhere, undefined where it does not, or so little that it says nothing. */
function inverse(matrix: Float64Array, size: number): Float64Array | undefined {
  const { values, vectors } = symmetricEigen(matrix, size);
  if (!values.every((value) => value > SHAPELESS ** -2)) return undefined;
  return matrix.map((_, at) => {
    const i = Math.floor(at / size);
    const j = at % size;
    return vectors.reduce((total, vector, k) => total + (vector[i]! * vector[j]!) / values[k]!, 0);
  });
}
