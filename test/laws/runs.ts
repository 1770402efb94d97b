/** How many cases a property is tried on: twenty times as many where TENURE_LONG is set. */
export function runs(usual: number): { readonly numRuns: number } {
  return { numRuns: process.env.TENURE_LONG ? 20 * usual : usual };
}
