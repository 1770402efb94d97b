export { metrics } from './metrics.ts';
export { rooms } from './rooms.ts';
export type { Metric, MetricDirection, MetricRange, MetricRoom } from './types.ts';
