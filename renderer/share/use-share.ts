import { useEffect, useState } from 'react';
import type { ShareSubject, ShareView } from '../../shared/ipc/share-calls.ts';
import type { ShareSwitches } from '../../shared/social/share-switches.ts';
import { useExport } from '../portfolio/export-store.ts';
import { lookAtShare, stopLooking } from './share-commands.ts';

/** `share`: the last one that is known, until the newest is there; null: none yet. */
export interface LookedAt {
  readonly state: 'looking' | 'there' | 'failed';
  readonly share: ShareView | null;
}

/** All that would leave with these switches. */
export function useShare(of: ShareSubject, switches: ShareSwitches): LookedAt {
  const [looked, setLooked] = useState<LookedAt>({ state: 'looking', share: null });
  useEffect(() => {
    let isNewest = true;
    setLooked(({ share }) => ({ state: 'looking', share }));
    void lookAtShare(of, switches).then((share) => {
      if (!isNewest) return;
      useExport.getState().progressed(null);
      setLooked({ state: share === null ? 'failed' : 'there', share });
    });
    return () => {
      isNewest = false;
    };
  }, [of, switches]);
  useEffect(() => () => void stopLooking(), []);
  return looked;
}
