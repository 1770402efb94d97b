import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where a file of outside data is, in the folder that TENURE_DATA names; undefined where it is not there. */
export function dataFile(name: string): string | undefined {
  const folder = process.env.TENURE_DATA;
  if (folder === undefined || folder === '') return undefined;
  const path = join(folder, name);
  return existsSync(path) ? path : undefined;
}
