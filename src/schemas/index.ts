export {
  churnConversion,
  churnCounts,
  growthConversion,
  growthCounts,
  lifespanInput,
  publishedTotals,
  reactivationCounts,
  repeatPurchaseCounts,
  retentionConversion,
  retentionCounts,
} from './rates.ts';
export { buyerTotals, lifetimeValueParts, netLifetimeValueParts, orderTotals } from './value.ts';
