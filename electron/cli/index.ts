import { threadStarter } from './thread-starter.ts';

// What strangers made is read and verified in a thread, which loads what it needs while the command loads here.
const startThread = threadStarter(import.meta.url);
if (['check', 'import'].includes(process.argv[2] ?? '')) startThread.early();
const { main } = await import('./program.ts');
await main(startThread);
