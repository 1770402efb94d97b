import type { MarketReport } from './analyse.ts';
import { MINIMUM_ANSWERS, type PromoterQuarter, type PromoterScore } from './analyseSurveys.ts';
import { count, percent, percentRange, points, range, UNKNOWN } from './format.ts';
import type { Paint } from './paint.ts';
import { left, right, textTable } from './textTable.ts';

const PROMOTER_COLUMNS = [
  right('answers'),
  right('promoters'),
  right('passives'),
  right('detractors'),
  right('score'),
  right('95 % interval'),
];

/** What the customers of a market said. */
export function printSurveys({ promoters, satisfaction }: MarketReport, paint: Paint): string[] {
  const parts: string[][] = [];
  if (promoters !== undefined) parts.push(promoterPart(promoters.quarters, paint));
  if (satisfaction !== undefined) {
    const { answers, satisfied, score, interval, definition } = satisfaction.year;
    const { highest } = definition.scale;
    parts.push([
      `${paint('bold', 'Satisfied')} in the last twelve months: ${percent(score)} (${percentRange(interval)}); ` +
        `${count(satisfied)} of ${count(answers)} customers who answered gave ${highest - 1} or ${highest} of ${highest}.`,
    ]);
  }
  return parts.flatMap((part, place) => (place === 0 ? part : ['', ...part]));
}

function promoterPart(quarters: readonly PromoterQuarter[], paint: Paint): string[] {
  const rows = quarters.map((quarter) => [
    quarter.state === 'partial' ? `${quarter.label} *` : quarter.label,
    ...(quarter.suppressed
      ? [`< ${MINIMUM_ANSWERS}`, ...PROMOTER_COLUMNS.slice(1).map(() => UNKNOWN)]
      : promoterCells(quarter)),
  ]);
  return [
    `${paint('bold', 'Net promoter score by quarter')} (each customer’s last answer in it; of fewer than ${MINIMUM_ANSWERS} answers nothing is shown)`,
    textTable([left('quarter'), ...PROMOTER_COLUMNS], rows),
    ...(quarters.some(({ state }) => state === 'partial') ? ['* still under way'] : []),
  ];
}

function promoterCells(figures: PromoterScore): string[] {
  return [
    count(figures.answers),
    count(figures.promoters),
    count(figures.passives),
    count(figures.detractors),
    points(figures.score),
    range(figures.interval, points),
  ];
}

/** The markets beside each other; nothing where no market was asked. */
export function printSurveysByMarket(reports: readonly MarketReport[], paint: Paint): string[] {
  const promoters = reports.flatMap(({ market, promoters: asked }) =>
    asked === undefined ? [] : [[market.name, ...promoterCells(asked.year)]],
  );
  const satisfied = reports.flatMap(({ market, satisfaction: asked }) =>
    asked === undefined
      ? []
      : [
          [
            market.name,
            count(asked.year.answers),
            count(asked.year.satisfied),
            percent(asked.year.score),
            percentRange(asked.year.interval),
          ],
        ],
  );
  const satisfactionColumns = [right('answers'), right('satisfied'), right('share'), right('95 % interval')];
  const window = 'each customer’s last answer of twelve months';
  return [
    ...(promoters.length === 0
      ? []
      : [
          `${paint('bold', 'Net promoter score by market')} (${window})\n${textTable([left('market'), ...PROMOTER_COLUMNS], promoters)}`,
        ]),
    ...(satisfied.length === 0
      ? []
      : [
          `${paint('bold', 'Customer satisfaction by market')} (${window})\n${textTable([left('market'), ...satisfactionColumns], satisfied)}`,
        ]),
  ];
}
