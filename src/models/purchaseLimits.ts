import type { Limit } from '../statistics/maximumLikelihood.ts';

// What it says of purchases that a parameter ran away, where more than one model can say it.

/** The first parameter of the law of buying goes to 0. */
export const HARDLY_ANYBODY: Limit = {
  meaning: 'hardly anybody buys again',
  instead: 'wait for more repeat purchases',
};

/** The second one goes to 0. */
export const AT_ONCE: Limit = {
  meaning: 'hardly anybody buys again, and who does buys at once',
  instead: 'look for orders split in two',
};

/** Both go to infinity. */
export const ONE_PACE: Limit = {
  meaning: 'all customers buy at one and the same rate, if at all, or the data cannot tell them apart',
  instead: 'a single Poisson rate of purchases, r / alpha',
};

/** The law of leaving says never. */
export const NOBODY_LEAVES: Limit = {
  meaning: 'nobody is seen to leave',
  instead: 'the negative binomial model of purchases, without leaving',
};

/** The law of leaving says at once or never. */
export const AT_ONCE_OR_NEVER: Limit = {
  meaning: 'customers leave at their first chance to, or never',
  instead: 'two segments, fitted apart',
};
