import { checkOptions } from '../core/checks.ts';
import { type LikelihoodPoint, type LikelihoodProblem, maximumLikelihood } from '../statistics/maximumLikelihood.ts';
import { type ContractTally, tallyContracts } from './contractTally.ts';
import type { ContractFit, ContractHistories } from './contractTypes.ts';

/** What sets one contractual model apart where it is fitted. */
export interface ContractFitParts<Model extends string, Name extends string> {
  readonly model: Model;
  readonly names: readonly Name[];
  readonly limits: LikelihoodProblem<Name>['limits'];
  /** Refuses what are no parameters. */
  readonly check: (metric: string, parameters: Readonly<Record<Name, number>>) => void;
  /** A first guess, in the order of the names. */
  readonly start: (tally: ContractTally) => readonly number[];
  readonly likelihood: (tally: ContractTally, parameters: ArrayLike<number>) => LikelihoodPoint;
}

/** Checks the data, and looks for the parameters with the greatest likelihood. */
export function fitContracts<Model extends string, Name extends string>(
  parts: ContractFitParts<Model, Name>,
  data: ContractHistories,
  options: { readonly start?: Readonly<Record<Name, number>> },
): ContractFit<Model, Name> {
  const { model, names, limits, likelihood } = parts;
  const metric = `${model}.fit`;
  const tally = tallyContracts(metric, data);
  checkOptions(metric, options, ['start']);
  const { start } = options;
  if (start !== undefined) parts.check(metric, start);
  const figures = maximumLikelihood({
    names,
    limits,
    evaluate: (parameters) => likelihood(tally, parameters),
    start: start === undefined ? parts.start(tally) : names.map((name) => start[name]),
    scales: names.map(() => 1),
    observations: tally.customers,
    distinctRows: tally.distinct,
  });
  return { model, ...figures, definition: tally.definition };
}

/** By how much two rates that are told apart have to differ, as a share of the chance to leave; below, they are one. */
const ALIKE = 1e-3;

/**
 * A first guess of alpha and beta: in the sBG one over the chance to leave rises in a line with the tenure, by 1 / alpha
 * from one renewal to the next.
 */
export function startOfContracts({ lost, renewed }: ContractTally): [alpha: number, beta: number] {
  let weights = 0;
  let meanTenure = 0;
  let meanInverse = 0;
  let product = 0;
  let square = 0;
  for (let t = 0; t < lost.length; t++) {
    if (lost[t] === 0) continue;
    const inverse = (lost[t]! + renewed[t]!) / lost[t]!;
    // How closely the inverse is known: the third power of the chance to leave times the customers who came to it.
    const weight = lost[t]! / inverse ** 2;
    weights += weight;
    const away = t - meanTenure;
    meanTenure += (away * weight) / weights;
    meanInverse += ((inverse - meanInverse) * weight) / weights;
    product += weight * away * (inverse - meanInverse);
    square += weight * away * (t - meanTenure);
  }
  if (weights === 0) return [1, 100];
  const slope = Math.max(square === 0 ? 1 : product / square, ALIKE * meanInverse);
  const alpha = 1 / slope;
  const atFirst = Math.max(meanInverse - slope * meanTenure, 1 + ALIKE);
  return [alpha, alpha * (atFirst - 1)];
}
