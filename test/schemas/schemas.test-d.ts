import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import type { CohortTableOptions } from '../../src/cohorts/index.ts';
import type { AttributeValue, CustomerId, Instant } from '../../src/core/types.ts';
import { type BillingInput, eventLog, tenureLog } from '../../src/log/index.ts';
import type { MovementsOptions, RetentionCounts } from '../../src/rates/index.ts';
import {
  civilDateText,
  type cohortTableOptions,
  type customerId,
  decimalText,
  eventRow,
  type instant,
  type instantText,
  type movementsOptions,
  type openWhenEmpty,
  type retentionCounts,
  tenureRow,
  withText,
} from '../../src/schemas/index.ts';

/** What goes into and what comes out of a schema. */
type Ends<Schema extends z.core.$ZodType> = [z.input<Schema>, z.output<Schema>];
type Both<Value> = [Value, Value];

// That every schema of an input has its input's type, completeness.test.ts finds with the compiler.
test('what goes into and comes out of a schema is what its function takes', () => {
  expectTypeOf<Ends<typeof retentionCounts>>().toEqualTypeOf<Both<RetentionCounts>>();
  expectTypeOf<Ends<typeof cohortTableOptions>>().toEqualTypeOf<Both<CohortTableOptions>>();
  expectTypeOf<Ends<typeof instant>>().toEqualTypeOf<Both<Instant>>();
  expectTypeOf<Ends<typeof customerId>>().toEqualTypeOf<Both<CustomerId>>();
});

test('text goes in where numbers come out', () => {
  expectTypeOf<Ends<typeof instantText>>().toEqualTypeOf<[string, number]>();
  expectTypeOf<Ends<ReturnType<typeof openWhenEmpty>>>().toEqualTypeOf<[string, number | null]>();
});

test('a schema within an object of classic zod keeps its types', () => {
  const nested = (counts: typeof retentionCounts) => z.object({ counts });
  type Nested = ReturnType<typeof nested>;
  expectTypeOf<z.input<Nested>>().toEqualTypeOf<{ counts: RetentionCounts }>();
  expectTypeOf<z.output<Nested>>().toEqualTypeOf<{ counts: RetentionCounts }>();
});

test('rows have the types of a log’s fields, optional ones as such', () => {
  expectTypeOf<z.output<typeof eventRow>>().toEqualTypeOf<{
    customer: CustomerId;
    at: Instant;
    amount?: number | undefined;
    name?: string | undefined;
    currency?: string | undefined;
    id?: CustomerId | undefined;
  }>();
  expectTypeOf<z.output<typeof tenureRow>>().toEqualTypeOf<{
    customer: CustomerId;
    from: Instant;
    to: Instant | null;
    amount?: number | undefined;
    billing?: BillingInput | undefined;
    currency?: string | undefined;
    status?: AttributeValue | undefined;
    reason?: AttributeValue | undefined;
    id?: CustomerId | undefined;
  }>();
});

test('rows that were extended go into a log, whose fields know them', () => {
  const row = mini.extend(mini.required(eventRow, { amount: true }), {
    at: civilDateText({ timeZone: 'Europe/Berlin' }),
    plan: mini.string(),
  });
  type Row = z.output<typeof row>;
  expectTypeOf<Pick<Row, 'customer' | 'at' | 'amount' | 'plan'>>().toEqualTypeOf<{
    customer: CustomerId;
    at: number;
    amount: number;
    plan: string;
  }>();
  expectTypeOf<z.input<typeof row>['at']>().toEqualTypeOf<string>();
  const rows: Row[] = [];
  eventLog(rows, { customer: 'customer', at: 'at', amount: 'amount', attributes: { plan: 'plan' } });
  // @ts-expect-error a name may be missing, until it is made required
  eventLog(rows, { customer: 'customer', at: 'at', name: 'name' });
  // @ts-expect-error there is no such field
  eventLog(rows, { customer: 'customer', at: 'placed' });
});

test('and so do those of classic zod', () => {
  const row = z.object({ ...tenureRow.shape, amount: decimalText, market: z.string() });
  type Row = z.output<typeof row>;
  expectTypeOf<Pick<Row, 'to' | 'amount' | 'market'>>().toEqualTypeOf<{
    to: Instant | null;
    amount: number;
    market: string;
  }>();
  const fields = { customer: 'customer', from: 'from', to: 'to', amount: 'amount' } as const;
  const rows: Row[] = [];
  tenureLog(rows, { ...fields, attributes: { market: 'market' } }, { asOf: 0 });
});

test('fields that come as text are text in what goes in, left out where they may be', () => {
  const query = (schema: typeof movementsOptions) => withText(schema, { from: decimalText });
  type Query = ReturnType<typeof query>;
  expectTypeOf<z.output<Query>>().toEqualTypeOf<MovementsOptions>();
  expectTypeOf<z.input<Query>['from']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<z.input<Query>['to']>().toEqualTypeOf<MovementsOptions['to']>();
  // @ts-expect-error the options have no such field
  (schema: typeof movementsOptions) => withText(schema, { form: decimalText });
});
