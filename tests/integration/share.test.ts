import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { type PreparedShare, prepareShare } from '../../electron/node/export/prepare-share.ts';
import { readSampleDocuments } from '../../electron/node/network/sample-documents.ts';
import type { ShareSubject } from '../../shared/ipc/share-calls.ts';
import { badgeIdsOf, plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { embedSnippet } from '../../shared/social/embed-snippet.ts';
import { cardInWords } from '../../shared/social/share-card.ts';
import {
  allShareSwitches,
  leastShareSwitches,
  type ShareSwitches,
} from '../../shared/social/share-switches.ts';
import { sampleVerdicts } from '../factories/sample-badges.ts';
import { fileSource } from '../support/file-source.ts';
import { type MarkedLibrary, type MarkedPlace, markedLibrary, placesIn } from '../support/marked-library.ts';
import { testIssuer } from '../support/signed-badge.ts';
import { frozenMs, openAt, temporaryPlace } from '../support/temporary-library.ts';

const samples = path.join(import.meta.dirname, '../../resources/samples');
const clock = { now: () => frozenMs };

/** All that leaves, as text: the words on the card, LinkedIn's form, the snippet. */
function leaving(share: PreparedShare): string {
  const { card, linkedIn, link } = share;
  const embed = embedSnippet({ card, picture: new Uint8Array(), link });
  const decoded = decodeURIComponent(linkedIn?.url.replaceAll('+', ' ') ?? '');
  return [cardInWords(card), decoded, JSON.stringify(linkedIn?.fields), embed].join('\n');
}

describe('N09 what is shown elsewhere of a library with a private word in every place', () => {
  let folder = '';
  let marked: MarkedLibrary;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'share-'));
    marked = await markedLibrary(folder);
  });
  afterAll(async () => {
    await marked.library.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function told(switches: ShareSwitches): Promise<readonly MarkedPlace[]> {
    const subjects: readonly ShareSubject[] = [
      ...badgeIdsOf(marked.portfolio).map((id) => ({ kind: 'badge', id }) as const),
      { kind: 'portfolio', portfolio: marked.portfolio },
    ];
    const shares = await Promise.all(subjects.map((of) => prepareShare(marked, of, switches)));
    return placesIn(shares.map(leaving).join('\n').toLowerCase());
  }

  const off: ShareSwitches = { name: false, dates: false, page: false, identifier: false };

  it.each([
    ['nothing', off, []],
    ['the dates, to begin with', leastShareSwitches, ['issuedOn', 'endsOn']],
    ['the name', { ...off, name: true }, ['personName']],
    ['the page', { ...off, page: true }, ['credentialId']],
    ['the id', { ...off, identifier: true }, ['credentialId']],
    ['all of it', allShareSwitches, ['credentialId', 'issuedOn', 'endsOn', 'personName']],
  ] as const)('is %s, and no other', async (_what, switches, places) => {
    expect(await told(switches)).toEqual(places);
  });
});

describe('the verdicts of the sample badges', () => {
  it('are on their cards what readers would find, and never more', async () => {
    const library = await openAt(temporaryPlace());
    const { files } = await library.importFiles(
      Object.keys(sampleVerdicts).map((name) => ({ kind: 'path', path: path.join(samples, name) }) as const),
    );
    const ids = files.flatMap(({ row }) => row.badgeIds);
    await library.check(ids, { documents: await readSampleDocuments(samples) });
    const sources = { library, engine: inProcessEngine(), clock };
    for (const id of ids) {
      const { verdict, card, linkedIn, link } = await prepareShare(
        sources,
        { kind: 'badge', id },
        allShareSwitches,
      );
      const { word } = verdict ?? { word: '' };
      expect(card.verdict.text.toLowerCase()).toContain(word.toLowerCase());
      if (!word.startsWith('Verified')) expect(cardInWords(card)).not.toMatch(/verified/i);
      expect(card.verdict.text).toMatch(/\d{4}/);
      expect(new URL(linkedIn?.url ?? '').host).toBe('www.linkedin.com');
      if (verdict?.role === 'unknown') expect(link).toBeNull();
    }
    const portfolio = plainPortfolio('All of it', ids);
    const all = await prepareShare(sources, { kind: 'portfolio', portfolio }, leastShareSwitches);
    expect(all.card.verdict.text).toMatch(/^Badge Backpack on 22 November 2026: \d/);
    expect(all.linkedIn).toBeNull();
    await library.close();
  });

  it('that rest on the person’s own list of known issuers are nobody else’s: the card does not say verified', async () => {
    const library = await openAt(temporaryPlace());
    const issuer = await testIssuer('did:jwk');
    const { files } = await library.importFiles([fileSource('badge.jwt', await issuer.sign())]);
    const [id = ''] = files.flatMap(({ row }) => row.badgeIds);
    await library.check([id], {});
    await library.knowIssuerOf(id, { name: 'My school', note: '' });
    expect(library.view().badges[0]?.verdict).toBe('verified');
    const sources = { library, engine: inProcessEngine(), clock };
    const { verdict, card } = await prepareShare(sources, { kind: 'badge', id }, leastShareSwitches);
    expect(verdict?.verdict).toBe('unconfirmed');
    expect(cardInWords(card)).not.toMatch(/verified/i);
    await library.close();
  });

  it('end with the badge: one that is not here any more is not shown', async () => {
    const library = await openAt(temporaryPlace());
    const sources = { library, engine: inProcessEngine(), clock };
    const gone = { kind: 'badge', id: 'ab'.repeat(32) } as const;
    await expect(prepareShare(sources, gone, leastShareSwitches)).rejects.toMatchObject({
      code: 'store/not-found',
    });
    const nothing = { kind: 'portfolio', portfolio: plainPortfolio('None', []) } as const;
    await expect(prepareShare(sources, nothing, leastShareSwitches)).rejects.toMatchObject({
      code: 'export/nothing-to-export',
    });
    const controller = new AbortController();
    controller.abort();
    await expect(
      prepareShare(sources, gone, leastShareSwitches, { signal: controller.signal }),
    ).rejects.toMatchObject({
      code: 'input/cancelled',
    });
    await library.close();
  });
});
