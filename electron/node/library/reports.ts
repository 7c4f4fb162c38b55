import path from 'node:path';
import type { LibraryState } from '../../../shared/library/state.ts';
import type { Report } from '../../../shared/verify/report.ts';
import { readUpTo } from '../files.ts';
import { type FsPort, fsFlags } from '../fs-port.ts';
import { storing } from '../store-error.ts';
import type { Placed } from './journal.ts';
import { decodeLine } from './journal-line.ts';

/**
 * The newest whole report of a badge, out of its journal; null: not checked yet. Where its line is gone since (a
 * conflict copy that was deleted), the facts that verdicts rest on are all there is.
 */
export function readReport(
  fs: FsPort,
  journalFolder: string,
  { state, reports }: { readonly state: LibraryState; readonly reports: ReadonlyMap<string, Placed> },
  badgeId: string,
): Promise<Report | null> {
  return storing(async () => {
    const newest = state.badges.get(badgeId)?.report ?? null;
    if (newest === null) return null;
    const place = reports.get(newest.stamp);
    const whole = place === undefined ? null : await reportAt(fs, journalFolder, place, badgeId);
    return whole ?? newest.value;
  });
}

async function reportAt(
  fs: FsPort,
  folder: string,
  { file, offset, length }: Placed,
  badgeId: string,
): Promise<Report | null> {
  try {
    const handle = await fs.open(path.join(folder, file), fsFlags.read);
    try {
      const record = decodeLine(await readUpTo(handle, length, offset));
      const change = record?.changes.find((one) => one.kind === 'badge.reported' && one.badge === badgeId);
      return change?.kind === 'badge.reported' ? change.report : null;
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
