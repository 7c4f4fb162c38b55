import path from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import { packWords } from '../../shared/text/trust-pack.ts';
import { leavingAs } from '../node/export/leaving.ts';
import { replaceFile } from '../node/files.ts';
import { nodeFs } from '../node/fs-port.ts';
import type { Library } from '../node/library/library.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import type { Dialogs } from './dialogs.ts';
import type { Calls } from './ipc.ts';

/** What the calls about trust packs work with. */
export interface PackPlace {
  readonly library: Promise<Library>;
  readonly dialogs: Dialogs;
}

type PackCalls = Pick<Calls, Extract<keyof Calls, `desk.pack-${string}`>>;

/** A trust pack is shown to the person first; what they agreed to is what is taken in, byte for byte. */
export function packCalls({ library, dialogs }: PackPlace): PackCalls {
  let chosen: Uint8Array | null = null;
  let looking: AbortController | null = null;
  return {
    'desk.pack-choose': async () => {
      chosen = null;
      const file = await dialogs.chooseTrustPack();
      if (file === null) return null;
      const { bytes } = await readRegularFile(file, limits.packBytes);
      const preview = await (await library).previewTrustPack(bytes);
      chosen = bytes;
      return preview;
    },
    'desk.pack-take': async () => {
      if (chosen === null) throw new CodedError('store/not-found');
      const bytes = chosen;
      chosen = null;
      return await (await library).importTrustPack(bytes);
    },
    'desk.pack-issuers': async (request) => {
      looking?.abort();
      looking = null;
      if (request.do === 'stop') return null;
      const controller = new AbortController();
      looking = controller;
      const found = await (await library).packIssuers(controller.signal);
      return controller.signal.aborted ? null : found;
    },
    'desk.pack-save': async ({ issuers, name }) => {
      const made = await (await library).exportTrustPack({ issuers, name });
      const target = await dialogs.chooseTarget('trust-pack', packWords.fileName);
      if (target === null) return null;
      await leavingAs(path.basename(target), () => replaceFile(nodeFs, target, made.bytes));
      const { documents, fingerprint } = made;
      return { savedAs: path.basename(target), documents, fingerprint };
    },
    'desk.pack-remove': async ({ id }) => (await library).removeTrustPack(id),
  };
}
