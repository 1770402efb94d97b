export * from './cohorts/index.ts';
export { InputError, type InputErrorCode, type InputIssue, isInputError } from './core/errors.ts';
export type { AttributeValue, CustomerId, Instant, Interval, LevelOptions } from './core/types.ts';
export * from './log/index.ts';
export * from './rates/index.ts';
export * from './statistics/index.ts';
export * from './value/index.ts';
