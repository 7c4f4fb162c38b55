import type { Settings } from '../../shared/ipc/views.ts';
import type { Clock, DocumentPort } from '../../shared/verify/ports.ts';
import type { Library } from '../node/library/library.ts';
import type { CheckQueue } from './check-queue.ts';
import type { DeskCalls } from './desk-calls.ts';
import type { Desktop } from './desktop.ts';
import type { Dialogs } from './dialogs.ts';
import type { ImportFlow } from './import-flow.ts';
import type { ImportLog } from './import-log.ts';
import type { Keeping } from './keeping.ts';
import type { Portfolios } from './portfolios.ts';
import type { SettingsStore } from './settings.ts';
import type { Watching } from './watching.ts';

/** What the calls work with. */
export interface CallServices {
  readonly library: Promise<Library>;
  readonly settings: Promise<SettingsStore>;
  readonly imports: ImportFlow;
  readonly importLog: ImportLog;
  readonly checks: CheckQueue;
  readonly dialogs: Dialogs;
  readonly desktop: Desktop;
  readonly keeping: Keeping;
  readonly watching: Watching;
  readonly portfolios: Portfolios;
  readonly clock: Clock;
  /** The network, for what the person asks for. */
  readonly onlineDocuments: () => Promise<DocumentPort>;
  /** The calls of the check desk, which is set up when it is first used. */
  readonly deskCalls: () => Promise<DeskCalls>;
  readonly samplesFolder: string;
  /** Ends the app and starts it anew. */
  readonly startAgain: () => void;
  /** What a person did is shown at once. */
  readonly onEdited: () => void;
  /** The theme follows at once, and whoever listens is told. */
  readonly onSettings: (settings: Settings) => void;
}
