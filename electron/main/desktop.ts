import electron, { clipboard, type NativeImage, nativeImage, shell } from 'electron';

/** The few things of the person's desktop that the app touches. */
export interface Desktop {
  openExternal(url: string): Promise<void>;
  showInFolder(file: string): void;
  copyText(text: string): void;
  /** A PNG. */
  copyPicture(png: Uint8Array): Promise<void>;
}

export function createDesktop(): Desktop {
  return {
    openExternal: (url) => shell.openExternal(url),
    showInFolder: (file) => shell.showItemInFolder(file),
    copyText: (text) => void clipboard.writeText(text),
    copyPicture,
  };
}

async function copyPicture(png: Uint8Array): Promise<void> {
  const { writeImage } = clipboard as OlderClipboard;
  if (writeImage !== undefined) {
    writeImage(nativeImage.createFromBuffer(Buffer.from(png)));
    return;
  }
  // Copied, since a part of a blob must not lie in shared memory.
  const picture = new Blob([new Uint8Array(png)], { type: 'image/png' });
  await clipboard.write([new electron.ClipboardItem({ 'image/png': picture })]);
}

/** Of the Electron that tests run in, which knows no items of a clipboard yet. */
interface OlderClipboard {
  readonly writeImage?: (image: NativeImage) => void;
}
