import { importWords } from '../../shared/text/ui-import-words.ts';
import { commandContext } from '../commands/command-context.ts';
import { importFiles, importTextOrAddress } from '../commands/import-commands.ts';
import { checkDropped } from '../desk/desk-commands.ts';
import { useDesk } from '../desk/desk-store.ts';
import { badgeDragType } from '../grid/drag-type.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useDrag } from '../state/drag-store.ts';
import { useToast } from '../state/toast-store.ts';
import { isTextField } from '../ui/focus.ts';
import { type Address, addressInList, pictureAddress } from './address-in.ts';
import { draggedFiles } from './dragged-files.ts';

/** The whole window takes dropped and pasted files, and pasted text. Answers how to stop. */
export function listenToDrops(): () => void {
  const listening = new AbortController();
  const on = <Name extends keyof WindowEventMap>(
    name: Name,
    listener: (event: WindowEventMap[Name]) => void,
  ) => window.addEventListener(name, listener, { signal: listening.signal });

  on('dragenter', showDrag);
  on('dragover', (event) => {
    if (!holdsFiles(event) && !holdsAddress(event)) return;
    event.preventDefault();
    if (event.dataTransfer) {
      event.dataTransfer.dropEffect = isOpen() || goesToDesk(event) ? 'copy' : 'none';
    }
    if (useDrag.getState().dragged === null) showDrag(event);
  });
  on('dragleave', (event) => {
    if (event.relatedTarget === null) useDrag.getState().setDragged(null);
  });
  on('drop', takeDrop);
  on('paste', takePaste);
  return () => listening.abort();
}

function showDrag(event: DragEvent): void {
  if (!isOpen()) return;
  const { types, items } = event.dataTransfer ?? { types: [], items: [] };
  const dragged = draggedFiles([...types], [...items]);
  if (dragged === null) return;
  event.preventDefault();
  useDrag.getState().setDragged(dragged);
}

function takeDrop(event: DragEvent): void {
  useDrag.getState().setDragged(null);
  if (!holdsFiles(event) && !holdsAddress(event)) return;
  event.preventDefault();
  if (goesToDesk(event)) {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void checkDropped(files);
    return;
  }
  if (!isOpen()) return;
  if (!holdsFiles(event)) {
    askToFetch(addressInList(event.dataTransfer?.getData('text/uri-list') ?? ''));
    return;
  }
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length > 0) void importFiles(files);
  else useToast.getState().show({ tone: 'bad', text: importWords.nothingInDrop, action: null });
}

function takePaste(event: ClipboardEvent): void {
  if (isTextField(document.activeElement) || !isOpen() || useDialog.getState().dialog.kind !== 'none') return;
  const files = [...(event.clipboardData?.files ?? [])];
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (files.length === 0 && text.trim() === '') return;
  event.preventDefault();
  if (useDesk.getState().isOpen) {
    void checkDropped(files.length > 0 ? files : [new File([text], 'pasted.json')]);
    return;
  }
  const [picture, ...others] = files;
  if (picture === undefined) void importTextOrAddress(text);
  else if (others.length > 0 || !isCopiedPicture(picture)) void importFiles(files);
  else takeCopiedPicture(picture, event.clipboardData?.getData('text/html') ?? '');
}

/** A copied picture is drawn anew without its data; where it was copied from, it may be whole. */
function takeCopiedPicture(picture: File, html: string): void {
  const address = pictureAddress(html);
  if (address !== null) useDialog.getState().open({ kind: 'fetch', ...address, isPicture: true });
  else void importFiles([new File([picture], importWords.pastedPicture, { type: picture.type })]);
}

function askToFetch(address: Address | null): void {
  if (address !== null) useDialog.getState().open({ kind: 'fetch', ...address, isPicture: false });
  else useToast.getState().show({ tone: 'bad', text: importWords.nothingInDrop, action: null });
}

/** The browser gives a picture of the clipboard, which is no file, this name and the time of now. */
function isCopiedPicture({ name, type, lastModified }: File): boolean {
  return name === 'image.png' && type === 'image/png' && Math.abs(Date.now() - lastModified) < momentMs;
}

const momentMs = 10_000;

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** A link out of a browser: it names its address beside other forms. */
function holdsAddress(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  return types.includes('text/uri-list') && !types.includes(badgeDragType);
}

/** Files are checked and not kept where the desk is open, or while Alt is held. */
function goesToDesk(event: DragEvent): boolean {
  return holdsFiles(event) && (event.altKey || useDesk.getState().isOpen);
}

function isOpen(): boolean {
  return useDesk.getState().isOpen || commandContext().has('writable');
}
