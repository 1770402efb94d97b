import { resolvedWithin } from '../../src/support/resolvedWithin.ts';
import { isShareWithin } from './waits.ts';

isShareWithin(resolvedWithin);
