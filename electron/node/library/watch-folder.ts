import { watch } from 'node:fs';

/**
 * Tells soon after something in a folder changed, and also every `pollMs`, since some file systems and network drives
 * tell nothing. One call at a time. Neither keeps the process alive. The answer ends it.
 */
export function watchFolder(
  folder: string,
  onChange: () => Promise<void>,
  { pollMs, settleMs }: { readonly pollMs: number; readonly settleMs: number },
): () => void {
  let soon: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let again = false;

  function look(): void {
    // A poll may come before it: one that is forgotten could not be stopped.
    if (soon !== null) clearTimeout(soon);
    soon = null;
    if (running !== null) {
      again = true;
      return;
    }
    again = false;
    // What cannot be read now is tried again at the next look.
    running = onChange()
      .catch(() => undefined)
      .finally(() => {
        running = null;
        if (again) lookSoon();
      });
  }

  function lookSoon(): void {
    soon ??= setTimeout(look, settleMs).unref();
  }

  const poll = setInterval(look, pollMs).unref();
  const watcher = watchQuietly(folder, lookSoon);
  return () => {
    clearInterval(poll);
    if (soon !== null) clearTimeout(soon);
    again = false;
    watcher?.close();
  };
}

function watchQuietly(folder: string, onChange: () => void) {
  try {
    const watcher = watch(folder, { persistent: false }, onChange);
    // The folder may be moved or its drive pulled; the poll goes on.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
