import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { csvText } from './csvText.ts';
import { generateShop } from './generateShop.ts';

/** Where the examples look for the shop's files; git ignores it. */
export const SHOP_FOLDER = fileURLToPath(new URL('../data', import.meta.url));

/** A file that was written. */
export interface WrittenFile {
  readonly file: string;
  readonly rows: number;
}

/** Writes every table of the shop as a CSV file into a folder, which is made where it is not there. */
export function writeShop(folder: string = SHOP_FOLDER): WrittenFile[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(generateShop()).map(([table, rows]: [string, readonly object[]]) => {
    const file = join(folder, `${table}.csv`);
    writeFileSync(file, csvText(rows));
    return { file, rows: rows.length };
  });
}

if (argv[1] === fileURLToPath(import.meta.url))
  for (const { file, rows } of writeShop(argv[2])) console.log(`${file}: ${rows} rows`);
