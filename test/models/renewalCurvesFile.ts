import { readFileSync } from 'node:fs';

/** The curves of a file of segment, year and customers, in the order of the file. */
export function readRenewalCurves(path: string): Map<string, number[]> {
  const curves = new Map<string, number[]>();
  for (const line of readFileSync(path, 'utf8').trim().split('\n').slice(1)) {
    const [segment = '', year, customers] = line.split(',');
    const curve = curves.get(segment) ?? [];
    curve[Number(year)] = Number(customers);
    curves.set(segment, curve);
  }
  return curves;
}
