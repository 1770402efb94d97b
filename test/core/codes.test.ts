import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const ERRORS = join('core', 'errors.ts');

const trees = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file,
    tree: ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.ES2022, true),
  }));

/** All texts that stand in the code itself, comments left out. */
function textsOf(node: ts.Node): string[] {
  const own = ts.isStringLiteral(node) ? [node.text] : [];
  const inner: string[] = [];
  ts.forEachChild(node, (child) => {
    inner.push(...textsOf(child));
  });
  return [...own, ...inner];
}

const union = trees
  .find(({ file }) => file === ERRORS)!
  .tree.statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === 'InputErrorCode')!;
const codes = textsOf(union);
const used = new Set(trees.filter(({ file }) => file !== ERRORS).flatMap(({ tree }) => textsOf(tree)));

describe('the closed list of error codes', () => {
  test('is a list of distinct words in alphabetical order', () => {
    expect(codes.length).toBeGreaterThan(20);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  test('holds no code that nothing in the library gives', () => {
    expect(codes.filter((code) => !used.has(code))).toEqual([]);
  });

  test('holds every code that a doc block names after @throws', () => {
    const named = trees.flatMap(({ file, tree }) =>
      [...tree.text.matchAll(/@throws InputError([^@]*?)(?:\n \* @|\n \*\/)/g)].flatMap(([, sentence]) =>
        [...sentence!.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code]) => ({ file, code: code! })),
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ code }) => !codes.includes(code))).toEqual([]);
  });
});
