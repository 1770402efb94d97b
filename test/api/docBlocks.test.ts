import { relative } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { type DocBlock, docBlockOf } from './docBlock.ts';
import { exportsOf, type PublicExport, ROOT, rooms, signatureOf, sourceProgram, subpaths } from './library.ts';

const program = sourceProgram();
const checker = program.getTypeChecker();
const ERRORS = `${ROOT}src/core/errors.ts`;

interface Documented extends PublicExport {
  /** File and name, as messages give them. */
  readonly at: string;
  readonly block: DocBlock | undefined;
  readonly signature: ts.Signature | undefined;
}

function documented(files: readonly string[]): Documented[] {
  const found = new Map<ts.Symbol, Documented>();
  for (const one of files.flatMap((file) => exportsOf(program, file))) {
    const at = `${relative(ROOT, one.declaration.getSourceFile().fileName)} ${one.name}`;
    found.set(one.symbol, { ...one, at, block: docBlockOf(one.declaration), signature: signatureOf(program, one) });
  }
  return [...found.values()];
}

const all = documented(subpaths.map(({ file }) => file));
const functions = all.filter(({ signature }) => signature !== undefined);
const metrics = documented(rooms.map(({ file }) => file)).filter(
  ({ signature }) => signature !== undefined && checker.typeToString(signature.getReturnType()) === 'number',
);

/** The text of a tag, undefined where it is not there or says nothing. */
function tagText(block: DocBlock | undefined, name: string): string | undefined {
  return block?.tags.find((tag) => tag.name === name)?.text.trim() || undefined;
}

function without(tag: string, among: readonly Documented[]): string[] {
  return among.filter(({ block }) => tagText(block, tag) === undefined).map(({ at }) => `${at}: no @${tag}`);
}

test('there are functions and metrics to look at', () => {
  expect(functions.length).toBeGreaterThan(0);
  expect(metrics.length).toBeGreaterThan(0);
});

test('every export has a doc block that starts with its meaning', () => {
  expect(all.filter(({ block }) => !block?.summary).map(({ at }) => at)).toEqual([]);
});

test('every function describes each of its parameters', () => {
  const missing = functions.flatMap(({ at, block, signature }) => {
    const described = block?.tags.filter(({ name }) => name === 'param').map(({ text }) => text) ?? [];
    return signature!.parameters
      .filter(({ name }, index) => {
        const text = name.startsWith('__') ? described[index] : described.find((one) => one.split(/\s/)[0] === name);
        return !/^\S+\s+(-\s+)?\S/.test(text ?? '');
      })
      .map(({ name }) => `${at}: no @param ${name}`);
  });
  expect(missing).toEqual([]);
});

test('every function says what it returns and shows an example', () => {
  expect([...without('returns', functions), ...without('example', functions)]).toEqual([]);
});

test('every metric says its unit, its range, its direction and when it is undefined', () => {
  expect(['unit', 'range', 'direction', 'undefinedWhen'].flatMap((tag) => without(tag, metrics))).toEqual([]);
});

test('every direction is one of the three', () => {
  const allowed = ['higher is better', 'lower is better', 'neither'];
  const others = metrics.filter(
    ({ block }) => !allowed.some((words) => tagText(block, 'direction')?.startsWith(words)),
  );
  expect(others.map(({ at }) => at)).toEqual([]);
});

test('every function that can refuse its input says so', () => {
  expect(
    without(
      'throws',
      functions.filter(({ declaration }) => canRefuse(declaration)),
    ),
  ).toEqual([]);
});

/** Whether a function, or one of the same file that it names, uses a check of core. */
function canRefuse(declaration: ts.Node, seen: ReadonlySet<ts.Node> = new Set()): boolean {
  if (seen.has(declaration)) return false;
  const within = new Set([...seen, declaration]);
  const visit = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && node.parent !== declaration && refuses(node, within)) return true;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(declaration);
}

function refuses(name: ts.Identifier, seen: ReadonlySet<ts.Node>): boolean {
  const symbol = checker.getSymbolAtLocation(name);
  const [declared] = symbol?.declarations ?? [];
  if (declared === undefined) return false;
  if (ts.isImportSpecifier(declared))
    return (
      /core\/(checks|errors)\.ts'$/.test(declared.parent.parent.parent.moduleSpecifier.getText()) &&
      /^(check|refuse)/.test(name.text)
    );
  return ts.isFunctionDeclaration(declared) && canRefuse(declared, seen);
}

test('@throws names codes that there are', () => {
  const { symbol } = exportsOf(program, ERRORS).find(({ name }) => name === 'InputErrorCode')!;
  const codes = checker.getDeclaredTypeOfSymbol(symbol) as ts.UnionType;
  const known = codes.types.map((type) => (type as ts.StringLiteralType).value);
  const unknown = all.flatMap(({ at, block }) =>
    (block?.tags ?? [])
      .filter(({ name }) => name === 'throws')
      .flatMap(({ text }) => [...text.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map((match) => match[1]!))
      .filter((code) => !known.includes(code))
      .map((code) => `${at}: ${code}`),
  );
  expect(unknown).toEqual([]);
});

test('every property of an exported interface, and of an exported record type, has a doc line', () => {
  const bare = all.flatMap(({ at, declaration }) =>
    membersOf(declaration)
      .filter((member) => !docBlockOf(member)?.summary)
      .map((member) => `${at}.${member.name?.getText()}`),
  );
  expect(bare).toEqual([]);
});

function membersOf(declaration: ts.Declaration): readonly ts.TypeElement[] {
  if (ts.isInterfaceDeclaration(declaration)) return declaration.members;
  if (!ts.isTypeAliasDeclaration(declaration)) return [];
  return ts.isTypeLiteralNode(declaration.type) ? declaration.type.members : [];
}
