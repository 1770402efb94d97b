import { checkText } from '../log/checkText.ts';
import { incompleteGammaComplementInverse, incompleteGammaInverse } from '../numeric/special/incompleteGammaInverse.ts';
import { chancesText, endlessText, figure } from './plainWords.ts';
import type { PurchaseFit } from './purchaseFits.ts';
import { readPurchaseFit } from './readPurchaseFit.ts';

/** Purchases in a unit of time below which one may as well say never. */
const NEVER = 1e-4;

/** What a fit of purchases that converged says, sentence by sentence. */
export function explainPurchases(metric: string, fit: PurchaseFit): readonly string[] {
  const model = readPurchaseFit(metric, 'fit', fit);
  if (model.timeUnit !== undefined) checkText(metric, ['fit', 'definition', 'timeUnit'], model.timeUnit);
  const unseen = model.customer(0, 0, 0);
  const total = unseen.alive * model.expected(unseen, Infinity);
  const sentences = sentencesOf(fit, model.timeUnit);
  if (total < Infinity)
    sentences.push(`Over all time to come a new customer is expected to buy again ${figure(total)} times.`);
  return sentences;
}

function sentencesOf(fit: PurchaseFit, unit: string | undefined): string[] {
  switch (fit.model) {
    case 'bgNbd':
      return [
        ...paceSentences(fit.parameters, unit),
        `At each repeat purchase customers leave with ${leavingText(fit.parameters)}.`,
        'A customer without a repeat purchase counts as surely alive, however long ago the first one was: in this model customers leave at repeat purchases only. mbgNbd lets them leave at the first as well.',
        ...endlessWhere(fit.parameters.a <= 1, 'a is at most 1'),
      ];
    case 'mbgNbd':
      return [
        ...paceSentences(fit.parameters, unit),
        `At each purchase, the first among them, customers leave with ${leavingText(fit.parameters)}.`,
        ...endlessWhere(fit.parameters.a <= 1, 'a is at most 1'),
      ];
    case 'paretoNbd':
      return [
        ...paceSentences(fit.parameters, unit),
        stayText(fit.parameters, unit),
        ...endlessWhere(fit.parameters.s <= 1, 's is at most 1'),
      ];
    case 'bgBb':
      return [
        `At each opportunity${unit === undefined ? '' : ` (${unit})`} the customers who are still there buy with ${chancesText(fit.parameters.alpha, fit.parameters.beta)} (means by alpha / (alpha + beta)).`,
        `Before each opportunity customers leave with ${chancesText(fit.parameters.gamma, fit.parameters.delta)} (gamma / (gamma + delta)).`,
        ...endlessWhere(fit.parameters.gamma <= 1, 'gamma is at most 1'),
      ];
  }
}

function leavingText({ a, b }: { readonly a: number; readonly b: number }): string {
  return `${chancesText(a, b)} (a / (a + b))`;
}

function endlessWhere(isEndless: boolean, condition: string): string[] {
  return isEndless ? [endlessText(condition, 'purchases')] : [];
}

function paceSentences(
  { r, alpha }: { readonly r: number; readonly alpha: number },
  unit: string | undefined,
): string[] {
  const mean = r / alpha;
  const often = `${figure(mean)} times per ${unit ?? 'unit of time'}`;
  const sentences = [
    `While they stay, customers buy ${mean < 1 ? `${often}, or ${paceText(mean, unit)},` : often} in the mean (r / alpha).`,
    `They differ in it: ${spreadText(incompleteGammaInverse(r, 0.5) / alpha, incompleteGammaComplementInverse(r, 0.1) / alpha, unit)}.`,
  ];
  if (r < 1)
    sentences.push(
      'r is below 1: the most common pace is next to none, so that many who are silent need not have left.',
    );
  return sentences;
}

function spreadText(middle: number, high: number, unit: string | undefined): string {
  if (high < NEVER) return 'nine in ten hardly ever buy again';
  const half =
    middle < NEVER ? 'half of them hardly ever buy again' : `half buy less often than ${paceText(middle, unit)}`;
  return `${half}, one in ten more often than ${paceText(high, unit)}`;
}

function paceText(rate: number, unit: string | undefined): string {
  if (rate >= 1) return `${figure(rate)} times per ${unit ?? 'unit of time'}`;
  return `once in ${figure(1 / rate)} ${pluralOf(unit)}`;
}

function pluralOf(unit: string | undefined): string {
  return unit === undefined ? 'units of time' : `${unit}s`;
}

/** Times that a half and a tenth of new customers stay beyond, by the law (beta / (beta + t))^s. */
function stayText({ s, beta }: { readonly s: number; readonly beta: number }, unit: string | undefined): string {
  const start = 'Customers leave at any time, whether they buy or not';
  const half = beta * Math.expm1(Math.log(2) / s);
  const tenth = beta * Math.expm1(Math.log(10) / s);
  if (half * NEVER > 1) return `${start}, but most of them hardly ever do.`;
  const long = tenth * NEVER > 1 ? 'for good, so to speak' : `for more than ${figure(tenth)} ${pluralOf(unit)}`;
  return `${start}: half of the new ones within ${figure(half)} ${pluralOf(unit)} (beta (2^(1 / s) - 1)), while one in ten stays ${long}.`;
}
