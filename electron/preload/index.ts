import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../../shared/ipc/bridge.ts';
import type { Answer, CallName, CallPayload, CallResult, EventName } from '../../shared/ipc/contract.ts';
import type { DeskCallName } from '../../shared/ipc/desk-calls.ts';
import { readDroppedFile, readDroppedFiles } from './dropped-files.ts';

/** One named function for each call, and one for events. No channel name, no event object and no path passes here. */
const bridge: Bridge = {
  // Each form answers what the bridge says of it.
  getLibrary: ((form?: 'text' | 'text again') =>
    form === undefined
      ? call('library.get', {})
      : call('library.text', { again: form === 'text again' })) as Bridge['getLibrary'],
  importFiles: async (files) => call('import.files', { files: await readDroppedFiles(files) }),
  importText: (text) => call('import.files', { files: [textFile(text)] }),
  chooseAndImport: (kind) => call('import.choose', { kind }),
  importFrom: (source) =>
    source.kind === 'samples'
      ? call('import.samples', {})
      : call('import.address', { url: source.url, hosts: source.hosts }),
  getImport: (back) => call('import.kept', { back }),
  cancelImport: () => call('import.cancel', {}),
  getBadge: (id) => call('badge.details', { id }),
  getHistory: (id) => call('badge.history', { id }),
  checkBadges: (ids, online) => call('badge.check', { ids, online }),
  saveOriginal: (id, evidenceId) => call('badge.save-original', { id, evidenceId: evidenceId ?? null }),
  edit: async (edit, file) =>
    call('library.edit', { edit, file: file === undefined ? null : await readDroppedFile(file) }),
  travel: (direction) => call(direction === 'undo' ? 'history.undo' : 'history.redo', {}),
  knowIssuer: (badgeId, name, note) => call('issuer.know', { badgeId, name, note }),
  forget: (what, id) => call(what === 'issuer' ? 'issuer.forget' : 'registry.remove', { id }),
  chooseIssuerList: () => call('issuers.choose', {}),
  takeIssuerList: () => call('issuers.take', {}),
  exportIssuers: () => call('issuers.export', {}),
  askRegistry: (id) => call('registry.ask', { id }),
  exportPortfolio: (request) => call('export.portfolio', request),
  revealExport: () => call('export.reveal', {}),
  getSettings: () => call('settings.get', {}),
  changeSettings: (change) => call('settings.change', change),
  checkFiles: async (files) => call('desk.check', { files: await readDroppedFiles(files) }),
  desk: (name, payload) => callDesk(name, payload),
  keep: (request) => call('keep', request),
  watch: (request) => call('watch', request),
  openLink: (url) => call('link.open', { url }),
  copyText: (text) => call('text.copy', { text }),
  on: (name, listener) => {
    if (!Object.hasOwn(events, name) || typeof listener !== 'function') return () => undefined;
    const pass = (_event: unknown, payload: Parameters<typeof listener>[0]): void => listener(payload);
    ipcRenderer.on(name, pass);
    return () => {
      ipcRenderer.removeListener(name, pass);
    };
  },
};

contextBridge.exposeInMainWorld('backpack', bridge);

function call<Name extends CallName>(
  name: Name,
  payload: Sent<CallPayload<Name>>,
): Promise<Answer<CallResult<Name>>> {
  return ipcRenderer.invoke(name, payload);
}

/** A payload as the page gave it: its lists are only read. */
type Sent<Value> = Value extends Uint8Array
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Sent<Item>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Sent<Value[Key]> }
      : Value;

function textFile(text: string) {
  return { kind: 'bytes' as const, name: '', bytes: new TextEncoder().encode(text) };
}

/** The events of the contract; importing its list would bring the schemas into the preload. */
const events: Readonly<Record<EventName, true>> = {
  'library.changed': true,
  'import.progress': true,
  'import.summary': true,
  'check.progress': true,
  'command.run': true,
  'settings.changed': true,
  'keep.told': true,
  'watch.told': true,
  'desk.changed': true,
  'export.progress': true,
};

/** No name of the page's own making becomes a channel. */
function callDesk<Name extends DeskCallName>(
  name: Name,
  payload: CallPayload<`desk.${Name}`>,
): Promise<Answer<CallResult<`desk.${Name}`>>> {
  if (!Object.hasOwn(deskCalls, name)) return Promise.reject(new TypeError('no such call'));
  return ipcRenderer.invoke(`desk.${name}`, payload);
}

const deskCalls: Readonly<Record<DeskCallName, true>> = {
  choose: true,
  online: true,
  expect: true,
  details: true,
  keep: true,
  know: true,
  report: true,
  'pack-choose': true,
  'pack-take': true,
  'pack-issuers': true,
  'pack-save': true,
  'pack-remove': true,
  cancel: true,
  clear: true,
};
