import type { EditRequest, EditResult } from '../library/edits.ts';
import type { Answer, CallPayload, CallResult, EventName, Events } from './contract.ts';
import type { DeskCallName } from './desk-calls.ts';
import type { PortfolioAnswer, PortfolioCall } from './portfolio-calls.ts';

/** Where badges come from that are no files of the person's. */
export type ImportOrigin =
  | { readonly kind: 'samples' }
  | { readonly kind: 'address'; readonly url: string; readonly hosts: readonly string[] };

import type { KeepAnswer, KeepRequest } from './keep-calls.ts';
import type { WatchAnswer, WatchRequest } from './watch-calls.ts';

/** What the preload exposes as `window.backpack`: named functions and plain data, nothing else. */
export interface Bridge {
  getLibrary(): Promise<Answer<CallResult<'library.get'>>>;
  /** The same as JSON: between the worlds of a page a text goes over whole, an object one member after another. */
  getLibrary(form: 'text'): Promise<Answer<CallResult<'library.text'>>>;
  /** The same when the person tries again: an app that cannot answer starts anew. */
  getLibrary(form: 'text again'): Promise<Answer<CallResult<'library.text'>>>;
  /** Dropped or pasted files: the preload turns them into paths or bytes; the page never sees a path. */
  importFiles(files: readonly File[]): Promise<Answer<CallResult<'import.files'>>>;
  /** Pasted text: a JSON, a JWS. */
  importText(text: string): Promise<Answer<CallResult<'import.files'>>>;
  chooseAndImport(kind: 'files' | 'folder'): Promise<Answer<CallResult<'import.choose'>>>;
  /** Sample badges, or what lies at an address; `hosts`: those that the person agreed to ask. */
  importFrom(source: ImportOrigin): Promise<Answer<CallResult<'import.samples'>>>;
  /** An earlier import, so many imports back. */
  getImport(back: number): Promise<Answer<CallResult<'import.kept'>>>;
  cancelImport(): Promise<Answer<null>>;
  getBadge(id: string): Promise<Answer<CallResult<'badge.details'>>>;
  /** What happened to it, the newest first. */
  getHistory(id: string): Promise<Answer<CallResult<'badge.history'>>>;
  checkBadges(ids: readonly string[], online: boolean): Promise<Answer<null>>;
  /** With `evidenceId` a file that the person added to the badge. */
  saveOriginal(id: string, evidenceId?: string): Promise<Answer<CallResult<'badge.save-original'>>>;
  /** Everything that a person does to the library. `file`: of evidence that is a file; the page never sees a path. */
  edit(edit: EditRequest, file?: File): Promise<Answer<EditResult>>;
  travel(direction: 'undo' | 'redo'): Promise<Answer<string | null>>;
  knowIssuer(badgeId: string, name: string, note: string): Promise<Answer<CallResult<'issuer.know'>>>;
  /** Forgets a known issuer or a registry: its badges are judged again. */
  forget(what: 'issuer' | 'registry', id: string): Promise<Answer<{ readonly changed: number }>>;
  /** Opens the system's dialog; what the file holds is told before anything of it is taken in. */
  chooseIssuerList(): Promise<Answer<CallResult<'issuers.choose'>>>;
  takeIssuerList(): Promise<Answer<CallResult<'issuers.take'>>>;
  exportIssuers(): Promise<Answer<CallResult<'issuers.export'>>>;
  /** Asks a registry about the issuers of the badges here. */
  askRegistry(id: string): Promise<Answer<CallResult<'registry.ask'>>>;
  /** What would leave, how it would look, and saving it. */
  exportPortfolio(request: PortfolioCall): Promise<Answer<PortfolioAnswer>>;
  revealExport(): Promise<Answer<null>>;
  getSettings(): Promise<Answer<CallResult<'settings.get'>>>;
  changeSettings(change: CallPayload<'settings.change'>): Promise<Answer<CallResult<'settings.change'>>>;
  /** Backups, restoring them, and looking whether all is whole. */
  keep(request: KeepRequest): Promise<Answer<KeepAnswer>>;
  /** When badges end, and what is different when their issuers are asked again. */
  watch(request: WatchRequest): Promise<Answer<WatchAnswer>>;
  openLink(url: string): Promise<Answer<CallResult<'link.open'>>>;
  /** Files for the check desk, where nothing is kept. */
  checkFiles(files: readonly File[]): Promise<Answer<CallResult<'desk.check'>>>;
  /** Every other call of the check desk, by its name. */
  desk<Name extends DeskCallName>(
    name: Name,
    payload: CallPayload<`desk.${Name}`>,
  ): Promise<Answer<CallResult<`desk.${Name}`>>>;
  copyText(text: string): Promise<Answer<null>>;
  /** Subscribes to an event; the answer unsubscribes. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
}
