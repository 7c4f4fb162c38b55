import path from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import type { Settings } from '../../shared/ipc/views.ts';
import { originalFileName } from '../../shared/portfolio/file-name.ts';
import type { Clock, DocumentPort } from '../../shared/verify/ports.ts';
import { leavingAs } from '../node/export/leaving.ts';
import { replaceFile } from '../node/files.ts';
import { nodeFs } from '../node/fs-port.ts';
import type { Library } from '../node/library/library.ts';
import type { CheckQueue } from './check-queue.ts';
import type { DeskCalls } from './desk-calls.ts';
import type { Desktop } from './desktop.ts';
import type { Dialogs } from './dialogs.ts';
import type { ImportFlow } from './import-flow.ts';
import type { ImportLog } from './import-log.ts';
import type { Calls } from './ipc.ts';
import { issuerListCalls } from './issuer-list-calls.ts';
import type { Keeping } from './keeping.ts';
import { laterDeskCalls } from './later-desk-calls.ts';
import { openLink } from './links.ts';
import type { Portfolios } from './portfolios.ts';
import { readSamples } from './samples.ts';
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

/** One function for each call of the contract. Paths come from the person's dialogs and drops alone. */
export function createCalls(services: CallServices): Calls {
  const { imports, checks, dialogs, desktop } = services;

  return {
    'library.get': async () => (await services.library).view(),
    'library.text': async ({ again }) => {
      // A library is opened when the app starts, and once: to try again is to start again.
      if (again) services.library.catch(services.startAgain);
      return JSON.stringify((await services.library).view());
    },

    'import.files': ({ files }) => imports.run(files),
    'import.choose': async ({ kind }) => {
      const paths = await dialogs.chooseSources(kind);
      return paths.length === 0 ? null : imports.run(paths.map((file) => ({ kind: 'path', path: file })));
    },
    'import.samples': async () => imports.run(await readSamples(services.samplesFolder)),
    'import.address': ({ url, hosts }) => imports.runAddress(url, hosts),
    'import.kept': ({ back }) => services.importLog.get(back),
    'import.cancel': async () => {
      imports.cancel();
      return null;
    },

    'badge.details': async ({ id }) => (await services.library).details(id),
    'badge.history': async ({ id }) => (await services.library).history(id),
    'badge.check': async ({ ids, online }) => {
      await checks.add(ids, online);
      return null;
    },
    'badge.save-original': async ({ id, evidenceId }) => {
      const library = await services.library;
      const { bytes, fileName, mediaType } =
        evidenceId === null ? await library.original(id) : await library.evidenceFile(id, evidenceId);
      const target = await dialogs.chooseTarget('original', originalFileName(fileName, mediaType));
      if (target === null) return null;
      await leavingAs(path.basename(target), () => replaceFile(nodeFs, target, bytes));
      return { savedAs: path.basename(target) };
    },

    'library.edit': async ({ edit, file }) => {
      if (file?.kind === 'refused') throw new CodedError(file.code);
      const result = await (await services.library).edit(edit, file ?? undefined);
      services.onEdited();
      return result;
    },

    'history.undo': () => travelling((library) => library.undo()),
    'history.redo': () => travelling((library) => library.redo()),

    'issuer.know': async ({ badgeId, name, note }) =>
      (await services.library).knowIssuerOf(badgeId, { name, note }),
    'issuer.forget': async ({ id }) => (await services.library).forgetKnownIssuer(id),
    'registry.ask': async ({ id }) =>
      (await services.library).askRegistry(id, await services.onlineDocuments()),
    'registry.remove': async ({ id }) => (await services.library).removeRegistry(id),
    ...issuerListCalls(services),
    ...laterDeskCalls(services.deskCalls),

    'export.portfolio': (call) => services.portfolios.answer(call),
    'export.reveal': async () => {
      const saved = services.portfolios.lastSaved();
      if (saved === null) throw new CodedError('store/not-found');
      desktop.showInFolder(saved);
      return null;
    },

    'settings.get': async () => (await services.settings).get(),
    'settings.change': async (change) => {
      const settings = await (await services.settings).change(change as Partial<Settings>);
      services.onSettings(settings);
      return settings;
    },

    keep: (request) => services.keeping.answer(request),
    watch: (request) => services.watching.answer(request),

    'link.open': async ({ url }) => ({
      opened: await openLink(url, { confirm: dialogs.confirmLink, openExternal: desktop.openExternal }),
    }),
    'text.copy': async ({ text }) => {
      desktop.copyText(text);
      return null;
    },
  };

  async function travelling(step: (library: Library) => Promise<string | null>): Promise<string | null> {
    const label = await step(await services.library);
    services.onEdited();
    return label;
  }
}
