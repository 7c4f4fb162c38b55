import { describe, expect, it, vi } from 'vitest';
import { createPageRecovery } from '../../../electron/main/page-recovery.ts';

function recovery() {
  const clock = { ms: 0 };
  const did = { reload: vi.fn(), giveUp: vi.fn(), quarantine: vi.fn() };
  const onGone = createPageRecovery({ ...did, now: () => clock.ms, maxReloads: 2, loopMs: 600_000 });
  return { clock, did, onGone };
}

describe('J15 a page whose process is gone', () => {
  it('is loaded again without its last pictures, twice and no more', () => {
    const { did, onGone } = recovery();
    for (let death = 0; death < 4; death += 1) onGone({ reason: 'crashed' });
    expect(did.reload).toHaveBeenCalledTimes(2);
    expect(did.quarantine).toHaveBeenCalledTimes(4);
    expect(did.giveUp).toHaveBeenCalledTimes(2);
    expect(did.quarantine.mock.invocationCallOrder[0]).toBeLessThan(
      did.reload.mock.invocationCallOrder[0] ?? 0,
    );
  });

  it('is loaded again however often, when its deaths are far apart', () => {
    const { clock, did, onGone } = recovery();
    for (let death = 0; death < 5; death += 1) {
      clock.ms += 600_000;
      onGone({ reason: 'oom' });
    }
    expect(did.reload).toHaveBeenCalledTimes(5);
    expect(did.giveUp).not.toHaveBeenCalled();
  });

  it('is left alone when it ended as it should', () => {
    const { did, onGone } = recovery();
    onGone({ reason: 'clean-exit' });
    expect(did.reload).not.toHaveBeenCalled();
    expect(did.quarantine).not.toHaveBeenCalled();
  });
});
