import { resolutionTime } from '../../src/support/resolutionTime.ts';
import { resolutionTimeInterval } from '../../src/support/resolutionTimeInterval.ts';
import { isIntervalOfWaits } from './waits.ts';

isIntervalOfWaits(resolutionTimeInterval, resolutionTime);
