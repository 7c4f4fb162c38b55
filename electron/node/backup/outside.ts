import path from 'node:path';
import { CodedError } from '../../../shared/errors.ts';

/**
 * A backup inside its library would be in the next one, and go where the library goes.
 *
 * @throws CodedError backup/inside-library
 */
export function requireOutside(library: string, folder: string): void {
  const between = path.relative(library, folder);
  const isOutside = between.split(path.sep)[0] === '..' || path.isAbsolute(between);
  if (!isOutside) throw new CodedError('backup/inside-library');
}
