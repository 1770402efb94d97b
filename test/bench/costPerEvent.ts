import { eventLogFromColumns } from '../../src/log/eventLogFromColumns.ts';
import { medians } from './medians.ts';
import { powerLawEvents } from './powerLawEvents.ts';
import { retentionJobs } from './retentionJobs.ts';

/** What one thing costs, in nanoseconds an event. */
export interface Cost {
  readonly name: string;
  readonly cost: number;
}

/** The cost of building a log of so many events, and of each question to it. */
export function costPerEvent(events: number, rounds: number): Cost[] {
  const columns = powerLawEvents(events);
  const tasks = [
    { name: 'build', run: (): unknown => eventLogFromColumns(columns) },
    ...retentionJobs(columns, eventLogFromColumns(columns)).filter(
      ({ name }) => name !== 'J1 UTC, bitmask' && name !== 'build and J1',
    ),
  ];
  // One after the other, not by turns: nothing but the task at hand is to be in the cache, however many events there are.
  return tasks.map(({ name, run }) => {
    globalThis.gc?.();
    const [time] = medians([run], rounds);
    return { name, cost: (time! * 1e6) / events };
  });
}

/** What it takes to touch fresh memory, in microseconds a page of 4 kB: logs and tables of customers are made of such. */
export function costPerPage(): number {
  const length = 1e7;
  const [time] = medians(
    [
      () => {
        globalThis.gc?.();
        const column = new Float64Array(length);
        for (let place = 0; place < length; place += 512) column[place] = 1;
      },
    ],
    5,
  );
  return (time! * 1e3 * 512) / length;
}
