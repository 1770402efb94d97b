export const value: Readonly<Record<string, readonly unknown[]>> = {
  averageOrderValue: [{ revenue: 100, orders: 5 }],
  customerLifetimeValue: [{ averageOrderValue: 20, purchaseFrequency: 3, lifespan: 2, grossMargin: 0.3 }],
  netCustomerLifetimeValue: [
    { averageOrderValue: 20, purchaseFrequency: 3, lifespan: 2, grossMargin: 0.3, acquisitionCost: 10 },
  ],
  purchaseFrequency: [{ orders: 5, buyers: 3 }],
};
