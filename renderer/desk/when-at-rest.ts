import { useDesk } from './desk-store.ts';

/** When the last rows of the work under way are on the desk: the answer to a call may be here before them. */
export function whenAtRest(): Promise<void> {
  if (useDesk.getState().progress === null) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useDesk.subscribe(({ progress }) => {
      if (progress !== null) return;
      stop();
      resolve();
    });
  });
}
