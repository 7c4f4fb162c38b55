import { useEffect, useState } from 'react';
import type { Portfolio } from '../../shared/portfolio/portfolio.ts';
import { leastSwitches } from '../../shared/portfolio/switches.ts';
import { bridge } from '../bridge.ts';
import { hereOnly, named } from './portfolio-commands.ts';

export interface Preview {
  readonly url: string;
  /** Badges beyond those that it shows. */
  readonly left: number;
}

/** The page that an export would be now, a moment after the last change; null: not yet, or not to be had. */
export function usePreview(draft: Portfolio, badges: unknown): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a badge that changed changes the page.
  useEffect(() => {
    let isNewest = true;
    const timer = setTimeout(async () => {
      const portfolio = structuredClone(hereOnly(named(draft)));
      const answer = await bridge().exportPortfolio({ do: 'preview', portfolio, switches: leastSwitches });
      if (!isNewest || !answer.ok || answer.value.kind !== 'preview') return;
      setPreview({ url: answer.value.url, left: answer.value.left });
    }, pauseMs);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [draft, badges]);
  return preview;
}

/** Shorter than anybody waits for, longer than the time between two letters. */
const pauseMs = 150;
