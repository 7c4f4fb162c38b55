import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../../electron/cli/conformance-judge.ts';
import { readManifest, statedBy } from '../../electron/cli/conformance-manifest.ts';
import { runCase } from '../../electron/cli/conformance-run.ts';
import { inProcessEngine } from '../../electron/node/in-process-engine.ts';
import { root } from '../../scripts/lib/paths.mjs';

const folder = resolve(root, process.env.BADGE_CORPUS ?? '../shared/corpus');
const manifestPath = join(folder, 'manifest.json');
const isThere = existsSync(manifestPath);
const nowMs = Date.UTC(2026, 10, 22);

describe.skipIf(!isThere)(
  `badges of other projects (${isThere ? 'found' : 'skipped: no corpus; BADGE_CORPUS names its folder'})`,
  async () => {
    if (!isThere) return;
    const { cases } = await readManifest(manifestPath);

    it.each([
      ['as they are', false],
      ['with every key trusted', true],
    ])('%s: no false green, no false alarm, no crash', { timeout: 120_000 }, async (_, trustAllKeys) => {
      const engine = inProcessEngine();
      const signal = new AbortController().signal;
      const disagreements: string[] = [];
      let agreeing = 0;
      for (const corpusCase of cases) {
        const context = { engine, folder: dirname(manifestPath), nowMs, trustAllKeys, signal };
        const { shown, cause } = await runCase(corpusCase, context);
        const { judgement, why } = judge(statedBy(corpusCase, trustAllKeys), shown);
        if (judgement === 'agree') agreeing++;
        else if (judgement !== 'undecided')
          disagreements.push(`${judgement}: ${corpusCase.id}: ${why} ${cause ?? ''}`);
      }
      expect(disagreements).toEqual([]);
      expect(agreeing).toBeGreaterThan(cases.length / 2);
    });
  },
);
