// Logs to hand options to: ordinary ones, so that an option that any log refuses is refused here.

import type { Instant } from '../../../src/core/types.ts';
import { eventLogFromColumns } from '../../../src/log/eventLogFromColumns.ts';
import { tenureLogFromColumns } from '../../../src/log/tenureLogFromColumns.ts';
import type { EventLog, TenureLog } from '../../../src/log/types.ts';

export const events: EventLog = eventLogFromColumns({
  customer: ['ada', 'bob', 'ada'],
  at: [0, 1000, 4000],
  amount: [10, 20, 30],
  name: ['order', 'order', 'visit'],
  attributes: { plan: ['S', 'L', 'S'] },
});

/** The tenures of nobody, as they may be known at any instant. */
export function tenuresUpTo(asOf: Instant): TenureLog {
  return tenureLogFromColumns({ customer: [], from: [], to: [] }, { asOf });
}
