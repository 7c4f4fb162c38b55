import { type DeskCallNames, deskCallSchemas } from '../../shared/ipc/desk-calls.ts';
import type { DeskCalls } from './desk-calls.ts';

/** The calls of the check desk, whose code is loaded when the first of them comes. */
export function laterDeskCalls(calls: () => Promise<DeskCalls>): DeskCalls {
  // The keys of an object literal that the compiler knows.
  const names = Object.keys(deskCallSchemas) as DeskCallNames[];
  const later = names.map((name) => [
    name,
    // Each function takes the payload of its own name; TypeScript loses the link between the two.
    async (payload: never) => await (await calls())[name](payload),
  ]);
  return Object.fromEntries(later) as DeskCalls;
}
