import { defineConfig } from 'vite';
import { engineChunks, nodeTarget, withoutHttpClient, withSharedTerms } from './vite.shared.ts';

/** They are needed before anything else is loaded. */
const limitsAlone = { name: 'limits', test: /shared.limits/, priority: 1 };

// The command line on plain Node: one small entry, heavy parts in chunks that load when a command needs them.
export default defineConfig({
  publicDir: false,
  plugins: [withoutHttpClient(), withSharedTerms()],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: nodeTarget,
    outDir: process.env.BUILD_CLI_FOLDER ?? 'out/cli',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { index: 'electron/cli/index.ts', 'check-thread': 'electron/cli/check-thread.ts' },
      output: {
        codeSplitting: { ...engineChunks, groups: [limitsAlone, ...engineChunks.groups] },
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
});
