/**
 * A name that every file system takes and that leaves the folder it is put into by no trick: one path part, with no
 * control or direction characters, no e-mail address, and no name that Windows keeps for devices. `extension` comes
 * with its dot.
 */
export function safeFileName(wanted: string, extension: string, fallback: string): string {
  const cleaned = wanted
    .slice(0, longestWanted)
    .normalize('NFC')
    .replace(emailAddress, ' ')
    .replace(neverInNames, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  const stem = shortened(cleaned).replace(/[\s.]+$/u, '');
  if (stem === '') return fallback + extension;
  return (deviceName.test(stem) ? `_${stem}` : stem) + extension;
}

/** The name of an original inside an export: its own, made safe, with the extension of what it really is. */
export function originalFileName(fileName: string, mediaType: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  const dot = last.lastIndexOf('.');
  const found = dot > 0 ? last.slice(dot).toLowerCase() : '';
  const fitting = extensionsOf[mediaType] ?? ['.bin'];
  const isFitting = fitting.includes(found);
  return safeFileName(
    isFitting ? last.slice(0, dot) : last,
    isFitting ? found : (fitting[0] ?? '.bin'),
    'badge',
  );
}

/** The names with `-2`, `-3` … put into those that stood earlier already; letter case does not make two names differ. */
export function distinctFileNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  // Thousands of badges may have one name: their numbers are not counted up anew for each.
  const nextOf = new Map<string, number>();
  return names.map((name) => {
    const dot = name.lastIndexOf('.');
    const key = name.toLowerCase();
    let next = nextOf.get(key) ?? 2;
    let free = name;
    for (; taken.has(free.toLowerCase()); next += 1) free = `${name.slice(0, dot)}-${next}${name.slice(dot)}`;
    nextOf.set(key, next);
    taken.add(free.toLowerCase());
    return free;
  });
}

const extensionsOf: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['.png'],
  'image/svg+xml': ['.svg'],
  'application/json': ['.json', '.jsonld'],
  'text/plain': ['.txt', '.jws', '.jwt'],
  'application/pdf': ['.pdf'],
  'text/html': ['.html', '.htm'],
  'multipart/related': ['.mhtml', '.mht'],
  'image/jpeg': ['.jpg', '.jpeg'],
};

const emailAddress = /[^\s@"<>()[\],;:/\\|]+@[^\s@"<>()[\],;:/\\|]+/gu;

/** What Windows, macOS or Linux refuses, and what would make a name look like another one. */
const neverInNames = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*%]/gu;

/** Reserved by Windows with any extension. */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\s*(?:\.|$))/iu;

/** Beyond any name that a file system gives; also bounds the work on it. In UTF-16 units. */
const longestWanted = 1_000;

/** File systems count 255 bytes or UTF-16 units; room is left for an extension and a number. */
const longestStemBytes = 180;

function shortened(text: string): string {
  const encoder = new TextEncoder();
  let length = 0;
  let short = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    length += encoder.encode(segment).length;
    if (length > longestStemBytes) break;
    short += segment;
  }
  return short;
}
