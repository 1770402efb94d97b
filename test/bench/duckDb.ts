// DuckDB, as far as the comparison asks it. It is no dependency of this project: see databases.ts for how to have it.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { GeneratedEvents } from './generateEvents.ts';

/** What one statement gave, still within the engine. */
export interface DuckResult {
  readonly getColumns: () => Promise<readonly (readonly unknown[])[]>;
}

/** A connection to an instance in this process. */
export interface DuckConnection {
  readonly run: (sql: string) => Promise<DuckResult>;
  readonly createAppender: (table: string) => Promise<{
    readonly appendDataChunk: (chunk: unknown) => void;
    readonly closeSync: () => void;
  }>;
}

interface DuckModule {
  readonly DuckDBInstance: {
    readonly create: (path: string) => Promise<{ readonly connect: () => Promise<DuckConnection> }>;
  };
  readonly DuckDBDataChunk: {
    readonly create: (
      types: readonly unknown[],
      rows: number,
    ) => { readonly setColumnValues: (column: number, values: readonly number[]) => void };
  };
  readonly INTEGER: unknown;
  readonly DOUBLE: unknown;
}

/** As many rows as the engine's own chunks have. */
const CHUNK = 2048;

/** DuckDB's package, from the folder named by DUCKDB or from where packages of this project are; says how to have it. */
export function findDuckDb(): DuckModule {
  const folder = process.env.DUCKDB;
  try {
    return createRequire(folder === undefined ? import.meta.url : `${resolve(folder)}/`)('@duckdb/node-api');
  } catch {
    const place = folder === undefined ? 'in node_modules' : `in node_modules of ${folder}`;
    throw new Error(
      `@duckdb/node-api is not ${place}. Install it without keeping it (npm i --no-save @duckdb/node-api), or in a folder ` +
        'of its own and name that in the environment variable DUCKDB.',
    );
  }
}

/** A connection whose table `ev` has the events: integer ids, timestamps, amounts. */
export async function loadDuckDb({ customer, at, amount }: GeneratedEvents): Promise<DuckConnection> {
  const { DuckDBInstance, DuckDBDataChunk, INTEGER, DOUBLE } = findDuckDb();
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run("set timezone = 'UTC'");
  await connection.run('create table loaded (customer_id integer, at_ms double, amount double)');
  const appender = await connection.createAppender('loaded');
  for (let first = 0; first < at.length; first += CHUNK) {
    const end = Math.min(first + CHUNK, at.length);
    const chunk = DuckDBDataChunk.create([INTEGER, DOUBLE, DOUBLE], end - first);
    [customer, at, amount].forEach((column, place) => {
      chunk.setColumnValues(place, Array.from(column.subarray(first, end)));
    });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  await connection.run(
    'create table ev as select customer_id, make_timestamp(at_ms::bigint * 1000) as "at", amount from loaded',
  );
  await connection.run('drop table loaded');
  return connection;
}
