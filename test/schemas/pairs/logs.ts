// Logs to hand options to: ordinary ones, so that an option that any log refuses is refused here.
import { toMilliseconds } from '../../../src/core/checks.ts';
import type { Instant } from '../../../src/core/types.ts';
import { eventLogFromColumns } from '../../../src/log/eventLogFromColumns.ts';
import { tenureLogFromColumns } from '../../../src/log/tenureLogFromColumns.ts';
import type { EventLog, TenureLog } from '../../../src/log/types.ts';

export const events: EventLog = eventsWith('plan');

/** The log, its attribute called what is asked for. */
export function eventsWith(attribute: string | undefined): EventLog {
  return eventLogFromColumns({
    customer: ['ada', 'bob', 'ada'],
    at: [0, 1000, 4000],
    amount: [10, 2, 3],
    name: ['order', 'order', 'visit'],
    attributes: typeof attribute === 'string' ? { [attribute]: ['S', 'L', 'S'] } : {},
  });
}

/** One event at an instant, or at 0 where it is none: no more periods than there have to be. */
export function eventsAt(at: Instant | undefined): EventLog {
  const milliseconds = toMilliseconds(at);
  return eventLogFromColumns({ customer: ['ada'], at: [Number.isNaN(milliseconds) ? 0 : milliseconds], amount: [5] });
}

/** The tenures of nobody, as they may be known at any instant. */
export function tenuresUpTo(asOf: Instant, attribute?: string): TenureLog {
  const attributes = typeof attribute === 'string' ? { [attribute]: [] } : {};
  return tenureLogFromColumns({ customer: [], from: [], to: [], attributes }, { asOf });
}
