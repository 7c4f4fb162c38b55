import { isJsonObject, jsonObjectIn, jsonObjectsOf } from '../json.ts';
import { originalsTerm } from './original-pieces.ts';
import { bodyPrefix, type EmbeddedDocument, type PageData, pageDataId } from './page-data.ts';
import type { Skeleton } from './page-scanner.ts';
import { saidWords } from './said-words.ts';

/** An original in an exported file. */
export interface ExportedFile {
  readonly name: string;
  /** What the export says that it is; null where it says nothing. Lower-case hex. */
  readonly sha256: string | null;
  /** Where its base64 text lies: the number of a run of the skeleton. */
  readonly run: number;
}

/** What an exported file holds, as it says: nothing of it was checked. */
export interface TakenApart {
  readonly files: readonly ExportedFile[];
  /** The words of each badge of a page, with what they are to be compared with; none in other exports. */
  readonly claims: readonly BadgeClaim[];
  readonly data: PageData | null;
  /** Whether it is data that other programs read too: a presentation, a learner record. */
  readonly isPresentation: boolean;
  /** Whether somebody signed the whole of it. */
  readonly isSigned: boolean;
  /** Documents with the run of each body. They are the word of whoever made the export. */
  readonly documents: readonly EmbeddedDocument[];
}

export interface BadgeClaim {
  readonly sha256: string;
  readonly index: number;
  readonly said: ReadonlyMap<string, string>;
}

/** True where the beginning of a file (some kilobytes) says that an export of ours made it. */
export function isOurExport(beginning: string): boolean {
  const isPage = /<meta name="generator" content="Badge Backpack"/.test(beginning);
  return isPage || (beginning.trimStart().startsWith('{') && beginning.includes(`"${originalsTerm}"`));
}

/** Takes an exported page or presentation apart; null where it holds no original. */
export function readExport({ text, runs }: Skeleton): TakenApart | null {
  const apart = text.trimStart().startsWith('{') ? presentation(text) : page(text);
  const taken = new Set<number>();
  const files = apart.files.filter(({ run }) => {
    // Named again and again, one original would be read as often.
    const isFirst = run < runs.length && !taken.has(run);
    taken.add(run);
    return isFirst;
  });
  return files.length === 0 ? null : { ...apart, files };
}

function page(text: string): TakenApart {
  const names = new Map<string, string>();
  for (const [, sha256 = '', name = ''] of text.matchAll(
    /data-save="([0-9a-f]{64})"[^<>]{0,200}? download="([^"<>]{0,1000})"/g,
  )) {
    names.set(sha256, plain(name));
  }
  const files: ExportedFile[] = [];
  const seen = new Set<number>();
  for (const [, sha256 = '', run = ''] of text.matchAll(
    /data-original="([0-9a-f]{64})"[^<>]{0,1300}?;base64,#(\d{1,6})"/g,
  )) {
    seen.add(Number(run));
    files.push({ name: names.get(sha256) ?? 'badge', sha256, run: Number(run) });
  }
  // Pages from before the originals were marked.
  for (const [, name = '', run = ''] of text.matchAll(
    / download="([^"<>]{0,1000})" href="data:application\/octet-stream;base64,#(\d{1,6})"/g,
  )) {
    if (!seen.has(Number(run))) files.push({ name: plain(name), sha256: null, run: Number(run) });
  }
  const data = pageData(text);
  const claims = data === null ? [] : claimsOf(text, data);
  return { files, data, documents: data?.documents ?? [], claims, isPresentation: false, isSigned: false };
}

/** One for each badge, however often the page speaks of it: the first time counts. Each piece of text is read once. */
function claimsOf(text: string, data: PageData): readonly BadgeClaim[] {
  const pieces = badgePieces(text);
  const claims = new Map<string, BadgeClaim>();
  for (const [place, { sha256, index }] of data.badges.entries()) {
    const key = `${sha256}.${index}`;
    if (claims.has(key)) continue;
    claims.set(key, { sha256, index, said: saidWords(pieces.get(place + 1) ?? '') });
  }
  return [...claims.values()];
}

/** The text of each badge by its number, up to its end or the next one. */
function badgePieces(text: string): ReadonlyMap<number, string> {
  const starts = [...text.matchAll(/ id="badge-(\d{1,6})"/g)];
  const pieces = new Map<number, string>();
  for (const [place, match] of starts.entries()) {
    const number = Number(match[1]);
    if (pieces.has(number)) continue;
    const piece = text.slice(match.index, starts[place + 1]?.index ?? text.length);
    const end = piece.indexOf('</article>');
    pieces.set(number, end === -1 ? piece : piece.slice(0, end));
  }
  return pieces;
}

type DataWithDocuments = PageData & { readonly documents: readonly EmbeddedDocument[] };

function pageData(text: string): DataWithDocuments | null {
  const open = `<script type="application/json" id="${pageDataId}">`;
  const start = text.indexOf(open);
  if (start === -1) return null;
  const value = jsonObjectIn(text.slice(start + open.length, text.indexOf('</script>', start)));
  if (value === null || value.format !== 1 || !Array.isArray(value.badges)) return null;
  const badges = jsonObjectsOf(value.badges).filter(
    ({ sha256, index, fileName }) =>
      typeof sha256 === 'string' && Number.isSafeInteger(index) && typeof fileName === 'string',
  );
  const documents = jsonObjectsOf(value.documents).filter(
    ({ url, body, sha256, fetchedAt }) =>
      [url, body, sha256, fetchedAt].every((part) => typeof part === 'string') &&
      String(body).startsWith(`${bodyPrefix}#`),
  );
  if (badges.length !== value.badges.length || !isJsonObject(value.switches)) return null;
  // Looked through above: what else is in it is never used for a verdict.
  return { ...value, badges, documents } as unknown as DataWithDocuments;
}

function presentation(text: string): TakenApart {
  const value = jsonObjectIn(text);
  const files = jsonObjectsOf(value?.originals).flatMap(({ fileName, sha256, data }) => {
    const run = typeof data === 'string' ? /^data:[^,]{0,100};base64,#(\d{1,6})$/.exec(data)?.[1] : undefined;
    if (run === undefined || typeof fileName !== 'string') return [];
    return [{ name: fileName, sha256: typeof sha256 === 'string' ? sha256 : null, run: Number(run) }];
  });
  const isSigned = value !== null && Object.hasOwn(value, 'proof');
  return { files, claims: [], data: null, documents: [], isPresentation: true, isSigned };
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
};

function plain(attribute: string): string {
  return attribute.replace(/&(?:amp|lt|gt|quot|#39|#96);/g, (entity) => entities[entity] ?? entity);
}
