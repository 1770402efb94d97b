import type { SpendHistories } from '../purchaseTypes.ts';
import type { GammaGammaFit } from './types.ts';

/** What a summary of purchases tells of its spend; columns put together by hand tell nothing. */
export function spendDefinition(data: SpendHistories): GammaGammaFit['definition'] {
  const told: unknown = (data as { readonly definition?: unknown }).definition;
  const { spend, currency } = Object(told) as Readonly<Record<string, unknown>>;
  return {
    spend: spend === 'repeat' || spend === 'all' ? spend : undefined,
    currency: typeof currency === 'string' ? currency : undefined,
  };
}
