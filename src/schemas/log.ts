import * as z from 'zod/mini';
import { type BridgeOptions, bridgeGaps } from '../log/bridgeGaps.ts';
import { type CivilTextOptions, civilDate } from '../log/civilDate.ts';
import { checkEventLogOptions, type EventLogOptions } from '../log/eventDraft.ts';
import { type EventColumns, eventLogFromColumns } from '../log/eventLogFromColumns.ts';
import { isoInstant } from '../log/isoInstant.ts';
import { type PurchaseTotalsOptions, purchaseTotals } from '../log/purchaseTotals.ts';
import { type SessionOptions, sessionsFromEvents } from '../log/sessionsFromEvents.ts';
import { type SplitOptions, splitBy } from '../log/splitBy.ts';
import { checkTenureLogOptions, type TenureLogOptions } from '../log/tenureDraft.ts';
import { type TenureColumns, tenureLogFromColumns } from '../log/tenureLogFromColumns.ts';
import { type LapseOptions, tenuresFromEvents } from '../log/tenuresFromEvents.ts';
import type { EmptyTextOptions } from '../log/textReader.ts';
import { emptyEvents, emptyTenures } from './emptyLogs.ts';
import { codedColumn, column, columnRecord, count, instant, oneOf } from './fields.ts';
import { optionsSchema } from './optionsSchema.ts';
import { timeZoneFields } from './time.ts';
import type { Schema } from './types.ts';

/** What `eventLog` and `eventLogFromColumns` take as options. */
export const eventLogOptions: Schema<EventLogOptions> = /* @__PURE__ */ optionsSchema(
  () => ({
    refunds: z.optional(oneOf('refuse', 'drop', 'net', 'keep')),
    duplicates: z.optional(oneOf('refuse', 'drop', 'keep')),
  }),
  (options) => checkEventLogOptions('eventLog', options),
);

/** What `tenureLog` and `tenureLogFromColumns` take as options. */
export const tenureLogOptions: Schema<TenureLogOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ asOf: instant }),
  (options) => checkTenureLogOptions('tenureLog', options),
);

/** What `tenuresFromEvents` takes as options. */
export const lapseOptions: Schema<LapseOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ lapseAfter: count, asOf: instant }),
  (options) => tenuresFromEvents(emptyEvents(), options),
);

/** What `bridgeGaps` takes as options. */
export const bridgeOptions: Schema<BridgeOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ grace: count }),
  (options) => bridgeGaps(emptyTenures(0), options),
);

/** What `sessionsFromEvents` takes as options. */
export const sessionOptions: Schema<SessionOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ idle: count }),
  (options) => sessionsFromEvents(emptyEvents(), options),
);

/** What `purchaseTotals` takes as options. */
export const purchaseTotalsOptions: Schema<PurchaseTotalsOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ from: z.optional(instant), to: z.optional(instant) }),
  (options) => purchaseTotals(emptyEvents(), options),
);

/** What `splitBy` takes as options. */
export const splitOptions: Schema<SplitOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ value: oneOf('first', 'last', 'each') }),
  (options) => splitBy(emptyEvents('field'), 'field', options),
);

const emptyFields = () => ({ empty: z.optional(oneOf('refuse', 'open')) });

/** What `isoInstant` takes as options. */
export const emptyTextOptions: Schema<EmptyTextOptions> = /* @__PURE__ */ optionsSchema(emptyFields, (options) =>
  isoInstant('column', options),
);

/** What `civilDate` and `civilDateTime` take as options. */
export const civilTextOptions: Schema<CivilTextOptions> = /* @__PURE__ */ optionsSchema(
  () => ({ ...timeZoneFields(), ...emptyFields() }),
  (options) => civilDate('column', options),
);

/** What `eventLogFromColumns` takes; negative amounts and repeated ids pass, as some options let them. */
export const eventColumns: Schema<EventColumns> = /* @__PURE__ */ optionsSchema(
  () => ({
    customer: codedColumn,
    at: column,
    amount: z.optional(column),
    name: z.optional(codedColumn),
    currency: z.optional(codedColumn),
    id: z.optional(column),
    attributes: z.optional(columnRecord),
  }),
  (columns) => eventLogFromColumns(columns, { refunds: 'keep', duplicates: 'keep' }),
  'columns',
);

/** What `tenureLogFromColumns` takes. */
export const tenureColumns: Schema<TenureColumns> = /* @__PURE__ */ optionsSchema(
  () => ({
    customer: codedColumn,
    from: column,
    to: column,
    amount: z.optional(column),
    billing: z.optional(column),
    currency: z.optional(codedColumn),
    status: z.optional(codedColumn),
    reason: z.optional(codedColumn),
    id: z.optional(column),
    attributes: z.optional(columnRecord),
  }),
  (columns) => tenureLogFromColumns(columns, { asOf: 0 }),
  'columns',
);
