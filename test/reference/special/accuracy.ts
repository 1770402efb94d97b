// Writes docs/accuracy.md: npx tsx test/reference/special/accuracy.ts
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { accuracyPage } from './accuracyPage.ts';
import { FUNCTIONS } from './functions.ts';

writeFileSync(fileURLToPath(new URL('../../../docs/accuracy.md', import.meta.url)), accuracyPage(FUNCTIONS));
