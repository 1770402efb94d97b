import { type CohortTableOptions, cohortTable } from '../../../src/cohorts/cohortTable.ts';
import { toMilliseconds } from '../../../src/core/checks.ts';
import { eventLogFromColumns } from '../../../src/log/eventLogFromColumns.ts';
import type { Pair } from '../pair.ts';

export const cohortsPairs: Readonly<Record<string, Pair>> = {
  cohortTableOptions: {
    // Whether the log has the attribute is not the options' to say: this one has whatever is asked for.
    call: (options: CohortTableOptions) => {
      const attributes = typeof options?.attribute === 'string' ? { [options.attribute]: ['S'] } : {};
      const asOf = toMilliseconds(options?.asOf);
      const at = [Number.isNaN(asOf) ? 0 : asOf];
      return cohortTable(eventLogFromColumns({ customer: ['ada'], at, attributes }), options);
    },
    needed: { period: 'month', asOf: 86_400_000 },
    optional: { timeZone: 'Europe/Berlin', weekStartsOn: 'sunday', level: 0.9, attribute: 'plan', value: 'last' },
    values: {
      ...{ attribute: ['market', '', undefined], value: ['first', 'each', undefined], asOf: [0, 86_400_000, 1e9] },
    },
    ...{ strict: true, beyondJson: true },
  },
};
