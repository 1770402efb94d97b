import * as z from 'zod/mini';
import { type CohortTableOptions, cohortTable } from '../cohorts/cohortTable.ts';
import { emptyEvents } from './emptyLogs.ts';
import { attributeName, instant, oneOf } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { levelFields } from './statistics.ts';
import { periodFields } from './time.ts';
import type { Schema } from './types.ts';

/** What `cohortTable` takes as options; whether the log has the attribute, the log has to say. */
export const cohortTableOptions: Schema<CohortTableOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    ...periodFields(),
    ...levelFields(),
    asOf: instant,
    attribute: z.optional(attributeName),
    value: z.optional(oneOf('first', 'last')),
  }),
  (options) => cohortTable(emptyEvents(options.attribute), options),
);
