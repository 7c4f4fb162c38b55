import { defineConfig } from 'vite';
import { engineChunks, nodeTarget, withoutHttpClient, withSharedTerms } from './vite.shared.ts';

/** What starts the thread of `check`, before anything else is there. */
const limitsAlone = { name: 'limits', test: /shared.limits/, priority: 2 };
/** What the commands and that thread both need, apart from what reads and verifies, which the thread alone loads. */
const base = {
  name: 'base',
  test: /shared.(?:[a-z0-9-]+\.ts|text.(?:command-line|counted|display-text|errors|error-words|shell|library)|verify.clock-sanity)|electron.node.(?:memo|once|store-error|with-resolvers|stop-when|read-regular-file\.ts|files|fs-port|patient-fs|network.document-map|import.import-sources)/,
  priority: 1,
};

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
        codeSplitting: { ...engineChunks, groups: [limitsAlone, base, ...engineChunks.groups] },
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
});
