import { existsSync } from 'node:fs';
import type ts from 'typescript';
import { describe, expect, test } from 'vitest';
import tsupConfig from '../../tsup.config.ts';
import { exportsOf, FACES, packageJson, rooms, sourceProgram, subpath, subpaths } from './library.ts';

const program = sourceProgram();
describe.each(subpaths)('the subpath $specifier', ({ name, file }) => {
  test('has an index.ts', () => {
    expect(existsSync(file)).toBe(true);
  });

  test('is built under its name, in both formats, with types', () => {
    const at = `./dist/${name}`;
    expect(packageJson.exports[name === 'index' ? '.' : `./${name}`]).toEqual({
      import: { types: `${at}.d.ts`, default: `${at}.js` },
      require: { types: `${at}.d.cts`, default: `${at}.cjs` },
    });
    expect(tsupConfig).toMatchObject({ entry: { [name]: expect.stringMatching(/index\.ts$/) } });
  });

  test('has types for resolvers that do not read exports', () => {
    const expected = name === 'index' ? undefined : [`./dist/${name}.d.cts`];
    expect(packageJson.typesVersions['*'][name]).toEqual(expected);
  });
});

const typesOf = (name: string) => new Map(exportsOf(program, subpath(name).file).map((one) => [one.name, one.symbol]));
const valuesOf = async (name: string): Promise<Record<string, unknown>> => import(subpath(name).specifier);
const below = [...rooms.map(({ name }) => name), 'log', 'statistics'];
const faces = subpaths.map(({ name }) => name).filter((name) => FACES.includes(name));

describe('the root', () => {
  const root = typesOf('index');

  test.each(below)('holds everything of %s, types too, as the same thing', async (name) => {
    const values = await valuesOf('index');
    const other = Object.entries(await valuesOf(name)).filter(([key, value]) => values[key] !== value);
    const otherTypes = [...typesOf(name)].filter(([key, symbol]) => root.get(key) !== symbol);
    expect([...other, ...otherTypes].map(([key]) => key)).toEqual([]);
  });

  test.each(faces)('holds nothing of %s', async (name) => {
    const values = new Set(Object.values(await valuesOf('index')));
    const held = Object.entries(await valuesOf(name)).filter(([, value]) => values.has(value));
    const heldTypes = [...typesOf(name)].filter(([, symbol]) => [...root.values()].includes(symbol));
    expect([...held, ...heldTypes].map(([key]) => key)).toEqual([]);
  });

  test('holds besides only what core defines', () => {
    const known = new Set(below.flatMap((name) => [...typesOf(name).values()]));
    const own = [...root].filter(([, symbol]) => !known.has(symbol));
    const elsewhere = own.filter(
      ([, { declarations }]) => !declarations?.[0]?.getSourceFile().fileName.includes('/src/core/'),
    );
    expect(elsewhere.map(([name]) => name)).toEqual([]);
    expect(own.map(([name]) => name)).toEqual(expect.arrayContaining(['InputError', 'isInputError', 'InputErrorCode']));
  });
});

test('no two rooms or floors give one name to two things', () => {
  const owners = new Map<string, { readonly owner: string; readonly symbol: ts.Symbol }>();
  const twice: string[] = [];
  for (const room of [...below, 'time'])
    for (const [name, symbol] of typesOf(room)) {
      const first = owners.get(name);
      if (first === undefined) owners.set(name, { owner: room, symbol });
      else if (first.symbol !== symbol) twice.push(`${name} in ${first.owner} and ${room}`);
    }
  expect(twice).toEqual([]);
});
