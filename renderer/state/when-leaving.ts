/**
 * Calls when the person turns to another window, and when this one closes, whoever closes it: a signal ends the app without
 * any blur. By the time that the page is hidden nobody may hear it any more, so it is called while it still stays. Answers
 * how to stop.
 */
export function whenLeaving(listener: () => void, page: Pick<Window, Listening> = window): () => void {
  for (const name of leaving) page.addEventListener(name, listener);
  return () => {
    for (const name of leaving) page.removeEventListener(name, listener);
  };
}

type Listening = 'addEventListener' | 'removeEventListener';

const leaving = ['blur', 'beforeunload', 'pagehide'] as const;
