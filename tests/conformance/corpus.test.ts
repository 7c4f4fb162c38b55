import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../../electron/cli/conformance-judge.ts';
import { readManifest, statedBy } from '../../electron/cli/conformance-manifest.ts';
import { runCase } from '../../electron/cli/conformance-run.ts';
import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import { root } from '../../scripts/lib/paths.mjs';

const folder = resolve(root, process.env.BADGE_CORPUS ?? '../shared/corpus');
const manifestPath = join(folder, 'manifest.json');
const isThere = existsSync(manifestPath);
const nowMs = Date.UTC(2026, 10, 22);

/** Why a case may stay undecided though others decide it: what is missing, or the rule that forbids to say more. */
const openRules: Readonly<Record<string, string>> = {
  'proof/none': 'no proof and no address to ask: nobody vouches for it (product, "The verdict")',
  'proof/unsupported-suite': 'SD-JWT and Blockcerts are recognised by name (standards 1.1, 3.4)',
  'proof/context-unknown': 'vocabularies come from the pinned bundle alone (threat B03, standards 3.8)',
  'document/offline': 'the key’s document is not in the corpus (standards 3.5)',
  'issuer/document-unavailable':
    'a key in a fragment is nobody’s word, and the issuer’s document is missing (3.5, 3.11)',
  'issuer/unconfirmed': 'a did:key signs for no issuer but itself (standards 3.11)',
  'issuer/self-asserted': 'the issuer is only a key (threat C14)',
  'status/list-other-issuer': 'the list is another issuer’s (threat D10)',
  'status/list-unusable': 'the list names another address as its own (threat D10)',
  'hosted/part-unavailable':
    'an embedded badge class proves nothing, and its own document is missing (standards 1.7)',
};

describe.skipIf(!isThere)(
  `badges of other projects (${isThere ? 'found' : 'skipped: no corpus; BADGE_CORPUS names its folder'})`,
  async () => {
    if (!isThere) return;
    const { cases } = await readManifest(manifestPath);

    it.each([
      ['as they are', false],
      ['with every key trusted', true],
    ])(
      '%s: no false green, no false alarm, no crash, and nothing undecided without its rule',
      { timeout: 120_000 },
      async (_, trustAllKeys) => {
        const engine = inProcessEngine();
        const signal = new AbortController().signal;
        const disagreements: string[] = [];
        const unexplained: string[] = [];
        let agreeing = 0;
        for (const corpusCase of cases) {
          const context = { engine, folder: dirname(manifestPath), nowMs, trustAllKeys, signal };
          const { shown, cause } = await runCase(corpusCase, context);
          const { judgement, why } = judge(statedBy(corpusCase, trustAllKeys), shown);
          if (judgement === 'agree') agreeing++;
          else if (judgement === 'undecided') {
            const open = shown.kind === 'read' ? shown.badges.flatMap((badge) => badge.open) : [];
            if (!open.some((code) => Object.hasOwn(openRules, code)))
              unexplained.push(`${corpusCase.id}: ${why}`);
          } else disagreements.push(`${judgement}: ${corpusCase.id}: ${why} ${cause ?? ''}`);
        }
        expect(disagreements).toEqual([]);
        expect(unexplained).toEqual([]);
        expect(agreeing).toBeGreaterThan(cases.length / 2);
      },
    );
  },
);
