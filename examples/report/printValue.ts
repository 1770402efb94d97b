import type { MarketReport } from './analyse.ts';
import { counted, decimal, money, percent } from './format.ts';
import type { Paint } from './paint.ts';
import { left, right, textTable } from './textTable.ts';

/** What a customer is worth, and from what that follows. */
export function printValue({ value, market }: MarketReport, paint: Paint): string[] {
  const { currency, grossMargin } = market;
  const hasMargin = !Number.isNaN(grossMargin);
  const basis = hasMargin ? 'of margin' : 'of revenue';
  const costNote = Number.isNaN(value.acquisitionCost) ? 'not given' : 'a customer';
  const margin = [
    'the same of margin',
    money(value.grossMarginLifetimeValue, currency),
    `times gross margin ${percent(grossMargin)}`,
  ];
  const rows = [
    ['average order value', money(value.averageOrderValue, currency), counted(value.totals.orders, 'order')],
    ['orders a buyer and year', decimal(value.purchaseFrequency), counted(value.totals.buyers, 'buyer')],
    ['churn a year', percent(value.yearlyChurnRate), 'of the customers of twelve months ago'],
    ['lifespan in years', decimal(value.lifespanInYears), '1 / churn'],
    ['customer lifetime value', money(value.customerLifetimeValue, currency), 'order value x frequency x lifespan'],
    ...(hasMargin ? [margin] : []),
    ['acquisition cost', money(value.acquisitionCost, currency), costNote],
    ['net of acquisition cost', money(value.netValue, currency), `value ${basis} - acquisition cost`],
    ['value to cost', decimal(value.valueToCostRatio), `value ${basis} / acquisition cost`],
    ['payback in months', decimal(value.paybackMonths), `acquisition cost / value ${basis} a month, nobody lost`],
  ];
  return [
    `${paint('bold', 'What a customer is worth')} (12 months before the day of the report)`,
    textTable([left('figure'), right('value'), left('from')], rows),
  ];
}
