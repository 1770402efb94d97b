import { readRiskMap } from '../../src/risk/riskMap.ts';
import type { RiskIndicator } from '../../src/risk/types.ts';

/** The day on which the hand-made indicators look. */
export const AS_OF = Date.UTC(2025, 0, 1);
export const DAY = 86_400_000;

/** An indicator with given risks, NaN for a missing one; the values are the risks in hundredths. */
export function indicatorOfRisks(
  name: string,
  customers: readonly (string | number)[],
  risks: readonly number[],
  observedAt: readonly number[] = risks.map(() => AS_OF),
): RiskIndicator {
  return {
    customers,
    value: Float64Array.from(risks, (risk) => risk * 100),
    risk: Float64Array.from(risks),
    observedAt: Float64Array.from(observedAt),
    definition: {
      ...{ name, kind: 'handmade', asOf: AS_OF, settings: {} },
      map: { kind: 'linear', safe: 0, risky: 100 },
    },
  };
}

/** An indicator from scores of health, 0 to 100, as other systems have them. */
export function indicatorOfHealth(name: string, health: number): RiskIndicator {
  const risk = readRiskMap('healthScore', { kind: 'linear', safe: 100, risky: 0 }).riskOf(health);
  return indicatorOfRisks(name, ['account'], [risk]);
}
