// The first verdict of a whole process by @digitalbazaar/vc. Words: fixtures, file of the credential.
import { readFileSync } from 'node:fs';
import { credentialVerifier } from './peers.mjs';

const [fixtures, file] = process.argv.slice(2);
const { contexts } = JSON.parse(readFileSync(fixtures, 'utf8'));
const verifies = await credentialVerifier({ contexts });
if (!(await verifies(readFileSync(file, 'utf8')))) throw new Error('wrong result: a good credential');
