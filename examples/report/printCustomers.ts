import type { MarketReport } from './analyse.ts';
import type { MovementRow } from './analyseMovements.ts';
import type { VisitFigures } from './analyseVisits.ts';
import { count, counted, percent, percentRange, tenths } from './format.ts';
import type { Paint } from './paint.ts';
import { left, right, textTable } from './textTable.ts';

/** Customers kept and lost, and how often they came. */
export function printCustomers(report: MarketReport, paint: Paint): string[] {
  const { period, lapseAfter } = report.market;
  const lost = `lost: ${lapseAfter} days without an order, so that the first ${lapseAfter} days can show no loss`;
  const subscribers = report.subscriptionMovements;
  return [
    `${paint('bold', `Customers kept and lost by ${period}`)} (${lost})`,
    movementTable(report.movements.rows),
    ...(subscribers === undefined
      ? []
      : ['', paint('bold', `Subscribers kept and lost by ${period}`), movementTable(subscribers.rows)]),
    ...(report.visits === undefined ? [] : ['', visitLine(report.visits)]),
  ];
}

function movementTable(rows: readonly MovementRow[]): string {
  const columns = [
    left('period'),
    right('start'),
    right('first-time'),
    right('returned'),
    right('lost'),
    right('end'),
    right('in and out'),
    right('retention'),
    right('95 % interval'),
    right('churn'),
  ];
  const cells = rows.map((row) => [
    row.state === 'partial' ? `${row.label} *` : row.label,
    count(row.customersAtStart),
    count(row.firstTimeCustomers),
    count(row.returnedCustomers),
    count(row.lostCustomers),
    count(row.customersAtEnd),
    count(row.joinedAndLeft),
    percent(row.retentionRate),
    percentRange(row.retentionInterval),
    percent(row.churnRate),
  ]);
  const isPartial = rows.some((row) => row.state === 'partial');
  return `${textTable(columns, cells)}${isPartial ? '\n* still under way' : ''}`;
}

/** Visits of the last period that is over, and of the one before. */
function visitLine({ rows }: VisitFigures): string {
  const [last, before] = rows.filter(({ state }) => state === 'observed').reverse();
  if (last === undefined) return 'Visits: none in a period that is over.';
  const each = `${tenths(last.engagementFrequency)} each`;
  const earlier = before === undefined ? '' : ` (${before.label}: ${tenths(before.engagementFrequency)})`;
  return `Visits in ${last.label}: ${count(last.activities)} by ${counted(last.customers, 'customer')}, ${each}${earlier}.`;
}
