import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalNumber } from '../../src/log/decimalNumber.ts';
import { refusalOf } from '../core/refusalOf.ts';

const read = (text: string) => decimalNumber('total')({ total: text });

describe('a number as text', () => {
  test.each([
    ['0', 0],
    ['29.30', 29.3],
    ['007', 7],
    ['+5', 5],
    ['-5.5', -5.5],
    ['.5', 0.5],
    ['5.', 5],
    ['9007199254740993', 9007199254740992],
    ['0.1000000000000000055511151231257827021181583404541015625', 0.1],
  ])('%s is read', (text, number) => {
    expect(read(text)).toBe(number);
  });

  test.each([
    ...['', ' ', '.', '+', '-', '+.', '--5', '+-5', '5-', '1.2.3', '1..2'],
    ...['1,234.50', '1.234,50', '12,5', '1 234', '1\u00a0234', "1'234", '1_234'],
    ...['$5', '5 EUR', '\u20ac5', '5%', '(5)', '1e5', '1E5', '0x10', '0b1', 'NaN', 'Infinity', '-Infinity'],
    ...[' 5', '5 ', '5\n', '\u0665', '\uff15', '\u22125', 'five', 'null', 'true', '5n'],
  ])('"%s" is refused', (text) => {
    expect(read(text)).toBeNaN();
  });

  test('is read back, however many digits it has', () => {
    const decimals = fc.tuple(fc.maxSafeInteger(), fc.nat(10 ** 9)).map(([whole, part]) => `${whole}.${part}`);
    fc.assert(
      fc.property(decimals, (text) => {
        expect(read(text)).toBe(Number.parseFloat(text));
      }),
    );
  });

  test('is refused exactly where the plain pattern does not hold', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0123456789+-.,e '), maxLength: 8 });
    fc.assert(
      fc.property(near, (text) => {
        expect(!Number.isNaN(read(text))).toBe(/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text));
      }),
      { numRuns: 2000 },
    );
  });
});

test('the reader of numbers refuses a column that is no name', () => {
  expect(refusalOf(() => decimalNumber(undefined as never))).toMatchObject({
    code: 'unknown-field',
    metric: 'decimalNumber',
    path: ['column'],
  });
});
