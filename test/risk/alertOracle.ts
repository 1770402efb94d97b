import type { AlertRuleDefinition } from '../../src/risk/alertTypes.ts';
import { DAY } from './madeScores.ts';

/** What one customer's value was at each look: NaN not observed, undefined no customer. */
export type History = readonly (number | undefined)[];

type Settings = Omit<AlertRuleDefinition, 'name' | 'indicator'>;

/** A change of one customer, by the place of its look. */
export interface OracleChange {
  readonly look: number;
  readonly change: 'entered' | 'left' | 'closed';
  readonly since: number;
  readonly raisedAt: number;
}

/**
 * The changes of one customer, found by looking back over the whole history at each look: the run of values beyond the
 * threshold is searched for anew, and nothing is remembered but the changes themselves.
 */
export function changesOf(history: History, looks: readonly number[], rule: Settings): OracleChange[] {
  const changes: OracleChange[] = [];
  history.forEach((value, look) => {
    const last = changes.at(-1);
    const isOn = last?.change === 'entered';
    if (value === undefined) {
      if (isOn) changes.push({ look, change: 'closed', since: looks[look]!, raisedAt: last.raisedAt });
      return;
    }
    const isBeyond = (one: number) => (isOn ? one < rule.leaveAt : one >= rule.enterAt);
    if (!isBeyond(value)) return;
    // What the change before was made of does not count again, and an absence ends every run.
    const from = Math.max(last === undefined ? 0 : last.look + 1, history.lastIndexOf(undefined, look) + 1);
    const seen = history
      .map((one, place) => ({ one: one!, place }))
      .slice(from, look + 1)
      .filter(({ one }) => !Number.isNaN(one));
    const within = seen.map(({ one }) => !isBeyond(one)).lastIndexOf(true) + 1;
    const since = looks[seen[within]!.place]!;
    if (looks[look]! - since < rule.dwellDays * DAY) return;
    const left = changes.filter(({ change }) => change === 'left').at(-1);
    const isCooling = left !== undefined && looks[look]! - looks[left.look]! < rule.coolDownDays * DAY;
    if (isOn) changes.push({ look, change: 'left', since, raisedAt: last.raisedAt });
    else if (!isCooling) changes.push({ look, change: 'entered', since, raisedAt: looks[look]! });
  });
  return changes;
}
