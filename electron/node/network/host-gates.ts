import { createBudget } from '../budget.ts';

/** Keeps us polite: so many requests to a host at once, and a pause when it asks for one. */
export interface HostGates {
  /** Resolves when the host may be asked; the answer lets the next one in. */
  enter(host: string, signal: AbortSignal): Promise<() => void>;
  /** Nobody asks this host for a while. */
  pause(host: string, durationMs: number): void;
}

export interface HostGatesOptions {
  readonly atOnce: number;
  readonly nowMs: () => number;
  readonly sleep: (durationMs: number, signal: AbortSignal) => Promise<void>;
}

export function createHostGates({ atOnce, nowMs, sleep }: HostGatesOptions): HostGates {
  const gates = new Map<string, ReturnType<typeof createBudget>>();
  const pausedUntil = new Map<string, number>();
  return {
    enter: async (host, signal) => {
      const gate = gates.get(host) ?? createBudget(atOnce);
      gates.set(host, gate);
      const leave = await gate.take(1);
      try {
        const waitMs = (pausedUntil.get(host) ?? 0) - nowMs();
        if (waitMs > 0) await sleep(waitMs, signal);
        return leave;
      } catch (error) {
        leave();
        throw error;
      }
    },
    pause: (host, durationMs) => {
      pausedUntil.set(host, nowMs() + durationMs);
    },
  };
}

/** How long a server asks to be left alone (`Retry-After` in seconds or as a date); null where it does not say. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header.trim()) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
