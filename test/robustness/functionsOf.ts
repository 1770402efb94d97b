/** A function of the library, whatever it takes. */
export type Call = (...values: readonly unknown[]) => unknown;

/** Every function that a folder exports, those of its namespaces too. */
export function functionsOf(path: string, found: object): [name: string, call: Call][] {
  return Object.entries(found).flatMap(([key, value]) => {
    if (typeof value === 'function') return [[`${path}.${key}`, value as Call] as [string, Call]];
    return typeof value === 'object' && value !== null ? functionsOf(`${path}.${key}`, value) : [];
  });
}
