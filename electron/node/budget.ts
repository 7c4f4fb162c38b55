/** So many units (bytes, places) may be out at once; whoever asks for more waits, in order. */
export interface Budget {
  /** Takes units, at most as many as there are in all; the answer gives them back. */
  take(units: number): Promise<() => void>;
}

export function createBudget(total: number): Budget {
  const waiting: { readonly units: number; readonly start: () => void }[] = [];
  let free = total;

  function startNext(): void {
    for (let next = waiting[0]; next !== undefined && next.units <= free; next = waiting[0]) {
      waiting.shift();
      free -= next.units;
      next.start();
    }
  }

  return {
    take: (wanted) =>
      new Promise((resolve) => {
        const units = Math.min(Math.max(0, wanted), total);
        const giveBack = (): void => {
          free += units;
          startNext();
        };
        waiting.push({ units, start: () => resolve(giveBack) });
        startNext();
      }),
  };
}
