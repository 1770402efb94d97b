import type { MarketReport } from './analyse.ts';
import { counted, date, money, percent } from './format.ts';
import type { Paint } from './paint.ts';
import { printAlerts } from './printAlerts.ts';
import { printCohorts } from './printCohorts.ts';
import { printCustomers } from './printCustomers.ts';
import { printForecast } from './printForecast.ts';
import { printGoals } from './printGoals.ts';
import { printHeadline } from './printHeadline.ts';
import { printRisk } from './printRisk.ts';
import { printSegments } from './printSegments.ts';
import { printSupport } from './printSupport.ts';
import { printSurveys, printSurveysByMarket } from './printSurveys.ts';
import { printValue } from './printValue.ts';
import type { Section } from './sections.ts';

/** A report to be written, and how. */
export interface Printing {
  readonly title: string;
  readonly settings: readonly (readonly [string, string])[];
  readonly markets: readonly MarketReport[];
  /** The parts to write; all of them, and the settings, where none is named. */
  readonly sections: readonly Section[];
  readonly paint: Paint;
}

type MarketSection = Exclude<Section, 'headline'>;

/** How each part of a market is written, in this order; no lines where the market has no data for it. */
const PRINTERS: Readonly<Record<MarketSection, (report: MarketReport, paint: Paint) => readonly string[]>> = {
  risk: printRisk,
  alerts: printAlerts,
  goals: printGoals,
  customers: printCustomers,
  cohorts: printCohorts,
  value: printValue,
  forecast: printForecast,
  segments: printSegments,
  surveys: printSurveys,
  support: printSupport,
};

/** What to say of a part that was asked for by name and has no data. */
const MISSING: Readonly<Partial<Record<MarketSection, string>>> = {
  goals: 'No goals: none were given for this market (--goals FILE).',
  surveys: 'No surveys: no answers were given (--nps FILE, --csat FILE).',
  support: 'No support: no tickets were given (--tickets FILE).',
};

/** The whole report, or the parts that were asked for. */
export function printReport({ title, settings, markets, sections, paint }: Printing): string {
  const isWhole = sections.length === 0;
  const isShown = (section: Section): boolean => isWhole || sections.includes(section);
  const named = (Object.keys(PRINTERS) as MarketSection[]).filter(isShown);
  return [
    ...(isShown('headline') ? [printHeadline(title, markets, paint)] : []),
    ...(isWhole ? [printSettings(settings, paint)] : []),
    ...(named.length === 0 ? [] : markets.map((report) => printMarket(report, named, isWhole, paint))),
    ...(isShown('surveys') && markets.length > 1 ? printSurveysByMarket(markets, paint) : []),
  ].join('\n\n');
}

function printSettings(settings: readonly (readonly [string, string])[], paint: Paint): string {
  const width = Math.max(...settings.map(([name]) => name.length));
  const lines = settings.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  return [paint('bold', 'Read with'), ...lines].join('\n');
}

/** One market, as a person would want to read it. */
function printMarket(report: MarketReport, sections: readonly MarketSection[], isWhole: boolean, paint: Paint): string {
  const { market, totals } = report;
  const parts = sections.flatMap((section) => {
    const lines = PRINTERS[section](report, paint);
    if (lines.length > 0) return [lines.join('\n')];
    return isWhole ? [] : [MISSING[section] ?? ''];
  });
  const intro = [
    `${paint('bold', market.title)}\n${'='.repeat(market.title.length)}`,
    '',
    `${counted(totals.orders, 'order')} of ${counted(totals.buyers, 'customer')}, ${money(totals.revenue, market.currency)}; ` +
      `${percent(report.repeatPurchaseRate)} bought again.`,
    `As of ${date(market.asOf, market.timeZone)}, days and ${market.period}s in ${market.timeZone}.`,
  ].join('\n');
  return [intro, ...parts].join('\n\n');
}
