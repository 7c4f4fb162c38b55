// Writes resources/samples: `npm run samples`. The badges are made by the tests' own factory (tests/factories/
// sample-badges.ts), which vite loads as it stands; the pictures are those of scripts/sample-art. Nothing in it depends
// on the day, on chance or on a browser: the same bytes come out each time, and a test holds the folder to that.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createServer } from 'vite';
import { root } from './lib/paths.mjs';

const folder = path.join(root, 'resources/samples');
const factory = path.join(root, 'tests/factories/sample-badges.ts');

const files = await filesOf(factory);

rmSync(folder, { recursive: true, force: true });
for (const [name, bytes] of files) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  process.stdout.write(`${path.relative(root, file)} ${bytes.length} bytes\n`);
}

async function filesOf(module) {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { sampleFiles } = await server.ssrLoadModule(module);
    return await sampleFiles();
  } finally {
    await server.close();
  }
}
