import { firstResponseTime } from '../../src/support/firstResponseTime.ts';
import { isMedianOfWaits } from './waits.ts';

isMedianOfWaits(firstResponseTime);
