import type { MarketReport } from './analyse.ts';
import type { RankedCustomer, RiskBand, RiskFigures } from './analyseRisk.ts';
import { count, counted, decimal, idText, money, percent } from './format.ts';
import type { Paint } from './paint.ts';
import { left, right, SCREEN_WIDTH, textTable, wrap } from './textTable.ts';

/** How many customers are shown. */
const SHOWN = 10;
const INDENT = 6;

/** Which customers are likely to leave, and why. */
export function printRisk({ market, risk }: MarketReport, paint: Paint): string[] {
  const { customers, bands, ranking, signs } = risk;
  if (customers === 0) return [`${paint('bold', 'Customers at risk')}: nobody is a customer on this day.`];
  return [
    `${paint('bold', 'Customers at risk')} (${counted(customers, 'customer')} with an order in the last ${market.lapseAfter} days; score 0 to 1, no probability)`,
    bandTable(bands, market.currency),
    '',
    signTable(signs),
    ...missingSigns(risk),
    ...rankPart(ranking.filter(({ score }) => score > 0).slice(0, SHOWN), market.currency, paint),
  ];
}

function bandTable(bands: readonly RiskBand[], currency: string | undefined): string {
  const rows = bands.map((band) => [
    bandName(band),
    count(band.customers),
    percent(band.share),
    money(band.revenue, currency),
  ]);
  return textTable([left('score'), right('customers'), right('share'), right('revenue of 12 months')], rows);
}

function bandName({ from, to }: RiskBand): string {
  if (from === undefined) return 'none: too little is known';
  if (to === undefined) return `${from} and more: high`;
  return from === 0 ? `below ${to}` : `${from} to ${to}`;
}

function signTable(signs: RiskFigures['signs']): string {
  const rows = signs.map(({ indicator, weight, staleAfterDays, looksAt }) => [
    indicator,
    String(weight),
    staleAfterDays === undefined ? looksAt : `${looksAt}, up to ${staleAfterDays} days`,
  ]);
  return textTable([left('sign'), right('weight'), left('looks at')], rows);
}

/** Which files would tell more. */
function missingSigns({ signs }: RiskFigures): string[] {
  const files = [
    ['engagementDecline', 'visits'],
    ['negativeFeedback', 'answers'],
    ['contactCount', 'tickets'],
  ] as const;
  const missing = files.filter(([sign]) => !signs.some(({ indicator }) => indicator === sign)).map(([, file]) => file);
  return missing.length === 0 ? [] : [`There are no ${missing.join(', no ')}: with them the score would know more.`];
}

function rankPart(ranking: readonly RankedCustomer[], currency: string | undefined, paint: Paint): string[] {
  if (ranking.length === 0) return [];
  const title = paint('bold', ranking.length === 1 ? 'The one most at risk' : `The ${ranking.length} most at risk`);
  return ['', `${title} (known: share of the weights, where it is not all)`, rankTable(ranking, currency)];
}

function rankTable(ranking: readonly RankedCustomer[], currency: string | undefined): string {
  const columns = [right('rank'), left('customer'), right('score'), right('known'), right('revenue of 12 months')];
  const rows = ranking.map(({ rank, customer, score, coverage, revenue }) => [
    String(rank),
    idText(customer),
    decimal(score),
    coverage === 1 ? '' : `${Math.round(coverage * 100)} %`,
    money(revenue, currency),
  ]);
  const [titles, rule, ...lines] = textTable(columns, rows).split('\n');
  const withReasons = lines.flatMap((line, place) => [line, ...reasonLines(ranking[place]!)]);
  return [titles, rule, ...withReasons].join('\n');
}

function reasonLines({ reasons }: RankedCustomer): string[] {
  const text = reasons.map((reason) => reason.text).join(' ');
  return wrap(text, SCREEN_WIDTH - INDENT).map((line) => ' '.repeat(INDENT) + line);
}
