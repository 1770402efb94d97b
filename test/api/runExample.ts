// Runs a compiled example: in the tests, and in a consumer of the packed package, which has no other file of test/.
import { inspect } from 'node:util';

/** An example as plain data. */
export interface CompiledExample {
  /** File and line. */
  readonly origin: string;
  /** CommonJS text, with `check` in place of each commented value. */
  readonly code: string;
}

type Modules = ReadonlyMap<string, unknown>;

/** A number of which only the first digits are shown, cut or rounded: `0.63…`. */
class Shown {
  readonly digits: string;
  constructor(digits: string) {
    this.digits = digits;
  }

  fits(actual: number): boolean {
    const [mantissa = '', exponent = '0'] = this.digits.split('e');
    const unit = 10 ** (Number(exponent) - (mantissa.split('.')[1]?.length ?? 0));
    const beyond = (actual - Number(this.digits)) * (mantissa.startsWith('-') ? -1 : 1);
    return beyond >= -unit / 2 && beyond < unit;
  }
}

/** Runs an example with the names of `scope` in sight and gives the number of values it checked. */
export async function runExample(example: CompiledExample, scope: object, modules: Modules): Promise<number> {
  const { origin, code } = example;
  let checked = 0;
  const check = async (actual: () => unknown, expected: () => unknown, text: string): Promise<void> => {
    checked++;
    const value = await actual();
    if (!same(value, expected())) throw new Error(`${origin}: "${text}" does not hold: ${inspect(value)}`);
  };
  const checkThrows = async (actual: () => unknown, words: string): Promise<void> => {
    checked++;
    const thrown = await caught(actual);
    if (thrown?.includes(words) !== true) throw new Error(`${origin}: "throws ${words}" does not hold: ${thrown}`);
  };
  const names = Object.keys(scope);
  const build = new Function(...names, `return async (require, exports, check, checkThrows, shown) => {\n${code}\n}`);
  const run = build(...Object.values(scope));
  await run(
    (name: string) => modules.get(name),
    {},
    check,
    checkThrows,
    (digits: string) => new Shown(digits),
  );
  return checked;
}

async function caught(call: () => unknown): Promise<string | undefined> {
  try {
    await call();
  } catch (error) {
    const { name, code, message } = error as { name: string; code?: string; message: string };
    return `${name} ${code}: ${message}`;
  }
  return undefined;
}

function isList(value: object): boolean {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

/** Whether a value is the one written down. */
export function same(actual: unknown, expected: unknown): boolean {
  if (expected instanceof Shown) return typeof actual === 'number' && expected.fits(actual);
  if (typeof expected === 'number' && typeof actual === 'number' && Number.isFinite(expected))
    return Math.abs(actual - expected) <= 1e-12 * Math.abs(expected);
  if (typeof expected !== 'object' || expected === null) return Object.is(actual, expected);
  if (typeof actual !== 'object' || actual === null || isList(actual) !== isList(expected)) return false;
  if (expected instanceof Date) return actual instanceof Date && actual.getTime() === expected.getTime();
  const keys = Object.keys(expected);
  return (
    Object.keys(actual).length === keys.length &&
    keys.every((key) => key in actual && same(actual[key as never], expected[key as never]))
  );
}
