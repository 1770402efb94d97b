export { type BootstrapInterval, type BootstrapOptions, bootstrapInterval } from './bootstrapInterval.ts';
export type { ProportionCounts } from './proportionCounts.ts';
export { type ProportionDifference, proportionDifference } from './proportionDifference.ts';
export {
  type ProportionInterval,
  type ProportionIntervalOptions,
  type ProportionMethod,
  proportionInterval,
} from './proportionInterval.ts';
