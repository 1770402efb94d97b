/** The parts of the report, in their order. */
export const SECTIONS = [
  'headline',
  'risk',
  'alerts',
  'goals',
  'customers',
  'cohorts',
  'value',
  'forecast',
  'segments',
  'surveys',
  'support',
] as const;

/** One part of the report. */
export type Section = (typeof SECTIONS)[number];
