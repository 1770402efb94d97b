// `npm run catalogue`: writes the catalogue and the tables of the pages from the doc blocks of the metrics.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, sourceProgram } from '../api/library.ts';
import { generatedFiles, staleFiles } from './files.ts';

const files = generatedFiles(sourceProgram());
const stale = staleFiles(files);
for (const file of stale) {
  const text = files.get(file);
  if (text === undefined) rmSync(join(ROOT, file));
  else writeFileSync(join(ROOT, file), text);
}
console.info(stale.length === 0 ? 'The catalogue is up to date.' : `Written: ${stale.join(', ')}`);
