import type { Bridge } from '../shared/ipc/bridge.ts';
import type { Answer } from '../shared/ipc/contract.ts';

/** What the window shows first, asked for while its own script is still on its way. */
export interface EarlyAnswers {
  readonly settings: ReturnType<Bridge['getSettings']>;
  readonly library: Promise<Answer<string>>;
  /** Something has changed since: nobody listened yet. */
  readonly isStale: () => boolean;
}

type EarlyBridge = Pick<Bridge, 'getSettings' | 'getLibrary' | 'on'>;

let early: EarlyAnswers | null = null;

export function askEarly(bridge: EarlyBridge): void {
  let isStale = false;
  const noteChange = (): void => {
    isStale = true;
  };
  bridge.on('library.changed', noteChange);
  bridge.on('settings.changed', noteChange);
  early = { settings: bridge.getSettings(), library: bridge.getLibrary('text'), isStale: () => isStale };
}

/** The early answers, once; null where nobody asked, or where they were taken. */
export function takeEarlyAnswers(): EarlyAnswers | null {
  const taken = early;
  early = null;
  return taken;
}
