import { resolutionTime } from '../../src/support/resolutionTime.ts';
import { isMedianOfWaits } from './waits.ts';

isMedianOfWaits(resolutionTime);
