import { checkPositive, checkRecord } from '../core/checks.ts';
import type { BetaDiscreteWeibullFit } from './betaDiscreteWeibull/fit.ts';
import { logSurvival } from './contractSurvival.ts';
import { chancesText, endlessText, figure, percent } from './plainWords.ts';
import type { SBgFit } from './sBg/fit.ts';

/** What a fit of contracts that converged says, sentence by sentence. */
export function explainContracts(metric: string, fit: SBgFit | BetaDiscreteWeibullFit): readonly string[] {
  checkRecord(metric, 'fit.parameters', fit.parameters);
  const { alpha, beta } = fit.parameters;
  const c = fit.model === 'sBg' ? 1 : fit.parameters.c;
  for (const [name, value] of Object.entries({ alpha, beta, c }))
    checkPositive(metric, `fit.parameters.${name}`, value);
  const shape = { alpha, beta, power: c };
  const renewing = (renewals: number): string => percent(Math.exp(logSurvival(shape, renewals, 1)));
  const sentences = [
    `At the first renewal customers leave with ${chancesText(alpha, beta)} (alpha / (alpha + beta)).`,
    `Of new customers ${renewing(0)} renew; of those who have renewed once ${renewing(1)} do again, and of those who have renewed five times ${renewing(5)}.`,
  ];
  if (fit.model === 'betaDiscreteWeibull') sentences.push(tenureText(c));
  if (alpha < 1 && beta < 1)
    sentences.push(
      'alpha and beta are below 1: chances near 0 and near 1 are the most common, as if there were customers of two kinds, those who leave soon and those who stay.',
    );
  if (c * alpha <= 1)
    sentences.push(endlessText(fit.model === 'sBg' ? 'alpha is at most 1' : 'alpha c is at most 1', 'payments'));
  else if (fit.model === 'sBg')
    sentences.push(
      `Over all time to come a new customer is expected to pay ${figure((alpha + beta - 1) / (alpha - 1))} times, the first among them.`,
    );
  return sentences;
}

function tenureText(c: number): string {
  if (c === 1) return "c is 1: a customer's own chance to leave stays as it is, as in sBg.";
  return `c is ${c > 1 ? 'above' : 'below'} 1: a customer's own chance to leave ${c > 1 ? 'rises' : 'falls'} with the tenure.`;
}
