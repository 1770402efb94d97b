import { argv, env, exit, stderr, stdout } from 'node:process';
import { isInputError } from 'tenure';
import { makeReport } from './report/makeReport.ts';
import { painter } from './report/paint.ts';
import { ReportError } from './report/readCsv.ts';

// Orders go in, a retention report comes out: `npm run report`, and `npm run report -- --help` for more.

// A reader who has seen enough (report | head) closes the pipe: no fault of the report.
stdout.on('error', (error: NodeJS.ErrnoException) => exit(error.code === 'EPIPE' ? 0 : 1));

try {
  const paint = painter({ isTerminal: stdout.isTTY, environment: env });
  stdout.write(`${await makeReport(argv.slice(2), paint)}\n`);
} catch (error) {
  if (!(error instanceof ReportError || isInputError(error))) throw error;
  stderr.write(`report: ${error.message}\n`);
  exit(1);
}
