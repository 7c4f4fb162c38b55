import { useState } from 'react';

/** Runs a piece of work and says whether it is under way: a second press meanwhile does nothing. */
export function useOneAtATime(work: () => Promise<void>): {
  readonly isRunning: boolean;
  readonly run: () => void;
} {
  const [isRunning, setRunning] = useState(false);
  const run = (): void => {
    if (isRunning) return;
    setRunning(true);
    void work().finally(() => setRunning(false));
  };
  return { isRunning, run };
}
