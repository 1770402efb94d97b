import { issueList } from '../core/issues.ts';
import type { AttributeValue } from '../core/types.ts';
import { billingKey } from './billing.ts';
import { checkTenureLog } from './checkLog.ts';
import { concatCoded, concatNumbers } from './columns.ts';
import { checkSome, mergedAttributes, mergedCustomers, mergedPath, shared } from './mergeColumns.ts';
import { checkSameAsOf, finishTenureLog } from './tenureDraft.ts';
import type { BillingInterval, CodedColumn, TenureLog } from './types.ts';

const METRIC = 'mergeTenureLogs';

/**
 * One log of several, whatever customers they share.
 *
 * @param logs - logs with the same columns, observed up to the same instant
 * @returns the log of all tenures; customers in order of first appearance
 * @throws InputError `not-rows`, `not-a-log`, `missing-field`, `unlike-definitions`, `duplicate-id`
 * @complexity linear in the rows of all logs
 * @example
 * const shop = tenureLogFromColumns({ customer: ['ada'], from: [10], to: [20] }, { asOf: 100 });
 * const web = tenureLogFromColumns({ customer: ['ada'], from: [40], to: [Infinity] }, { asOf: 100 });
 * mergeTenureLogs([web, shop]).from // [10, 40]
 */
export function mergeTenureLogs(logs: readonly TenureLog[]): TenureLog {
  checkSome(METRIC, logs);
  for (let place = 0; place < logs.length; place++) checkTenureLog(METRIC, logs[place]!, ['logs', place]);
  checkSameAsOf(METRIC, logs);
  const texts = (columns: unknown[]): CodedColumn<string> => concatCoded(columns as CodedColumn<string>[]);
  const values = (columns: unknown[]): CodedColumn<AttributeValue> =>
    concatCoded(columns as CodedColumn<AttributeValue>[]);
  return finishTenureLog(issueList(METRIC), {
    asOf: logs[0]!.asOf,
    customers: mergedCustomers(logs),
    from: concatNumbers(logs.map((log) => log.from)),
    to: concatNumbers(logs.map((log) => log.to)),
    amount: shared(METRIC, logs, 'amount', (columns) => concatNumbers(columns as Float64Array[])),
    billing: shared(METRIC, logs, 'billing', (columns) => concatBilling(columns as CodedColumn<BillingInterval>[])),
    currency: shared(METRIC, logs, 'currency', texts),
    status: shared(METRIC, logs, 'status', values),
    reason: shared(METRIC, logs, 'reason', values),
    ids: shared(METRIC, logs, 'ids', (columns) => (columns as (string | number)[][]).flat()),
    attributes: mergedAttributes(METRIC, logs),
    path: mergedPath(logs),
  });
}

/** Billing intervals are objects: the same interval of two logs is known by its text. */
function concatBilling(columns: readonly CodedColumn<BillingInterval>[]): CodedColumn<string> {
  const keyed = columns.map(({ codes, values }) => ({ codes, values: values.map(billingKey) as string[] }));
  return concatCoded(keyed);
}
