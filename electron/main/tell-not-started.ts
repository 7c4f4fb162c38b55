import type { Answer } from '../../shared/ipc/contract.ts';
import { shellWords } from '../../shared/text/shell.ts';
import type { RunningApp } from './compose.ts';
import type { FirstWindow } from './first-window.ts';
import { startAgain } from './start-again.ts';

/**
 * Stands in for the rest of the app where that does not load or cannot be put together: every call of the page is
 * answered with why, which the window shows in words. It takes nothing that may be what is missing.
 */
export function tellNotStarted({ opened, join }: FirstWindow, error: unknown): RunningApp {
  // For whoever started it from a terminal.
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  const failure: Answer<never> = {
    ok: false,
    failure: { code: 'program/not-started', ...shellWords.notStarted },
  };
  join({
    answerCall: async (name, isOwnPage, payload) => {
      if (isOwnPage && name === 'library.text' && isAgain(payload)) startAgain();
      return failure;
    },
    answerPicture: async () => ({ status: 404, headers: {}, body: null }),
    onPageGone: () => opened.window.destroy(),
  });
  return {
    show: () => {
      if (!opened.window.isDestroyed()) opened.window.show();
    },
    open: () => undefined,
    openHandedOver: () => undefined,
    close: async () => undefined,
  };
}

function isAgain(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'again' in payload && payload.again === true;
}
