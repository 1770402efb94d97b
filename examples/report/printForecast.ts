import type { MarketReport } from './analyse.ts';
import type { ForecastFigures } from './analyseForecast.ts';
import { count, counted, decimal, idText, money, percent, range, tenths } from './format.ts';
import type { Paint } from './paint.ts';
import { left, right, SCREEN_WIDTH, textTable, wrap } from './textTable.ts';

/** What customers are expected to buy in the next twelve months, who is worth most, and how good such a forecast was. */
export function printForecast({ forecast, market }: MarketReport, paint: Paint): string[] {
  const title = paint('bold', 'The next twelve months');
  if (!forecast.isThere) return [`${title}: no forecast, since ${forecast.reason}.`];
  const { figures } = forecast;
  const { currency } = market;
  const value = `value, of ${figures.isOfMargin ? 'margin' : 'revenue'}`;
  const rows = [
    ['customers with an order not refunded', count(figures.customers), ''],
    ['still customers, of them', count(figures.customersAlive), ''],
    ['purchases to expect of them', count(figures.purchases.estimate), range(figures.purchases, count)],
    [value, money(figures.value.estimate, currency), range(figures.value, count)],
  ];
  return [
    `${title} (customers so far only; MBG/NBD model of purchases, Gamma-Gamma model of spend)`,
    textTable([left('figure'), right('expected'), right('95 % interval')], rows),
    ...wrap(`${pastText(figures)} The interval is of what is to be expected: chance comes on top.`, SCREEN_WIDTH),
    ...(figures.spendWarning === '' ? [] : wrap(figures.spendWarning, SCREEN_WIDTH)),
    '',
    paint('bold', `The ${figures.mostValuable.length} customers of most value`),
    valuedTable(figures),
  ];
}

function pastText({ yearBefore }: ForecastFigures): string {
  if (yearBefore === undefined) return 'The data are too short to try it on the past.';
  const { customers, expected, actual } = yearBefore;
  return (
    `Tried on the past: a year ago ${count(expected)} purchases were to be expected of ` +
    `${counted(customers, 'customer')}; they made ${count(actual)}${offText(expected, actual)}. ` +
    'The models know no seasons and no incidents: where that is far off, do not plan by them.'
  );
}

function offText(expected: number, actual: number): string {
  if (actual === 0 || expected === actual) return '';
  const share = Math.abs(expected - actual) / actual;
  return `, so that it was ${percent(share)} too ${expected > actual ? 'many' : 'few'}`;
}

function valuedTable({ mostValuable }: ForecastFigures): string {
  const columns = [
    left('customer'),
    ...['still a customer', 'purchases', 'spend each', 'value', '95 % interval'].map(right),
  ];
  const rows = mostValuable.map((one) => [
    idText(one.customer),
    percent(one.probabilityAlive),
    tenths(one.expectedPurchases),
    decimal(one.expectedSpend),
    count(one.value),
    range(one, count),
  ]);
  return textTable(columns, rows);
}
