import type { MarketReport } from './analyse.ts';
import type { PromoterFigures, SurveyFigures } from './analyseSurveys.ts';
import { count, percent, percentRange, points, pointsRange } from './format.ts';
import { left, right, textTable } from './textTable.ts';

const PROMOTER_COLUMNS = [
  right('answers'),
  right('promoters'),
  right('passives'),
  right('detractors'),
  right('score'),
  right('95 % interval'),
];

function promoterCells(figures: PromoterFigures): string[] {
  return [
    count(figures.answers),
    count(figures.promoters),
    count(figures.passives),
    count(figures.detractors),
    points(figures.score),
    pointsRange(figures.interval),
  ];
}

/** What the customers of a market said, by quarter. */
export function printSurveys({ quarters, satisfaction }: SurveyFigures): string[] {
  const rows = quarters.map((quarter) => [
    quarter.state === 'partial' ? `${quarter.label} *` : quarter.label,
    ...promoterCells(quarter),
  ]);
  const { answers, satisfied, score, interval } = satisfaction;
  return [
    'Net promoter score by quarter (each customer’s last answer in it; of fewer than 10 answers nothing is shown)',
    textTable([left('quarter'), ...PROMOTER_COLUMNS], rows),
    `Satisfied in the last twelve months: ${percent(score)} (${percentRange(interval)}), ` +
      `${count(satisfied)} of ${count(answers)} customers who answered gave 4 or 5 of 5.`,
  ];
}

/** The markets beside each other; nothing where no market was asked. */
export function printMarketScores(reports: readonly MarketReport[]): string | undefined {
  const asked = reports.flatMap(({ market, surveys }) => (surveys === undefined ? [] : [{ market, surveys }]));
  if (asked.length === 0) return undefined;
  const promoters = asked.map(({ market, surveys }) => [market.title, ...promoterCells(surveys.netPromoter)]);
  const satisfied = asked.map(({ market, surveys: { satisfaction } }) => [
    market.title,
    count(satisfaction.answers),
    count(satisfaction.satisfied),
    percent(satisfaction.score),
    percentRange(satisfaction.interval),
  ]);
  const satisfactionColumns = [right('answers'), right('satisfied'), right('share'), right('95 % interval')];
  return [
    'Net promoter score by market (each customer’s last answer of twelve months)',
    textTable([left('market'), ...PROMOTER_COLUMNS], promoters),
    '',
    'Customer satisfaction by market (4 or 5 of 5)',
    textTable([left('market'), ...satisfactionColumns], satisfied),
  ].join('\n');
}
