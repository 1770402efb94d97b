import { respondedWithin } from '../../src/support/respondedWithin.ts';
import { isShareWithin } from './waits.ts';

isShareWithin(respondedWithin);
