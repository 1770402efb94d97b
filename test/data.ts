import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the folder of outside data that TENURE_DATA names; undefined where it is not there. */
export function dataFile(name: string): string | undefined {
  const folder = process.env.TENURE_DATA;
  if (folder === undefined) return undefined;
  const file = join(folder, name);
  return existsSync(file) ? file : undefined;
}
