import type { Json, JsonObject } from '../json.ts';

/**
 * True for what can be a revocation list of Open Badges 1.x: a plain object from `uid` or id to a reason (standards 1.7,
 * "Signed" step 5), or to a yes or no. An object whose members have the names that answers of servers, or lists of 2.x,
 * are made of is none: `{"error": "not found"}` lists nobody, and says nothing about anybody.
 */
export function isRevocationList1(list: JsonObject): boolean {
  return Object.entries(list).every(
    ([name, said]) => isReason(said) && !foreignNames.has(name.toLowerCase()),
  );
}

function isReason(said: Json): boolean {
  return typeof said === 'string' || typeof said === 'boolean';
}

/** In small letters. */
const foreignNames: ReadonlySet<string> = new Set([
  ...['error', 'errors', 'error_description', 'errorcode', 'errormessage', 'exception', 'fault', 'warning'],
  ...[
    'message',
    'msg',
    'code',
    'status',
    'statuscode',
    'statustext',
    'detail',
    'details',
    'title',
    'success',
  ],
  ...['ok', 'result', 'data', 'reason', 'path', 'timestamp', 'instance', 'location', 'redirect', 'url'],
  ...[
    '@context',
    '@id',
    '@type',
    'id',
    'type',
    'issuer',
    'name',
    'description',
    'revokedassertions',
    'revoked',
  ],
]);
