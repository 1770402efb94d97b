import { type RiskFacts, reasonText } from 'tenure';

/** Reasons as this report words them: what the library calls activity is visits here, and lines are short. */
export function riskWords(facts: RiskFacts): string {
  const { value, evidence, definition } = facts;
  const { recentPerWeek, baselinePerWeek } = evidence;
  if (definition.kind !== 'engagementDecline' || recentPerWeek === undefined || baselinePerWeek === undefined)
    return reasonText(facts);
  const usual = `Visits at ${Math.round(100 * value)} % of the usual`;
  const { recentDays } = definition.settings;
  return `${usual}: ${shortNumber(recentPerWeek)} a week in ${recentDays} days, ${shortNumber(baselinePerWeek)} before.`;
}

/** Whole from 10 on, below with one decimal where it has one. */
const shortNumber = (value: number): string => String(value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value));
