import { expect, it, vi } from 'vitest';
import { whenLeaving } from '../../../../renderer/state/when-leaving.ts';

it('M22 what is typed is kept when the window is left, while it closes, and when it is gone; and not once nobody listens', () => {
  const page = new EventTarget();
  const keep = vi.fn();
  const stop = whenLeaving(keep, page);
  for (const name of ['blur', 'beforeunload', 'pagehide']) page.dispatchEvent(new Event(name));
  expect(keep).toHaveBeenCalledTimes(3);
  stop();
  for (const name of ['blur', 'beforeunload', 'pagehide']) page.dispatchEvent(new Event(name));
  expect(keep).toHaveBeenCalledTimes(3);
});
