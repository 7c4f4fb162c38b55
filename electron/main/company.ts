/** Work that is done together, and work that may only be done alone. */
export interface Company {
  /** Waits while something is done alone; tells whether anything else was under way in the meantime. */
  together<Value>(work: () => Promise<Value>): Promise<{ readonly value: Value; readonly wasAlone: boolean }>;
  /** Waits until nothing else is under way; in the order of asking. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
}

export function createCompany(): Company {
  const running = new Map<{ wasAlone: boolean }, Promise<unknown>>();
  let lastAlone: Promise<unknown> = Promise.resolve();
  let waitingAlone = 0;

  async function together<Value>(work: () => Promise<Value>) {
    while (waitingAlone > 0) await lastAlone;
    const member = { wasAlone: running.size === 0 };
    for (const other of running.keys()) other.wasAlone = false;
    const done = work();
    running.set(
      member,
      done.catch(() => undefined),
    );
    try {
      return { value: await done, wasAlone: member.wasAlone };
    } finally {
      running.delete(member);
    }
  }

  function alone<Value>(work: () => Promise<Value>): Promise<Value> {
    waitingAlone += 1;
    const turn = lastAlone.then(async () => {
      await Promise.all(running.values());
      return await work();
    });
    lastAlone = turn
      .catch(() => undefined)
      .finally(() => {
        waitingAlone -= 1;
      });
    return turn;
  }

  return { together, alone };
}
