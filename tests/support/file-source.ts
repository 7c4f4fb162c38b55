import type { ImportSource } from '../../electron/node/library/library.ts';
import type { JsonObject } from '../../shared/json.ts';

/** A file as it is dropped on the app: of a text as it is, or of a document as JSON. */
export function fileSource(name: string, content: string | JsonObject): ImportSource {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { kind: 'bytes', name, bytes: new TextEncoder().encode(text) };
}
