/** Definitions nest less deep than this; what goes deeper may go in circles. */
const DEPTH = 6;

/** Whether plain data are equal; what is undefined need not be there, as it is not after JSON. */
export function isAlike(one: unknown, other: unknown, depth: number = DEPTH): boolean {
  if (Object.is(one, other)) return true;
  if (depth === 0 || !isBranch(one) || !isBranch(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const [fields, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...fields.keys(), ...others.keys()])].every((field) =>
    isAlike(fields.get(field), others.get(field), depth - 1),
  );
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
