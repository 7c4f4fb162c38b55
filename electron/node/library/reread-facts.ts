import type { Reading } from '../../../shared/badge/reading.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../shared/json.ts';
import { factsOf } from '../../../shared/library/facts-of.ts';
import type { OpenBackup } from '../backup/open-backup.ts';
import type { BadgeEngine } from '../engine.ts';
import { createMemo } from '../memo.ts';

/**
 * Reads what cards show anew from the originals in a backup, in the place of what its records say of them: those of a
 * stranger could give any badge any name. A badge whose original is not there, or holds no such badge, is left out. A
 * record of which all is true comes as it is.
 */
export function rereadFacts(
  engine: BadgeEngine,
  backup: OpenBackup,
): (record: JsonObject) => Promise<JsonObject> {
  const originals = new Map(
    backup.list.files
      .filter(({ name }) => name.startsWith('badges/'))
      .map((file) => [file.name.slice('badges/ab/'.length, 'badges/ab/'.length + 64), file]),
  );
  const readings = createMemo<Reading | null>(8);

  async function readingOf(sha256: string, fileName: string): Promise<Reading | null> {
    const file = originals.get(sha256);
    if (file === undefined) return null;
    return await readings(`${sha256} ${fileName}`, async () =>
      engine.read(await backup.read(file), fileName).catch(() => null),
    );
  }

  async function reread(change: Json): Promise<Json | null> {
    if (!isJsonObject(change) || change.kind !== 'badge.added') return change;
    const { badge, facts } = change;
    const fileName = isJsonObject(facts) ? facts.fileName : undefined;
    if (typeof badge !== 'string' || typeof fileName !== 'string') return null;
    const [sha256 = '', index = '0'] = badge.split('.');
    const reading = await readingOf(sha256, fileName);
    if (reading?.badges[Number(index)] === undefined) return null;
    const sizeBytes = originals.get(sha256)?.bytes ?? 0;
    // Facts are plain data (their schema says so).
    const fresh = factsOf(reading, Number(index), { fileName, sizeBytes }) as unknown as JsonObject;
    return { ...change, facts: fresh };
  }

  return async (record) => {
    const changes = Array.isArray(record.changes) ? (record.changes as readonly Json[]) : [];
    const fresh: Json[] = [];
    for (const change of changes) {
      const kept = await reread(change);
      if (kept !== null) fresh.push(kept);
    }
    if (JSON.stringify(fresh) === JSON.stringify(changes)) return record;
    // Another record than the one that may stand in a journal of another device under that id.
    return { ...record, id: `${String(record.id).slice(0, 62)}-f`, changes: fresh };
  };
}
