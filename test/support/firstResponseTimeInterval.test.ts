import { firstResponseTime } from '../../src/support/firstResponseTime.ts';
import { firstResponseTimeInterval } from '../../src/support/firstResponseTimeInterval.ts';
import { isIntervalOfWaits } from './waits.ts';

isIntervalOfWaits(firstResponseTimeInterval, firstResponseTime);
