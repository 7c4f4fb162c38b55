import { readFileSync } from 'node:fs';
import { readCredentialText } from '../../../shared/badge/credential-text.ts';
import { checkStructure } from '../../../shared/verify/structure.ts';

/** The structure of one credential in a whole process, and nothing else loaded. */
const [file = ''] = process.argv.slice(2);
const [first] = readCredentialText(readFileSync(file, 'utf8')).badges;
if (first === undefined) throw new Error('no badge');
if (checkStructure(first.badge).some(({ outcome }) => outcome === 'fail'))
  throw new Error('wrong result: a sound credential');
