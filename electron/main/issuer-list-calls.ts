import path from 'node:path';
import { CodedError } from '../../shared/errors.ts';
import { limits } from '../../shared/limits.ts';
import { shellWords } from '../../shared/text/shell.ts';
import { leavingAs } from '../node/export/leaving.ts';
import { replaceFile } from '../node/files.ts';
import { nodeFs } from '../node/fs-port.ts';
import { readRegularFile } from '../node/read-regular-file.ts';
import type { CallServices } from './call-services.ts';
import type { Calls } from './ipc.ts';

/** A file of issuers is shown to the person first; what they agreed to is what is taken in, byte for byte. */
export function issuerListCalls({
  library,
  dialogs,
}: Pick<CallServices, 'library' | 'dialogs'>): Pick<
  Calls,
  'issuers.choose' | 'issuers.take' | 'issuers.export'
> {
  let chosen: { readonly bytes: Uint8Array; readonly fileName: string } | null = null;
  return {
    'issuers.choose': async () => {
      chosen = null;
      const file = await dialogs.chooseIssuerList();
      if (file === null) return null;
      const { bytes } = await readRegularFile(file, limits.credentialBytes);
      const fileName = path.basename(file);
      const preview = await (await library).previewIssuerList(bytes, fileName);
      chosen = { bytes, fileName };
      return preview;
    },
    'issuers.take': async () => {
      if (chosen === null) throw new CodedError('store/not-found');
      const { bytes, fileName } = chosen;
      chosen = null;
      return await (await library).importIssuerList(bytes, fileName);
    },
    'issuers.export': async () => {
      const list = (await library).knownIssuers();
      const target = await dialogs.chooseTarget('issuers', shellWords.issuersFileName);
      if (target === null) return null;
      const text = `${JSON.stringify(list, null, 2)}\n`;
      await leavingAs(path.basename(target), () =>
        replaceFile(nodeFs, target, new TextEncoder().encode(text)),
      );
      return { savedAs: path.basename(target) };
    },
  };
}
