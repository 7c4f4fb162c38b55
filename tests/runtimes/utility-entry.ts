import { readFileSync } from 'node:fs';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { webCrypto } from '../../shared/verify/web-crypto.ts';
import { runSuite, type SuiteInput } from './run-suite.ts';

// The utility process of Electron: runs the suite with both cryptographies and sends the results to its parent.
const [inputFile = ''] = process.argv.slice(2);
const input = JSON.parse(readFileSync(inputFile, 'utf8')) as SuiteInput;
const results = { node: await runSuite(input, nodeCrypto), web: await runSuite(input, webCrypto) };
const { electron = '', node = '' } = process.versions as Readonly<Record<string, string | undefined>>;
// Electron adds this port to the process; the types of Node do not know it.
(process as unknown as { parentPort: { postMessage(message: unknown): void } }).parentPort.postMessage({
  ...results,
  runtime: { electron, node, kind: (process as unknown as { type: string }).type },
});
