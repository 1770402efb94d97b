import type { MarketReport } from './analyse.ts';
import { date } from './format.ts';
import { headlineCells } from './headlineCells.ts';
import type { Paint } from './paint.ts';
import { beside, blockWidth, right, SCREEN_WIDTH, textTable } from './textTable.ts';

/** Markets stand beside each other as long as they fit a screen. */
const GAP = 3;

/** The first screen: what a head of retention wants to know before anything else. */
export function printHeadline(title: string, reports: readonly MarketReport[], paint: Paint): string {
  const { market, headline } = reports[0]!;
  const heading = `${title}, as of ${date(market.asOf, market.timeZone)}`;
  const figures = [...headline.period.figures, ...headline.year.figures];
  const names = ['', '', '', ...figures.map(({ name }) => `  ${name}`)].join('\n');
  const markets = reports.map((report) => marketBlock(report, paint));
  const rows = inRows(markets, SCREEN_WIDTH - blockWidth(names)).map((row) => {
    const [name, titles, rule, ...lines] = beside([names, ...row], GAP).split('\n');
    const period = lines.splice(0, headline.period.figures.length);
    const heads = [
      `${headline.period.label}, against ${headline.period.labelBefore}`,
      'twelve months, against the twelve before',
    ];
    return [name, titles, rule, paint('bold', heads[0]!), ...period, paint('bold', heads[1]!), ...lines].join('\n');
  });
  return [paint('bold', heading), '='.repeat(heading.length), '', rows.join('\n\n'), '', ...notes(reports)].join('\n');
}

function marketBlock({ market, headline }: MarketReport, paint: Paint): string {
  const figures = [...headline.period.figures, ...headline.year.figures];
  const columns = [right('value'), right('change  '), right('95 % interval')];
  const table = textTable(
    columns,
    figures.map((figure) => headlineCells(figure, paint)),
  );
  const name =
    market.currency === undefined || market.currency === market.name
      ? market.name
      : `${market.name}, ${market.currency}`;
  const width = blockWidth(table);
  const clipped = name.length > width ? `${name.slice(0, width - 1)}…` : name;
  return `${paint('bold', clipped)}\n${table}`;
}

/** Blocks in rows that fit a width; at least one a row. */
function inRows(blocks: readonly string[], room: number): string[][] {
  const rows: string[][] = [];
  let used = Infinity;
  for (const block of blocks) {
    const width = GAP + blockWidth(block);
    if (used + width > room) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)!.push(block);
    used += width;
  }
  return rows;
}

function notes(reports: readonly MarketReport[]): string[] {
  const { dataFrom, lapseAfter, timeZone } = reports[0]!.market;
  const begin = `the data begin ${date(dataFrom, timeZone)}, and losses show ${lapseAfter} days after that`;
  const isShort = reports.some(({ headline }) => headline.beginsTooLate);
  return [
    '*  more than chance explains at 95 %; of twenty changes that are chance alone, one has it too',
    `–  not known, or no interval${isShort ? `; ${begin}` : ''}`,
  ];
}
