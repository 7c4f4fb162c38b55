import { defineConfig } from 'vitest/config';
import { withSharedTerms } from './vite.shared.ts';

// The tests meet jsonld as it is shipped; what they compare it with, under other packages, stays as it was published.
export default defineConfig({
  plugins: [withSharedTerms()],
  test: {
    server: { deps: { inline: [/node_modules\/jsonld\//] } },
    include: ['tests/{unit,integration,conformance,security,durability}/**/*.test.ts'],
    testTimeout: 30_000,
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
  },
});
