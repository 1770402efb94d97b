import type { Limit } from '../../statistics/maximumLikelihood.ts';

const ALIKE: Limit = {
  meaning: 'customers do not differ in what they spend: their means differ no more than by chance',
  instead: 'take the mean spend of all purchases for every customer',
};

const STEADY: Limit = {
  meaning: 'as far as mean spends tell, customers differ, and each spends the same at every purchase',
  instead: "take each customer's own mean spend",
};

const UNEVEN: Limit = {
  meaning: "a customer's purchases differ so widely that they tell nothing of the customer",
  instead: 'look for amounts that are next to 0 beside the others, and take the mean spend of all purchases',
};

const SPREAD: Limit = {
  meaning: 'customers differ so widely that their mean spend is infinite',
  instead: 'look for spend in mixed units or currencies, and fit the groups apart',
};

/** What it says of spend where a parameter runs away. */
export const SPEND_LIMITS: Readonly<Record<'p' | 'q' | 'v', { readonly zero: Limit; readonly infinity: Limit }>> = {
  p: { zero: UNEVEN, infinity: STEADY },
  q: { zero: SPREAD, infinity: ALIKE },
  // The scale follows a shape: p v / q is the size of the spend.
  v: { zero: STEADY, infinity: ALIKE },
};
