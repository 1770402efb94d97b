import { asOf, month, tenures } from './shared.ts';

export const rates: Readonly<Record<string, readonly unknown[]>> = {
  averageLifespan: [{ churnRate: 0.05 }],
  churnRate: [{ customersAtStart: 200, customersAtEnd: 210, newCustomers: 40, lostCustomers: 30 }],
  churnRateOverPeriods: [{ churnRate: 0.05, periods: 12 }],
  customerGrowthRate: [{ customersAtStart: 200, customersAtEnd: 210 }],
  customerMovement: [tenures, { from: 0, to: asOf }],
  customerMovements: [tenures, { ...month, from: 0, to: asOf }],
  growthRateOverPeriods: [{ growthRate: 0.05, periods: 12 }],
  movementFromTotals: [{ customersAtStart: 200, customersAtEnd: 210, newCustomers: 40, lostCustomers: 30 }],
  reactivationRate: [{ returnedCustomers: 5, formerCustomersAtStart: 50 }],
  repeatPurchaseRate: [{ buyers: 50, repeatBuyers: 20 }],
  retentionRate: [{ customersAtStart: 200, customersAtEnd: 210, newCustomers: 40 }],
  retentionRateOverPeriods: [{ retentionRate: 0.95, periods: 12 }],
};
