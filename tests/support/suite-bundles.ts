import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';
import { root } from '../../scripts/lib/paths.mjs';
import { chromeTarget, nodeTarget, withoutHttpClient } from '../../vite.shared.ts';

export interface SuiteBundles {
  /** A page with everything in it, as an exported page would be. */
  readonly html: string;
  /** A module for Electron's utility process. */
  readonly utility: string;
}

/** Bundles the engine's suite for pages and for a utility process, the way the app is bundled. */
export async function bundleSuite(folder: string): Promise<SuiteBundles> {
  await build({
    ...common,
    plugins: [withoutHttpClient()],
    build: {
      ...output(path.join(folder, 'page')),
      target: chromeTarget,
      lib: {
        entry: path.join(root, 'tests/runtimes/page-entry.ts'),
        formats: ['iife'],
        name: 'suite',
        fileName: () => 'suite.js',
      },
    },
  });
  await build({
    ...common,
    plugins: [withoutHttpClient()],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ...output(path.join(folder, 'utility')),
      ssr: true,
      target: nodeTarget,
      rolldownOptions: {
        input: { suite: path.join(root, 'tests/runtimes/utility-entry.ts') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  const html = path.join(folder, 'page/page.html');
  await writeFile(
    html,
    '<!doctype html><meta charset="utf-8"><title>suite</title><script src="suite.js"></script>',
  );
  return { html, utility: path.join(folder, 'utility/suite.mjs') };
}

const common = { root, configFile: false, publicDir: false, logLevel: 'error' } as const;

function output(outDir: string) {
  return { outDir, emptyOutDir: true, minify: false } as const;
}
