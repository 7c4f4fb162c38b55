/** The bytes of an original by its SHA-256, out of the one element that holds it; null: it is not in the page. */
export function originalBytes(
  sha256: string,
  decode: (base64: string) => Uint8Array | null,
): Uint8Array | null {
  const holder = document.querySelector(`[data-original="${CSS.escape(sha256)}"]`);
  const uri = holder?.getAttribute('src') ?? holder?.getAttribute('href') ?? '';
  const comma = uri.indexOf(',');
  return comma === -1 ? null : decode(uri.slice(comma + 1));
}

/** Saves an original under its name, byte for byte, wherever in the page it stands. */
export function saveOnClick(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.save') : null;
    if (link === null) return;
    const bytes = originalBytes(link.dataset.save ?? '', plainBytes);
    if (bytes === null) return;
    event.preventDefault();
    save(bytes, link.download);
  });
}

function plainBytes(base64: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function save(bytes: Uint8Array, name: string): void {
  // Never a type that a browser would show: what is saved is a file.
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
