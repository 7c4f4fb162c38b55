import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipOf } from '../factories/zip.ts';
import { altered, type TestIssuer, testIssuer } from './signed-badge.ts';

/** A folder of candidates' files, as an employer gets them. */
export interface DeskFolder {
  readonly folder: string;
  /** Known by nothing but its key. */
  readonly school: TestIssuer;
  /** Known by its site. */
  readonly college: TestIssuer;
}

/** Words that stand in the files and nowhere else, to look for what was left behind. */
export const deskMarkers = ['Welding 1', 'Zzyzx Candidate', 'urn:uuid:0f6f1c8e'] as const;

/** Five badges (two alike, one altered, one expired, one in an archive) and a file that is none. */
export async function deskFolder(parent: string): Promise<DeskFolder> {
  const folder = path.join(parent, 'candidates');
  const [school, college] = await Promise.all([testIssuer('did:jwk'), testIssuer('did:web')]);
  mkdirSync(path.join(folder, 'anna'), { recursive: true });
  const put = (name: string, data: string | Uint8Array) => writeFileSync(path.join(folder, name), data);
  const named = {
    credentialSubject: { type: ['AchievementSubject'], name: 'Zzyzx Candidate', achievement: achievement() },
  };
  put('anna/altered.jwt', altered(await school.sign()));
  put('anna/expired.jwt', await school.sign({ validUntil: '2026-06-01T00:00:00Z', ...named }));
  put('anna/school.jwt', await school.sign());
  put('anna/college.jwt', await college.sign());
  put('berta.zip', zipOf([{ name: 'inside.jwt', data: Buffer.from(await school.sign()) }]));
  put('notes.txt', 'My notes');
  return { folder, school, college };
}

function achievement() {
  return {
    id: 'https://trade-school.example/badges/welding-1',
    type: ['Achievement'],
    name: 'Welding 1',
    description: 'Welds two pieces of steel.',
    criteria: { narrative: 'A seam that holds.' },
  };
}
