// The package is built in a temporary copy, so that a test never meets another one's half-written dist.
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './library.ts';

const LEFT_OUT = ['.git', 'node_modules', 'dist'];

/** A folder with the built package in `package` and room for what a test puts beside it. */
export interface Stage {
  readonly folder: string;
  readonly package: string;
  readonly remove: () => void;
}

/** Copies the package into a temporary folder and builds it there, with the types where asked for. */
export async function stage({ types }: { readonly types: boolean }): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-package-'));
  const copy = join(folder, 'package');
  for (const name of readdirSync(ROOT).filter((one) => !LEFT_OUT.includes(one)))
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const remove = (): void => rmSync(folder, { recursive: true });
  try {
    await run(copy, 'tsup', types ? [] : ['--no-dts']);
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, package: copy, remove };
}

/** Runs a program in a folder, one of the repository's tools or one of the system, and gives what it printed. */
export async function run(cwd: string, program: string, parameters: readonly string[]): Promise<string> {
  const path = [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  try {
    const options = { cwd, env: { ...process.env, PATH: path }, maxBuffer: 1e9 };
    return (await promisify(execFile)(program, parameters, options)).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} ${parameters.join(' ')} failed:\n${`${stdout}\n${stderr}`.slice(-4000)}`);
  }
}

/** The files of a folder, at any depth, by their path in it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The package that a specifier belongs to. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
