import { inProcessEngine } from '../../electron/node/check/in-process-engine.ts';
import type { Library } from '../../electron/node/library/library.ts';
import { openLibrary } from '../../electron/node/library/open-library.ts';

// A process that opens a library when it is told to: `go` is answered by `held` or the code of the refusal, `let go` by
// `free`. The folder and the cache folder are its first argument, as JSON.

const { dir, cacheDir }: { readonly dir: string; readonly cacheDir: string } = JSON.parse(
  process.argv[2] ?? '{}',
);
const engine = inProcessEngine();
let library: Library | null = null;

async function answer(order: string): Promise<string> {
  if (order === 'go') {
    try {
      library = await openLibrary({ dir, cacheDir, engine, clock: { now: () => Date.now() }, mode: 'write' });
      return 'held';
    } catch (error) {
      return error instanceof Error ? error.message : 'unknown';
    }
  }
  await library?.close();
  library = null;
  return 'free';
}

let rest = '';
process.stdin.on('data', (chunk: Buffer) => {
  rest += chunk.toString('utf8');
  const lines = rest.split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) void answer(line).then((said) => process.stdout.write(`${said}\n`));
});
process.stdout.write('ready\n');
