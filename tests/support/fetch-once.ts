import { readFileSync } from 'node:fs';
import { fetcherDocuments } from '../../electron/node/network/fetcher.ts';
import { ask, lookupOf } from './loopback-server.ts';

// A process of its own that asks the real door for one document and says how that went. Whatever else is in its
// environment must change nothing.
const { FETCH_URL = '', FETCH_AUTHORITY } = process.env;
const answer = await ask(
  fetcherDocuments({
    lookup: lookupOf(() => ['127.0.0.1']),
    isAllowedAddress: (address) => address === '127.0.0.1',
    ...(FETCH_AUTHORITY === undefined ? {} : { authorities: [readFileSync(FETCH_AUTHORITY, 'utf8')] }),
  }),
  FETCH_URL,
);
process.stdout.write(answer.kind === 'document' ? `${answer.status}` : answer.code);
