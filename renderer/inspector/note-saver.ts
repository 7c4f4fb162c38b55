/** How the saving of a note goes. */
export type NoteState = 'saved' | 'saving' | 'failed';

export interface NoteSaver {
  /** The text as it is now; it is saved once typing pauses, and no later than a second after it began. */
  readonly typed: (text: string) => void;
  /** Saves at once what was typed and is not saved: the field is left, or another badge is shown. */
  readonly flush: () => void;
}

interface NoteSaverOptions {
  /** Answers whether it was saved. */
  readonly save: (text: string) => Promise<boolean>;
  readonly onState: (state: NoteState) => void;
}

const pauseMs = 500;
const longestMs = 1_000;

/** Saves a note while it is being written, one saving at a time, the newest text last. */
export function createNoteSaver({ save, onState }: NoteSaverOptions): NoteSaver {
  let waiting: string | null = null;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;

  const run = async (): Promise<void> => {
    clearTimeout(timer);
    if (running || waiting === null) return;
    const text = waiting;
    waiting = null;
    running = true;
    onState('saving');
    const isSaved = await save(text).catch(() => false);
    running = false;
    if (waiting !== null) return run();
    // What could not be saved is tried again at the next key or when the field is left.
    if (!isSaved) waiting = text;
    onState(isSaved ? 'saved' : 'failed');
  };
  return {
    typed: (text) => {
      const now = Date.now();
      if (waiting === null) since = now;
      waiting = text;
      clearTimeout(timer);
      timer = setTimeout(() => void run(), Math.max(0, Math.min(pauseMs, since + longestMs - now)));
    },
    flush: () => void run(),
  };
}
