import { describe, expect, it } from 'vitest';
import { askEarly, takeEarlyAnswers } from '../../../renderer/early-answers.ts';
import type { Bridge } from '../../../shared/ipc/bridge.ts';

function bridgeThatCounts() {
  const asked: string[] = [];
  const listeners: (() => void)[] = [];
  const failure = { ok: false, failure: { code: 'store/io', message: '', next: '' } } as const;
  const bridge: Pick<Bridge, 'getSettings' | 'getLibrary' | 'on'> = {
    getSettings: async () => {
      asked.push('settings');
      return failure;
    },
    getLibrary: async () => {
      asked.push('library');
      return failure;
    },
    on: (_name, listener) => {
      // The early answers look at no payload.
      listeners.push(listener as () => void);
      return () => undefined;
    },
  };
  return { bridge, asked, change: () => listeners.forEach((tell) => void tell()) };
}

describe('answers asked for early', () => {
  it('are taken once', () => {
    const { bridge, asked } = bridgeThatCounts();
    askEarly(bridge);
    expect(asked).toEqual(['settings', 'library']);
    expect(takeEarlyAnswers()).not.toBeNull();
    expect(takeEarlyAnswers()).toBeNull();
  });

  it('are stale as soon as anything changed, so that no change is missed', () => {
    const { bridge, change } = bridgeThatCounts();
    askEarly(bridge);
    const early = takeEarlyAnswers();
    expect(early?.isStale()).toBe(false);
    change();
    expect(early?.isStale()).toBe(true);
  });
});
