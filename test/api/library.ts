// What the package is made of, read from package.json and from the sources, so that no test repeats a list.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const packageJson = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly typesVersions: { readonly '*': Readonly<Record<string, readonly string[]>> };
  readonly dependencies: Readonly<Record<string, string>>;
};

/** One door of the package. */
export interface Subpath {
  /** Its folder in src; `index` is the root. */
  readonly name: string;
  /** As a consumer imports it. */
  readonly specifier: string;
  /** Its index.ts. */
  readonly file: string;
}

export const subpaths: readonly Subpath[] = Object.keys(packageJson.exports)
  .filter((key) => key !== './package.json')
  .map((key) => {
    const name = key === '.' ? 'index' : key.slice(2);
    const file = join(ROOT, 'src', key, 'index.ts');
    return { name, specifier: packageJson.name + key.slice(1), file };
  });

export const FLOORS: readonly string[] = ['log', 'statistics', 'time'];
export const FACES: readonly string[] = ['schemas', 'charts', 'sql', 'catalogue'];
export const rooms: readonly Subpath[] = subpaths.filter(
  ({ name }) => name !== 'index' && !FLOORS.includes(name) && !FACES.includes(name),
);

export function subpath(name: string): Subpath {
  const found = subpaths.find((one) => one.name === name);
  if (found === undefined) throw new Error(`package.json exports no "${name}"`);
  return found;
}

/** The settings of the tsconfig.json beside package.json. */
export function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  return ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT).options;
}

/** The whole of src behind the subpaths, with types. */
export function sourceProgram(): ts.Program {
  return ts.createProgram(
    subpaths.map(({ file }) => file),
    compilerOptions(),
  );
}

/** A public name and what stands behind it. */
export interface PublicExport {
  /** As it is called: `retentionRate`, and `bgNbd.fit` within a namespace. */
  readonly name: string;
  readonly symbol: ts.Symbol;
  readonly declaration: ts.Declaration;
}

/** What a file exports, types included; the members of a namespace in its place. */
export function exportsOf(program: ts.Program, file: string): readonly PublicExport[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  return module === undefined ? [] : membersOf(checker, module, '');
}

function membersOf(checker: ts.TypeChecker, module: ts.Symbol, prefix: string): PublicExport[] {
  return checker.getExportsOfModule(module).flatMap((member) => {
    const symbol = member.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(member) : member;
    if (symbol.flags & ts.SymbolFlags.ValueModule) return membersOf(checker, symbol, `${prefix}${member.name}.`);
    const declaration = symbol.declarations?.[0];
    return declaration === undefined ? [] : [{ name: prefix + member.name, symbol, declaration }];
  });
}

/** The call of a function, its first signature; undefined where the export is no function. */
export function signatureOf(program: ts.Program, { symbol, declaration }: PublicExport): ts.Signature | undefined {
  if (!(symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable))) return undefined;
  return program.getTypeChecker().getTypeOfSymbolAtLocation(symbol, declaration).getCallSignatures()[0];
}
