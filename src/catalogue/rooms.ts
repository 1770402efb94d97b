import type { MetricRoom } from './types.ts';

/** The rooms of the library, in the order in which most people meet them. */
export const rooms: readonly MetricRoom[] = [
  { id: 'rates', meaning: 'customers kept, lost, won and won back' },
  { id: 'cohorts', meaning: 'who came when, and who of them came back' },
  { id: 'value', meaning: 'what customers bring, and what it costs to win, serve and keep them' },
  { id: 'models', meaning: 'what customers are expected to buy and to bring, by fitted models' },
  { id: 'surveys', meaning: 'what customers say' },
  { id: 'support', meaning: 'how soon and how well customers are helped' },
  { id: 'segments', meaning: 'which customers are alike, and how much hangs on the few' },
  { id: 'risk', meaning: 'who is about to leave, why, and what to do about it' },
  { id: 'goals', meaning: 'whether figures are on their way, and how they compare with those of others' },
];
