export { type RetentionCounts, retentionRate } from './retentionRate.ts';
