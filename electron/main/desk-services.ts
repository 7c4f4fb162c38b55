import type { DeskChange } from '../../shared/ipc/desk-calls.ts';
import type { Clock } from '../../shared/verify/ports.ts';
import { nodeCrypto } from '../node/crypto.ts';
import { createDesk } from '../node/desk/desk.ts';
import { deskPicture } from '../node/desk/desk-picture.ts';
import type { BadgeEngine } from '../node/engine.ts';
import type { Library, Picture } from '../node/library/library.ts';
import { type Knowledge, knowsNothing } from '../node/trust/knowledge.ts';
import { type DeskCalls, deskCalls } from './desk-calls.ts';
import { createDeskFlow } from './desk-flow.ts';
import type { Dialogs } from './dialogs.ts';
import type { ImportFlow } from './import-flow.ts';
import type { NetworkDoor } from './network-door.ts';

/** What the check desk is made of. */
export interface DeskParts {
  readonly engine: BadgeEngine;
  readonly clock: Clock;
  readonly library: Promise<Library>;
  readonly imports: ImportFlow;
  readonly dialogs: Dialogs;
  readonly network: NetworkDoor;
  readonly printPage: (html: string) => Promise<Uint8Array>;
  readonly onChange: (change: DeskChange) => void;
}

export interface DeskServices {
  readonly calls: DeskCalls;
  picture(rowId: string): Promise<Picture | null>;
}

/** Joins the check desk to the app. */
export function createDeskServices(parts: DeskParts): DeskServices {
  const { engine, clock, library } = parts;
  // Badges can be checked where no backpack could be opened.
  const knowledge = (): Promise<Knowledge> =>
    library.then(
      (opened) => opened.knowledge(),
      () => knowsNothing,
    );
  const desk = createDesk({ engine, clock, digest: nodeCrypto.digest, knowledge });
  const flow = createDeskFlow(desk, parts.onChange);
  // Whatever changes whom the owner knows, undo too, changes what lies on the desk.
  library.then(
    (opened) =>
      opened.subscribe(({ knownIssuers, registries, packs }) => {
        const ids = desk.rows().flatMap((row) => (row.badge === null ? [] : [row.id]));
        if ((knownIssuers ?? registries ?? packs) !== null && ids.length > 0) void flow.checkAgain(ids);
      }),
    () => undefined,
  );
  return {
    calls: deskCalls({ ...parts, desk, flow, knowledge }),
    picture: async (rowId) => deskPicture(await desk.open(rowId)),
  };
}
