import { refuse } from '../core/errors.ts';
import { TEXT } from './valueKind.ts';

/** Refuses what is no text or empty. */
export function checkText(metric: string, path: readonly (string | number)[], text: unknown): void {
  if (!TEXT.isValid(text)) refuse(TEXT.code, metric, path, TEXT.expected, text);
}
