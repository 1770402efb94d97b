import type { MarketReport, MovementRow } from './analyse.ts';
import { count, date, decimal, money, percent, percentRange } from './format.ts';
import { printSegments } from './printSegments.ts';
import { printSurveys } from './printSurveys.ts';
import { left, right, textTable } from './textTable.ts';

/** Cohort columns that fit a screen; the JSON has them all. */
const SHOWN_PERIODS = 13;

function heading(text: string): string {
  return `${text}\n${'='.repeat(text.length)}`;
}

/** The settings, and the headline of the run. */
export function printSettings(title: string, settings: readonly (readonly [string, string])[]): string {
  const width = Math.max(...settings.map(([name]) => name.length));
  const lines = settings.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  return [heading(`Retention report: ${title}`), '', 'Read with', ...lines].join('\n');
}

/** One market, as a person would want to read it. */
export function printMarket(report: MarketReport): string {
  const { market, totals, movements, subscriptionMovements } = report;
  const lost = `lost: ${market.lapseAfter} days without an order`;
  return [
    heading(market.title),
    '',
    `${count(totals.orders)} orders of ${count(totals.buyers)} customers, ${money(totals.revenue, market.currency)}; ` +
      `${percent(report.repeatPurchaseRate)} bought again.`,
    `As of ${date(market.asOf, market.timeZone)}, days and ${market.period}s in ${market.timeZone}.`,
    '',
    `Customers kept and lost by ${market.period} (${lost}, so that the first ${market.lapseAfter} days can show no loss)`,
    movementTable(movements.rows),
    '',
    ...(subscriptionMovements === undefined
      ? []
      : [`Subscribers kept and lost by ${market.period}`, movementTable(subscriptionMovements.rows), '']),
    `Customers who order again: of those who came in a ${market.period}, the share with an order so many ${market.period}s later, in %`,
    cohortTableText(report),
    '',
    'What a customer is worth (12 months before the day of the report)',
    valueTable(report),
    '',
    ...printSegments(report.segments, market),
    ...(report.surveys === undefined ? [] : ['', ...printSurveys(report.surveys)]),
  ].join('\n');
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
  return (
    textTable(
      columns,
      rows.map((row) => [
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
      ]),
    ) + (rows.some((row) => row.state === 'partial') ? '\n* still under way' : '')
  );
}

function cohortTableText({ cohorts, curve }: MarketReport): string {
  const people = cohorts.cohorts.filter((cohort) => cohort.size > 0);
  const shown = Math.min(SHOWN_PERIODS, Math.max(...people.map((cohort) => cohort.cells.length)));
  const periods = Array.from({ length: shown }, (_, period) => period);
  const share = (rate: number): string => (Number.isNaN(rate) ? '–' : (rate * 100).toFixed(0));
  const rows = people.map((cohort) => {
    const byPeriod = new Map(cohort.cells.map((cell) => [cell.period, cell]));
    const cells = periods.map((period) => {
      const cell = byPeriod.get(period);
      return cell === undefined ? '' : `${share(cell.rate)}${cell.state === 'partial' ? '*' : ''}`;
    });
    return [cohort.label, count(cohort.size), ...cells];
  });
  const points = new Map(curve.points.map((point) => [point.period, point]));
  const pooled = (text: (period: number) => string): string[] => periods.map(text);
  const all = [
    ['all', count(points.get(0)?.members ?? 0), ...pooled((period) => share(points.get(period)?.rate ?? Number.NaN))],
    ['  from', '', ...pooled((period) => share(points.get(period)?.interval.lower ?? Number.NaN))],
    ['  to', '', ...pooled((period) => share(points.get(period)?.interval.upper ?? Number.NaN))],
  ];
  const columns = [left('cohort'), right('size'), ...periods.map((period) => right(String(period)))];
  const isPartial = people.some((cohort) => cohort.cells.some((cell) => cell.state === 'partial'));
  const note = `from and to: 95 % interval of "all"${isPartial ? '; * still under way, left out of "all"' : ''}`;
  return `${textTable(columns, [...rows, ...all])}\n${note}`;
}

function valueTable({ value, market }: MarketReport): string {
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
    ['average order value', money(value.averageOrderValue, currency), `${count(value.totals.orders)} orders`],
    ['orders a buyer and year', decimal(value.purchaseFrequency), `${count(value.totals.buyers)} buyers`],
    ['churn a year', percent(value.yearlyChurnRate), 'of the customers of twelve months ago'],
    ['lifespan in years', decimal(value.lifespanInYears), '1 / churn'],
    ['customer lifetime value', money(value.customerLifetimeValue, currency), 'order value x frequency x lifespan'],
    ...(hasMargin ? [margin] : []),
    ['acquisition cost', money(value.acquisitionCost, currency), costNote],
    ['net of acquisition cost', money(value.netValue, currency), `value ${basis} - acquisition cost`],
    ['value to cost', decimal(value.valueToCostRatio), `value ${basis} / acquisition cost`],
    ['payback in months', decimal(value.paybackMonths), `acquisition cost / value ${basis} a month, nobody lost`],
  ];
  return textTable([left('figure'), right('value'), left('from')], rows);
}
