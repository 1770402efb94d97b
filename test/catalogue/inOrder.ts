/** By UTF-16 code units, the same in every locale. */
export function inOrder(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
