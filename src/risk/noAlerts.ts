import type { AlertState } from './alertTypes.ts';

/**
 * What `alertStep` is told at the first look: nobody is on alert.
 *
 * @example
 * noAlerts // { asOf: null, entries: [] }
 */
export const noAlerts: AlertState = /* @__PURE__ */ Object.freeze({
  asOf: null,
  entries: /* @__PURE__ */ Object.freeze([]),
});
