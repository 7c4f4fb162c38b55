import { defineConfig } from 'vite';
import { engineChunks, nodeTarget, withoutHttpClient, withSharedTerms } from './vite.shared.ts';

// The engine for the benchmarks, bundled for plain Node as the command line is.
export default defineConfig({
  publicDir: false,
  plugins: [withoutHttpClient(), withSharedTerms()],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: nodeTarget,
    outDir: 'out/bench/engine',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: {
        ours: 'tests/bench/engine/ours.ts',
        first: 'tests/bench/engine/first.ts',
        structure: 'tests/bench/engine/structure.ts',
        search: 'tests/bench/engine/search.ts',
      },
      output: {
        codeSplitting: engineChunks,
        format: 'es',
        entryFileNames: '[name].mjs',
        chunkFileNames: 'chunks/[name]-[hash].mjs',
      },
    },
  },
});
