/**
 * The milliseconds of a `Date`, NaN of an invalid one, undefined of what is none. It asks for the date within, which
 * subclasses and dates of another realm have and look-alikes (proxies, `Object.create(Date.prototype)`) have not.
 */
export function dateMilliseconds(value: object): number | undefined {
  try {
    return Date.prototype.getTime.call(value as Date);
  } catch {
    return undefined;
  }
}
