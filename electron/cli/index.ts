import { threadStarter } from './thread-starter.ts';

// A check is read and verified in a thread, which loads what it needs while the command loads here.
const startThread = threadStarter(import.meta.url);
if (process.argv[2] === 'check') startThread.early();
const { main } = await import('./program.ts');
await main(startThread);
