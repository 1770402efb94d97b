import { type InputError, isInputError } from '../../src/core/errors.ts';

/** The error with which a call refuses its input; any other outcome fails the test. */
export function refusalOf(call: () => unknown): InputError {
  try {
    call();
  } catch (error) {
    if (isInputError(error)) return error;
    throw error;
  }
  throw new Error('the call refused nothing');
}
