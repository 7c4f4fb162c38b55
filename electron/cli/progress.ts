import type { Io } from './io.ts';

/** One line on standard error that is written over and over, on a terminal only. */
export interface Progress {
  show(text: string): void;
  /** Takes the line away, before other text is written and at the end. */
  clear(): void;
}

/** Redrawn at most ten times a second; silent where standard error is no terminal. */
export function progressOn(io: Io): Progress {
  let shownAtMs = 0;
  let visible = false;
  return {
    show(text) {
      const nowMs = io.now();
      if (!io.errIsTerminal || (visible && nowMs - shownAtMs < 100)) return;
      shownAtMs = nowMs;
      visible = true;
      io.err(`\r\u001b[2K${text}`);
    },
    clear() {
      if (!visible) return;
      visible = false;
      io.err('\r\u001b[2K');
    },
  };
}
