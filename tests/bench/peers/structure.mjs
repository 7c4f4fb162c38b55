// The structure of one credential in a whole process by ajv, which compiles the schema of Open Badges 3.0 as it runs. Words:
// the schema's file, the credential's.
import { readFileSync } from 'node:fs';
import { asSchemaWants, schemaCheck } from './peers.mjs';

const [schema, credential] = process.argv.slice(2);
const fits = await schemaCheck(schema);
const document = asSchemaWants(JSON.parse(readFileSync(credential, 'utf8')));
if (!fits(document)) throw new Error('wrong result: a sound credential');
