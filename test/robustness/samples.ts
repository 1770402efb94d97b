import { cohorts, table } from './samples/cohorts.ts';
import { goals } from './samples/goals.ts';
import { log } from './samples/log.ts';
import { models } from './samples/models.ts';
import { rates } from './samples/rates.ts';
import { risk } from './samples/risk.ts';
import { segments } from './samples/segments.ts';
import { events, rows, tenures } from './samples/shared.ts';
import { statistics } from './samples/statistics.ts';
import { support } from './samples/support.ts';
import { surveys } from './samples/surveys.ts';
import { time } from './samples/time.ts';
import { value } from './samples/value.ts';

const BY_FOLDER = { cohorts, goals, log, models, rates, risk, segments, statistics, support, surveys, time, value };

/** Arguments in order, by the function's name: with them, what comes after the first check is reached too. */
export const SAMPLES: Readonly<Record<string, readonly unknown[]>> = Object.fromEntries(
  Object.entries(BY_FOLDER).flatMap(([folder, samples]) =>
    Object.entries(samples).map(([name, list]) => [`${folder}.${name}`, list]),
  ),
);

/** What stands before a hostile argument where a function has no sample of its own. */
export const POOL: readonly unknown[] = [undefined, {}, [1, 2], rows, events, tenures, table];
