import { type MetricDirection, metrics } from 'tenure/catalogue';
import { cents, count, percent, points, range, signed, tenths, UNKNOWN } from './format.ts';
import { type FigureKind, type HeadlineFigure, isMoreThanChance } from './headlineFigure.ts';
import type { Paint, Style } from './paint.ts';

type Write = (value: number) => string;

const withUnit = (text: string): string => (text === UNKNOWN ? text : `${text} pt`);

/** How a value, an end of its interval, and its change are written. */
export const WRITTEN: Readonly<Record<FigureKind, readonly [value: Write, end: Write, change: Write]>> = {
  count: [count, count, (value) => signed(value, count)],
  money: [count, count, (value) => signed(value, count)],
  price: [cents, cents, (value) => signed(value, cents)],
  share: [percent, (value) => tenths(value * 100), (value) => withUnit(points(value * 100))],
  points: [points, points, (value) => withUnit(points(value))],
};

/** Value, change and interval of a figure. A change that is good or bad, and no chance, has its colour. */
export function headlineCells(figure: HeadlineFigure, paint: Paint): [value: string, change: string, interval: string] {
  const [value, end, change] = WRITTEN[figure.kind];
  const style = styleOf(figure);
  const text = change(figure.change);
  const mark = isMoreThanChance(figure) ? ' *' : '  ';
  return [
    figure.outOf === undefined ? value(figure.value) : `${value(figure.value)} of ${value(figure.outOf)}`,
    (style === undefined ? text : paint(style, text)) + mark,
    figure.interval === undefined ? UNKNOWN : range(figure.interval, end),
  ];
}

/** A count of customers is no estimate; of anything else only a change that chance does not explain is good or bad. */
function styleOf(figure: HeadlineFigure): Style | undefined {
  if (!(isMoreThanChance(figure) || figure.kind === 'count') || !(Math.abs(figure.change) > 0)) return undefined;
  const direction = metrics.find(({ id }) => id === figure.metric)?.direction;
  return direction && STYLES[direction](figure.change > 0);
}

const STYLES: Readonly<Record<MetricDirection, (isRise: boolean) => Style | undefined>> = {
  'higher is better': (isRise) => (isRise ? 'good' : 'bad'),
  'lower is better': (isRise) => (isRise ? 'bad' : 'good'),
  neither: () => undefined,
};
