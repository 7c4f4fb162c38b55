import path from 'node:path';
import { defineConfig } from 'vite';
import { pageTarget, safeInPages, withoutHttpClient, withSharedTerms } from './vite.shared.ts';

// The verifier of exported pages: one script, which stands inside each page. It is the engine of the app, for a browser.
export default defineConfig({
  publicDir: false,
  plugins: [withoutHttpClient(), withSharedTerms(), safeInPages()],
  build: {
    target: [...pageTarget],
    outDir: process.env.BUILD_PAGE_FOLDER ?? 'out/page',
    emptyOutDir: true,
    minify: true,
    lib: {
      entry: path.join(import.meta.dirname, 'renderer/exported-page/verifier.ts'),
      formats: ['iife'],
      name: 'badgeBackpackVerifier',
      fileName: () => 'verifier.js',
    },
  },
});
