import path from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import type { Settings } from '../../shared/ipc/views.ts';
import { originalFileName } from '../../shared/portfolio/file-name.ts';
import { leavingAs } from '../node/export/leaving.ts';
import { replaceFile } from '../node/files.ts';
import { nodeFs } from '../node/fs-port.ts';
import type { Library } from '../node/library/library.ts';
import type { CallServices } from './call-services.ts';
import type { Calls } from './ipc.ts';
import { issuerListCalls } from './issuer-list-calls.ts';
import { laterDeskCalls } from './later-desk-calls.ts';
import { openLink } from './links.ts';
import { readSamples } from './samples.ts';

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
