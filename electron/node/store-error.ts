import { CodedError, type ErrorCode } from '../../shared/errors.ts';

/** A file system's error as ours: by its code, never its message, which holds a path. Coded errors pass as they are. */
export function storeError(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  return new CodedError(storeCodes[systemCode(error) ?? ''] ?? 'store/io', {}, { cause: error });
}

/** Node's code of a system error (`ENOENT`); null for anything else. */
export function systemCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

export function isNotFound(error: unknown): boolean {
  return systemCode(error) === 'ENOENT';
}

/** Runs an effect on the library's folder; whatever the file system throws comes out coded. */
export async function storing<Value>(effect: () => Promise<Value>): Promise<Value> {
  try {
    return await effect();
  } catch (error) {
    throw storeError(error);
  }
}

const storeCodes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'store/disk-full',
  EDQUOT: 'store/disk-full',
  EACCES: 'store/no-permission',
  EPERM: 'store/no-permission',
  EROFS: 'store/read-only',
};
