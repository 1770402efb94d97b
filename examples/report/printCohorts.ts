import type { MarketReport } from './analyse.ts';
import { count, UNKNOWN } from './format.ts';
import type { Paint } from './paint.ts';
import { left, right, textTable } from './textTable.ts';

/** Cohort columns that fit a screen; the JSON has them all. */
const SHOWN_PERIODS = 13;

/** Of those who came in a period, the share who ordered again later. */
export function printCohorts({ market: { period }, cohorts, curve }: MarketReport, paint: Paint): string[] {
  const people = cohorts.cohorts.filter((cohort) => cohort.size > 0);
  const shown = Math.min(SHOWN_PERIODS, Math.max(...people.map((cohort) => cohort.cells.length)));
  const periods = Array.from({ length: shown }, (_, place) => place);
  const rows = people.map((cohort) => {
    const byPeriod = new Map(cohort.cells.map((cell) => [cell.period, cell]));
    const cells = periods.map((place) => {
      const cell = byPeriod.get(place);
      return cell === undefined ? '' : `${share(cell.rate)}${cell.state === 'partial' ? '*' : ''}`;
    });
    return [cohort.label, count(cohort.size), ...cells];
  });
  const points = new Map(curve.points.map((point) => [point.period, point]));
  const all = [
    ['all', count(points.get(0)?.members ?? 0), ...periods.map((place) => share(points.get(place)?.rate))],
    ['  from', '', ...periods.map((place) => share(points.get(place)?.interval.lower))],
    ['  to', '', ...periods.map((place) => share(points.get(place)?.interval.upper))],
  ];
  const columns = [left('cohort'), right('size'), ...periods.map((place) => right(String(place)))];
  const isPartial = people.some((cohort) => cohort.cells.some((cell) => cell.state === 'partial'));
  return [
    `${paint('bold', 'Customers who order again')}: of those who came in a ${period}, the share with an order so many ${period}s later, in %`,
    textTable(columns, [...rows, ...all]),
    `from and to: 95 % interval of "all"${isPartial ? '; * still under way, left out of "all"' : ''}`,
  ];
}

function share(rate = Number.NaN): string {
  return Number.isNaN(rate) ? UNKNOWN : (rate * 100).toFixed(0);
}
