export { averageOrderValue, type OrderTotals } from './averageOrderValue.ts';
export { customerLifetimeValue, type LifetimeValueParts } from './customerLifetimeValue.ts';
export { type NetLifetimeValueParts, netCustomerLifetimeValue } from './netCustomerLifetimeValue.ts';
export { type BuyerTotals, purchaseFrequency } from './purchaseFrequency.ts';
