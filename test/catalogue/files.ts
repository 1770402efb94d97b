// What is made from the doc blocks, as files of the repository: sources of the catalogue, tables of the pages.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type ts from 'typescript';
import { rooms } from '../../src/catalogue/rooms.ts';
import { ROOT } from '../api/library.ts';
import { readMetrics, roomFunctions } from './readMetrics.ts';
import { HEADER, sourcesOf } from './sources.ts';
import { withTables } from './tables.ts';

const HOME = 'src/catalogue';

export function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** README.md and the pages of docs. */
export function pages(): string[] {
  const docs = readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.md'));
  return ['README.md', ...docs.sort().map((file) => `docs/${file}`)];
}

/** Every generated file, from the repository's folder, and what it is to hold; undefined where it is no longer made. */
export function generatedFiles(program: ts.Program): Map<string, string | undefined> {
  const metrics = readMetrics(program);
  const contents = { metrics, rooms, others: roomFunctions(program).filter(({ isMetric }) => !isMetric) };
  const before = readdirSync(join(ROOT, HOME)).filter((file) => read(`${HOME}/${file}`).startsWith(HEADER));
  const sources = [...sourcesOf(metrics)].map(([file, text]) => [`${HOME}/${file}`, text] as const);
  const tables = pages().map((page) => [page, withTables(page, read(page), contents)] as const);
  return new Map([...before.map((file) => [`${HOME}/${file}`, undefined] as const), ...sources, ...tables]);
}

/** The files that are not as they are to be. */
export function staleFiles(files: ReadonlyMap<string, string | undefined>): string[] {
  const found = (file: string) => (existsSync(join(ROOT, file)) ? read(file) : undefined);
  return [...files].filter(([file, text]) => found(file) !== text).map(([file]) => file);
}
