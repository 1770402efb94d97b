import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { makeReport } from '../../examples/report/makeReport.ts';
import { ReportError } from '../../examples/report/readCsv.ts';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const COMMAND = ['--import', 'tsx', 'examples/report.ts'];
const SETTING = { cwd: ROOT, env: { ...process.env, TSX_TSCONFIG_PATH: 'examples/tsconfig.json' } };

/** How a run of the report ended. */
export interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command that `npm run report` runs. */
export function reportCommand(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const setting = { ...SETTING, maxBuffer: 1 << 26 };
    execFile(process.execPath, [...COMMAND, ...args], setting, (error, out, err) => {
      resolve({ status: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

/** Runs it with a reader who closes the pipe before anything comes, as `| head` does once it has enough. */
export function reportToClosedPipe(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...COMMAND, ...args], SETTING);
    let err = '';
    child.stdout.destroy();
    child.stderr.on('data', (piece) => {
      err += String(piece);
    });
    child.on('close', (status) => resolve({ status: status ?? -1, out: '', err }));
  });
}

/** Makes the report in this process, which is faster. What a person can put right gives status 1; the rest is thrown. */
export async function report(...args: string[]): Promise<Run> {
  try {
    return { status: 0, out: await makeReport(args, (_, text) => text), err: '' };
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return { status: 1, out: '', err: error.message };
  }
}
