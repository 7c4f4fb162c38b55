import { readCredentialText } from '../badge/credential-text.ts';
import type { Badge } from '../badge/model.ts';
import { limits } from '../limits.ts';
import type { Report } from './report.ts';

/**
 * The reports of the endorsements embedded in a badge. Each is a credential of its own, judged alone: a good badge says
 * nothing about its endorsement, nor the reverse (threat C16). What cannot be read has no report.
 */
export async function checkEndorsements(
  badge: Badge,
  verifyOne: (endorsement: Badge) => Promise<Report>,
): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const document of badge.endorsements.slice(0, limits.endorsementsPerBadge)) {
    const endorsement = readEndorsement(JSON.stringify(document));
    if (endorsement !== null) reports.push(await verifyOne(endorsement));
  }
  return reports;
}

function readEndorsement(text: string): Badge | null {
  try {
    return readCredentialText(text).badges[0]?.badge ?? null;
  } catch {
    return null;
  }
}
