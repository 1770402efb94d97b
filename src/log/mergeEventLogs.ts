import { refuse } from '../core/errors.ts';
import { checkEventLog } from './checkLog.ts';
import { concatCoded, concatNumbers } from './columns.ts';
import { finishEventLog } from './eventDraft.ts';
import { checkSome, mergedAttributes, mergedCustomers, mergedPath, shared } from './mergeColumns.ts';
import type { CodedColumn, EventIntake, EventLog } from './types.ts';

const METRIC = 'mergeEventLogs';

/**
 * One log of several, whatever customers they share: a long file can be read in pieces. Where the logs have ids, the
 * rule for repeated rows holds across them too.
 *
 * @param logs - logs with the same columns, built by the same rules
 * @returns the log of all rows; customers in order of first appearance
 * @throws InputError `not-rows`, `not-a-log`, `missing-field`, `unlike-definitions`, `duplicate-id`,
 * `conflicting-duplicate`
 * @complexity linear in the rows of all logs
 * @example
 * const january = eventLogFromColumns({ customer: ['ada', 'bob'], at: [10, 20] });
 * const february = eventLogFromColumns({ customer: ['ada'], at: [30] });
 * mergeEventLogs([january, february]).at // [10, 30, 20]
 */
export function mergeEventLogs(logs: readonly EventLog[]): EventLog {
  checkSome(METRIC, logs);
  for (let place = 0; place < logs.length; place++) checkEventLog(METRIC, logs[place]!, ['logs', place]);
  const rules = sameRules(logs);
  const coded = (columns: unknown[]): CodedColumn<string> => concatCoded(columns as CodedColumn<string>[]);
  const merged = finishEventLog(
    METRIC,
    {
      customers: mergedCustomers(logs),
      at: concatNumbers(logs.map((log) => log.at)),
      amount: shared(METRIC, logs, 'amount', (columns) => concatNumbers(columns as Float64Array[])),
      name: shared(METRIC, logs, 'name', coded),
      currency: shared(METRIC, logs, 'currency', coded),
      ids: shared(METRIC, logs, 'ids', (columns) => (columns as (string | number)[][]).flat()),
      attributes: mergedAttributes(METRIC, logs),
      path: mergedPath(logs),
    },
    { refunds: 'keep', duplicates: rules.duplicates },
  );
  return { ...merged, intake: mergedIntake(logs, merged.intake, rules) };
}

function sameRules(logs: readonly EventLog[]): EventIntake {
  const rules = logs.map(({ intake }) => `refunds '${intake.refunds}', duplicates '${intake.duplicates}'`);
  const unlike = rules.find((rule) => rule !== rules[0]);
  if (unlike !== undefined)
    refuse('unlike-definitions', METRIC, ['logs', 'intake'], `that of the first log (${rules[0]})`, unlike);
  return logs[0]!.intake;
}

function mergedIntake(
  logs: readonly EventLog[],
  merge: EventIntake,
  { refunds, duplicates }: EventIntake,
): EventIntake {
  const total = (count: (intake: EventIntake) => number): number =>
    logs.reduce((sum, log) => sum + count(log.intake), 0);
  return {
    rows: total((intake) => intake.rows),
    refunds,
    refundsDropped: total((intake) => intake.refundsDropped),
    refundsNetted: total((intake) => intake.refundsNetted),
    duplicates,
    duplicatesDropped: total((intake) => intake.duplicatesDropped) + merge.duplicatesDropped,
  };
}
