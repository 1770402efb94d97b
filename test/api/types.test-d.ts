import { retentionRate } from 'tenure';
import { describe, expectTypeOf, test } from 'vitest';

const counts = { customersAtStart: 200, customersAtEnd: 210, newCustomers: 40 };

describe('a metric', () => {
  test('is a number', () => {
    expectTypeOf(retentionRate(counts)).toEqualTypeOf<number>();
  });

  test('takes frozen figures, and figures that carry extra fields', () => {
    retentionRate(Object.freeze({ ...counts }));
    const movement = { ...counts, reactivatedCustomers: 3 };
    retentionRate(movement);
  });

  test('does not write into its figures', () => {
    const figures = {} as Parameters<typeof retentionRate>[0];
    // @ts-expect-error they are readonly
    figures.newCustomers = 0;
  });

  test('refuses a misspelt field', () => {
    // @ts-expect-error it is newCustomers
    retentionRate({ customersAtStart: 200, customersAtEnd: 210, newCustomer: 40 });
  });

  test('refuses a missing field, and a figure given as text', () => {
    // @ts-expect-error newCustomers is missing
    retentionRate({ customersAtStart: 200, customersAtEnd: 210 });
    // @ts-expect-error a text is no number
    retentionRate({ ...counts, newCustomers: '40' });
  });

  test('refuses two numbers side by side', () => {
    // @ts-expect-error it takes one record
    retentionRate(200, 210);
  });
});
