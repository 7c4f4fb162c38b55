import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import {
  chromeTarget,
  englishOnly,
  firstScreenChunks,
  nodeTarget,
  sourceMaps,
  withFirstScreen,
  withoutHttpClient,
  withSharedTerms,
} from './vite.shared.ts';

// Everything is bundled into out/: the package carries no node_modules. Each preload is one CommonJS file, as its
// sandbox demands; images and fonts stay files, as the page's content security policy demands.
export default defineConfig({
  main: {
    plugins: [withoutHttpClient(), withSharedTerms()],
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      sourcemap: sourceMaps,
      rolldownOptions: {
        input: { index: 'electron/main/index.ts', worker: 'electron/worker/index.ts' },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'electron/preload/index.ts', painter: 'electron/preload/painter.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), englishOnly(), withFirstScreen()],
    build: {
      target: chromeTarget,
      sourcemap: sourceMaps,
      minify: true,
      chunkSizeWarningLimit: 1_200,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: 'renderer/index.html', painter: 'renderer/painter.html' },
        output: { codeSplitting: firstScreenChunks },
      },
    },
  },
});
