/** The abscissae of the tanh-sinh rule that one level adds to those before it, from the middle towards one end. */
export interface Level {
  /** What the weights of this level and of those before it are to be multiplied by. */
  readonly step: number;
  /** How far from the end, as a share of the interval: from 1/2 downwards. */
  readonly near: Float64Array;
  /** The weights, for an interval of length 1. */
  readonly weights: Float64Array;
  /** Their logarithms. */
  readonly logWeights: Float64Array;
}

/** Beyond this the end is less than 1e-300 away. */
const FARTHEST = 6.08;

/** Each level has as many abscissae as all before it. */
const LEVELS = 11;

/** From this level on what the levels before it found negligible is left out. */
const FIRST_TRIMMED = 2;

/** Levels once made: constants that only callers of this rule should pay for. */
const made: Level[] = [];

/** The place of an abscissa before the change of variable. */
const placeOf = (depth: number, k: number): number => (depth === 0 ? k / 2 : (2 * k + 1) / 2 ** (depth + 1));

function makeLevel(depth: number): Level {
  const near: number[] = [];
  const logWeights: number[] = [];
  for (let k = 0; placeOf(depth, k) <= FARTHEST; k++) {
    const place = placeOf(depth, k);
    const logOdds = Math.PI * Math.sinh(place);
    near.push(1 / (1 + Math.exp(logOdds)));
    logWeights.push(Math.log(Math.PI * Math.cosh(place)) - logOdds - 2 * Math.log1p(Math.exp(-logOdds)));
  }
  return {
    step: 2 ** (-1 - depth),
    near: Float64Array.from(near),
    weights: Float64Array.from(logWeights, Math.exp),
    logWeights: Float64Array.from(logWeights),
  };
}

/** What is to be done with an abscissa, the k-th of a level on the side of either end; whether its term matters. */
export type TakeTerm = (level: Level, k: number, first: boolean) => boolean;

/** Takes the abscissae of one side as far out as `reach`, and says how far out the terms mattered. */
function takeSide(depth: number, first: boolean, reach: number, take: TakeTerm): number {
  const level = made[depth]!;
  let farthest = 0;
  // The middle belongs to both sides.
  for (let k = depth === 0 && !first ? 1 : 0; k < level.near.length; k++) {
    const place = placeOf(depth, k);
    if (place > reach) break;
    if (take(level, k, first)) farthest = place;
  }
  return farthest;
}

/**
 * Takes the abscissae of the tanh-sinh rule level by level until the caller is content with the sum.
 *
 * Takahasi and Mori (1974), Double exponential formulas for numerical integration.
 *
 * @param take - adds a term to the caller's sum
 * @param isSettled - asked after each level, with the step that the sum is to be multiplied by
 */
export function doubleExponential(take: TakeTerm, isSettled: (step: number) => boolean): void {
  let firstReach = 0;
  let secondReach = 0;
  for (let depth = 0; depth < LEVELS; depth++) {
    made[depth] ??= makeLevel(depth);
    const isTrimmed = depth >= FIRST_TRIMMED;
    const firstFarthest = takeSide(depth, true, isTrimmed ? firstReach : FARTHEST, take);
    const secondFarthest = takeSide(depth, false, isTrimmed ? secondReach : FARTHEST, take);
    if (isSettled(2 ** (-1 - depth))) return;
    firstReach = Math.max(firstReach, firstFarthest + 0.5);
    secondReach = Math.max(secondReach, secondFarthest + 0.5);
  }
}
