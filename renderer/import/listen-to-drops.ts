import { importWords } from '../../shared/text/ui-import-words.ts';
import { commandContext } from '../commands/command-context.ts';
import { importFiles, importText } from '../commands/import-commands.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useDrag } from '../state/drag-store.ts';
import { useToast } from '../state/toast-store.ts';
import { isTextField } from '../ui/focus.ts';
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
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = isOpen() ? 'copy' : 'none';
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
  if (!holdsFiles(event)) return;
  event.preventDefault();
  if (!isOpen()) return;
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
  void (files.length > 0 ? importFiles(files) : importText(text));
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function isOpen(): boolean {
  return commandContext().has('writable');
}
