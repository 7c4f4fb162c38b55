import type { Bridge } from '../../shared/ipc/bridge.ts';
import { useWatch } from './watch-store.ts';

/** Asks how the watch stands. Where it cannot be told, nothing is. */
export async function lookAtWatch(bridge: Bridge): Promise<void> {
  const answer = await bridge.watch({ do: 'look' });
  if (answer.ok && answer.value.kind === 'view')
    useWatch.getState().told({ kind: 'view', view: answer.value.view });
}
