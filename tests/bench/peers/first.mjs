// The first verdict of a whole process by @digitalbazaar/vc. Words: the contexts' file, the credential's.
import { readFileSync } from 'node:fs';
import { credentialVerifier } from './peers.mjs';

const [known, file] = process.argv.slice(2);
const contexts = JSON.parse(readFileSync(known, 'utf8'));
const verifies = await credentialVerifier({ contexts });
if (!(await verifies(readFileSync(file, 'utf8')))) throw new Error('wrong result: a good credential');
