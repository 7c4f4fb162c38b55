import { defineConfig } from 'vite';
import { engineChunks, nodeTarget, withoutHttpClient, withSharedTerms } from './vite.shared.ts';

// The engine for the benchmarks, bundled for plain Node as the command line is; `BENCH_PART=structure`: the structure's checks
// alone, as a library of them would be.
const isPart = process.env.BENCH_PART === 'structure';

export default defineConfig({
  publicDir: false,
  plugins: [withoutHttpClient(), withSharedTerms()],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: nodeTarget,
    outDir: isPart ? 'out/bench/structure' : 'out/bench/engine',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: isPart
        ? { structure: 'tests/bench/engine/structure.ts' }
        : {
            ours: 'tests/bench/engine/ours.ts',
            first: 'tests/bench/engine/first.ts',
            search: 'tests/bench/engine/search.ts',
            'search-ready': 'tests/bench/engine/search-ready.ts',
          },
      output: {
        ...(isPart ? {} : { codeSplitting: engineChunks }),
        format: 'es',
        entryFileNames: '[name].mjs',
        chunkFileNames: 'chunks/[name]-[hash].mjs',
      },
    },
  },
});
