import path from 'node:path';
import { build } from 'vite';
import { root } from '../../scripts/lib/paths.mjs';
import { nodeTarget } from '../../vite.shared.ts';

/** Bundles a script of this folder for plain Node. Answers the file. */
export async function bundleSession(
  folder: string,
  name: 'library-session' | 'open-race' = 'library-session',
): Promise<string> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      ssr: true,
      target: nodeTarget,
      rolldownOptions: {
        input: { [name]: path.join(root, `tests/support/${name}.ts`) },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return path.join(folder, `${name}.mjs`);
}
