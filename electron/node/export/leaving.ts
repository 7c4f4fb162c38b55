import { CodedError, type ErrorCode } from '../../../shared/errors.ts';
import { storeError } from '../store-error.ts';

/**
 * Writes where the person chose: whatever stands in the way there is said of that place and never of the backpack, which
 * has nothing to do with it. A full disk stays a full disk. `name`: the file's, without its folder.
 */
export async function leavingAs<Value>(name: string, write: () => Promise<Value>): Promise<Value> {
  try {
    return await write();
  } catch (error) {
    const found = storeError(error);
    throw ofThePlace.has(found.code)
      ? new CodedError('export/cannot-write', { name }, { cause: error })
      : found;
  }
}

const ofThePlace: ReadonlySet<ErrorCode> = new Set(['store/io', 'store/no-permission', 'store/read-only']);
