// The examples of the doc blocks in src and the fences of README.md and docs, as programs that check themselves.
//
// - A comment behind a statement, or directly below an expression, is its value: `rate(counts) // 0.85`. Behind
//   `const name = ...` it is the value of name, for `console.log(x)` that of x. It may start with an arrow, `// -> 0.85`,
//   and a value that is not whole goes on in the comment lines below. Remarks stand above what they are about.
// - The value is JavaScript. Numbers agree within 1e-12 of their size; `0.63…` shows the first digits, cut or rounded.
//   Lists (typed arrays too) and records agree member by member.
// - `// throws above-limit`: something is thrown, and "InputError above-limit: its message" holds these words.
// - An example of src sees every export of the library and of its own file; a fence imports what it uses.
// - An example runs and checks at least one value. A fence marked ```ts no-check only runs, ```ts no-run is only
//   type-checked; ```js is not type-checked; other languages are left alone.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { docBlocksIn } from './docBlock.ts';
import { ROOT } from './library.ts';
import type { CompiledExample } from './runExample.ts';

export interface Example {
  /** File, from the repository's folder. */
  readonly file: string;
  /** Line of its first line of code, counted from 1. */
  readonly line: number;
  readonly code: string;
  readonly language: 'ts' | 'js';
  readonly mark: '' | 'no-check' | 'no-run';
}

const LANGUAGES: Readonly<Record<string, Example['language']>> = {
  ts: 'ts',
  typescript: 'ts',
  js: 'js',
  javascript: 'js',
};

/** Every example there is. */
export function allExamples(): Example[] {
  const sources = filesUnder('src', '.ts').flatMap((file) => examplesOfSource(file, read(file)));
  const pages = ['README.md', ...filesUnder('docs', '.md')].filter((file) => existsSync(join(ROOT, file)));
  return [...sources, ...pages.flatMap((file) => fencesIn(file, read(file), 1))];
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`)
    .filter((file) => !file.startsWith('docs/api/'))
    .sort();
}

/** The examples of the doc blocks of a source file. */
export function examplesOfSource(file: string, text: string): Example[] {
  return docBlocksIn(text).flatMap(({ block, line }) =>
    block.tags
      .filter((tag) => tag.name === 'example')
      .flatMap((tag): Example[] => {
        const start = line + tag.line;
        if (tag.text.includes('```')) return fencesIn(file, tag.text, start);
        return [{ file, line: start, code: tag.text, language: 'ts', mark: '' }];
      }),
  );
}

/** The fences of a page, in a language that can be run. */
export function fencesIn(file: string, text: string, firstLine: number): Example[] {
  return [...text.matchAll(/^[ \t]*```(\w+)(.*)\n([\s\S]*?)^[ \t]*```[ \t]*$/gm)].flatMap((match) => {
    const [, name = '', rest = '', code = ''] = match;
    const language = LANGUAGES[name];
    if (language === undefined) return [];
    const line = firstLine + text.slice(0, match.index).split('\n').length;
    return [{ file, line, code, language, mark: markOf(rest.trim(), `${file}:${line}`) }];
  });
}

function markOf(text: string, origin: string): Example['mark'] {
  if (text !== '' && text !== 'no-check' && text !== 'no-run') throw new Error(`${origin}: unknown mark "${text}"`);
  return text;
}

/** What an example imports. */
export function importsOf(code: string): string[] {
  return ts.preProcessFile(code).importedFiles.map(({ fileName }) => fileName);
}

/** Turns an example into a program that checks its values. */
export function compileExample({ file, line, code }: Example): CompiledExample {
  const origin = `${file}:${line}`;
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { diagnostics = [] } = ts.transpileModule(code, { compilerOptions, reportDiagnostics: true });
  const [wrong] = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  if (wrong !== undefined) throw new Error(`${origin}: ${wrong} (before a line that starts with [ or ( stands a ;)`);
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  const checked = source.statements.map((statement) => checkedStatement(statement, origin)).join('\n');
  return { origin, code: ts.transpileModule(checked, { compilerOptions }).outputText };
}

function checkedStatement(statement: ts.Statement, origin: string): string {
  const text = statement.getText();
  const rest = statement.getSourceFile().text.slice(statement.getEnd());
  const value = valueBehind(rest, ts.isExpressionStatement(statement), origin);
  if (value === undefined) return text;
  const subject = subjectOf(statement);
  if (subject === undefined) throw new Error(`${origin}: a value behind what has none: ${text}`);
  if (value.startsWith('throws')) {
    const words = JSON.stringify(value.slice('throws'.length).trim());
    return `await checkThrows(async () => (${subject}), ${words});`;
  }
  const check = `await check(async () => (${subject}), () => (${expression(value)}), ${JSON.stringify(value)});`;
  return ts.isVariableStatement(statement) ? `${text}\n${check}` : check;
}

/** The expression whose value a statement has. */
function subjectOf(statement: ts.Statement): string | undefined {
  if (ts.isVariableStatement(statement)) {
    const [declared, ...more] = statement.declarationList.declarations;
    return declared !== undefined && more.length === 0 && ts.isIdentifier(declared.name)
      ? declared.name.text
      : undefined;
  }
  if (!ts.isExpressionStatement(statement)) return undefined;
  const call = statement.expression;
  const printed = ts.isCallExpression(call) && call.expression.getText() === 'console.log' ? call.arguments[0] : call;
  return printed?.getText();
}

/** The value in the comment that follows a statement. */
function valueBehind(rest: string, below: boolean, origin: string): string | undefined {
  const [behind = '', ...others] = rest.split('\n').map((line) => line.trim());
  const lines = behind.startsWith('//') ? [behind, ...others] : behind === '' && below ? others : [];
  const end = lines.findIndex((line) => !line.startsWith('//'));
  const comments = lines.slice(0, end === -1 ? lines.length : end).map((line) => line.replace(/^\/\/ ?(-> ?)?/, ''));
  if (comments.length === 0) return undefined;
  if (comments[0]!.startsWith('throws')) return comments[0];
  const whole = comments.map((_, index) => comments.slice(0, index + 1).join('\n')).find(isExpression);
  if (whole === undefined) throw new Error(`${origin}: not a value: ${comments[0]}`);
  return whole;
}

/** The value as JavaScript: `0.63…` becomes a call. */
function expression(value: string): string {
  return value.replace(/(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)…/g, "shown('$1')");
}

function isExpression(value: string): boolean {
  try {
    new Function(`return (${expression(value)}\n)`);
    return value.trim() !== '';
  } catch {
    return false;
  }
}
