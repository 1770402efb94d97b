import type { MarketReport } from './analyse.ts';
import { date } from './format.ts';
import type { Headline } from './headline.ts';
import { headlineCells } from './headlineCells.ts';
import type { HeadlineFigure } from './headlineFigure.ts';
import type { MarketSettings } from './market.ts';
import type { Paint } from './paint.ts';
import { beside, blockWidth, right, SCREEN_WIDTH, textTable } from './textTable.ts';

/** Markets stand beside each other as long as they fit a screen. */
const GAP = 3;

/** The first screen: what a head of retention wants to know before anything else. */
export function printHeadline(title: string, reports: readonly MarketReport[], paint: Paint): string {
  const { market, headline } = reports[0]!;
  const heading = `${title}, as of ${date(market.asOf, market.timeZone)}`;
  const names = ['', '', '', ...figuresOf(headline).map(({ name }) => `  ${name}`)].join('\n');
  const markets = reports.map((report) => marketBlock(report, paint));
  const rows = inRows(markets, SCREEN_WIDTH - blockWidth(names)).map((row) => {
    const [name, titles, rule, ...lines] = beside([names, ...row], GAP).split('\n');
    const groups = groupsOf(headline, market).flatMap(([head, { length }]) => [
      paint('bold', head),
      ...lines.splice(0, length),
    ]);
    return [name, titles, rule, ...groups].join('\n');
  });
  return [paint('bold', heading), '='.repeat(heading.length), '', rows.join('\n\n'), '', ...notes(reports)].join('\n');
}

/** The figures under what they are compared with. */
function groupsOf({ period, year, today }: Headline, { timeZone }: MarketSettings) {
  return [
    [`${period.label}, against ${period.labelBefore}`, period.figures],
    ['twelve months, against the twelve before', year.figures],
    [`${date(today.at, timeZone)}, against ${date(today.since, timeZone)}`, today.figures],
  ] as const;
}

const figuresOf = ({ period, year, today }: Headline): readonly HeadlineFigure[] => [
  ...period.figures,
  ...year.figures,
  ...today.figures,
];

function marketBlock({ market, headline }: MarketReport, paint: Paint): string {
  const columns = [right('value'), right('change  '), right('95 % interval')];
  const table = textTable(
    columns,
    figuresOf(headline).map((figure) => headlineCells(figure, paint)),
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
