import type { MarketReport } from './analyse.ts';
import { count, percent, percentRange, range, tenths } from './format.ts';
import type { Paint } from './paint.ts';
import { left, right, textTable } from './textTable.ts';

/** How long customers waited for help, by quarter. */
export function printSupport({ support }: MarketReport, paint: Paint): string[] {
  if (support === undefined) return [];
  const { quarters } = support;
  const columns = [
    left('quarter'),
    right('tickets'),
    right('customers'),
    right('unresolved at its end'),
    right('95 % interval'),
    right('median hours'),
    right('95 % interval'),
  ];
  const rows = quarters.map((quarter) => [
    quarter.state === 'partial' ? `${quarter.label} *` : quarter.label,
    count(quarter.openedTickets),
    count(quarter.contactingCustomers),
    percent(quarter.unresolvedShare),
    percentRange(quarter.unresolvedInterval),
    tenths(quarter.resolutionTime.estimate),
    range(quarter.resolutionTime, tenths),
  ]);
  return [
    `${paint('bold', 'Requests for help')}, by the quarter of their opening (median hours until they are resolved, nights too)`,
    textTable(columns, rows),
    ...(quarters.some(({ state }) => state === 'partial') ? ['* still under way'] : []),
  ];
}
