import type { MarketReport } from './analyse.ts';
import { count, decimal, money, percent } from './format.ts';
import type { Paint } from './paint.ts';
import { left, right, textTable } from './textTable.ts';

/** Customers by recency, frequency and money, and how much of the revenue hangs on how few. */
export function printSegments({ market, segments: figures }: MarketReport, paint: Paint): string[] {
  const { segments, definition, concentration } = figures;
  const columns = [
    left('segment'),
    right('customers'),
    right('share'),
    right('revenue'),
    right('of revenue'),
    right('days since last order'),
  ];
  // The rules leave nobody out; were they changed, a row of the others would show it.
  const shown = segments.filter(({ name, customers }) => name !== definition.otherName || customers > 0);
  const rows = shown.map((segment) => [
    segment.name,
    count(segment.customers),
    percent(segment.share),
    money(segment.revenue, market.currency),
    percent(segment.revenueShare),
    count(segment.meanRecencyDays),
  ]);
  const { topFifthShare, customersOfFourFifths } = concentration;
  return [
    `${paint('bold', 'Segments by recency, frequency and money')} (each scored 1 to 5 by quantiles)`,
    textTable(columns, rows),
    `The top fifth of the customers brings ${percent(topFifthShare)} of the revenue; ` +
      `80 % of it comes from ${percent(customersOfFourFifths)} of them; ` +
      `Gini coefficient ${decimal(concentration.giniCoefficient)}.`,
  ];
}
