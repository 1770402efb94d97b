import { refuse } from '../core/errors.ts';
import { addIssue, issueList, throwIssues } from '../core/issues.ts';
import { isList } from '../statistics/checkValues.ts';
import type { SurveyScale } from './surveyScale.ts';

/** Whether something is a score: a whole number from one end of the scale to the other. */
export function isScore(score: unknown, { lowest, highest }: SurveyScale): boolean {
  return Number.isInteger(score) && (score as number) >= lowest && (score as number) <= highest;
}

/** The rule of a score, as it reads after "must be". */
export function scoreRule({ lowest, highest }: SurveyScale): string {
  return `a whole number from ${lowest} to ${highest}`;
}

/** Refuses scores that are not on the scale, all of them at once, each by its index. */
export function checkScores(
  metric: string,
  scores: ArrayLike<number>,
  scale: SurveyScale,
  path: readonly string[] = ['scores'],
): void {
  if (!isList(scores)) refuse('not-rows', metric, path, 'an array of scores', scores);
  const issues = issueList(metric);
  for (let i = 0; i < scores.length; i++)
    if (!isScore(scores[i], scale)) addIssue(issues, 'not-on-scale', [...path, i], scoreRule(scale), scores[i]);
  throwIssues(issues);
}
