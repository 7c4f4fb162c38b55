import { codeOf } from '../../shared/errors.ts';

/** The code with which an action is refused; `accepted` where it is not. */
export function refusalOf(action: () => unknown): string {
  try {
    action();
    return 'accepted';
  } catch (error) {
    return codeOf(error);
  }
}
