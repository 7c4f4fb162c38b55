import type { ErrorCode } from '../../errors.ts';
import type { ErrorWords } from './error-words.ts';

const askIssuer = 'Ask the issuer for a new file.';

/** What stands in the way of asking a site. */
export const networkErrors = {
  'network/offline': {
    message: 'There is no connection, or asking issuers is switched off.',
    next: 'Check again when you are online.',
  },
  'network/not-agreed': {
    message: 'This site[ ({host})] was not among those that you agreed to ask.',
    next: 'Check online again: it is in the list now.',
  },
  'network/bad-url': {
    message: 'The badge names an address that cannot be asked safely.',
    next: askIssuer,
  },
  'network/private-host': {
    message: 'The badge names an address inside a private network[ ({host})], which is never asked.',
    next: askIssuer,
  },
  'network/unreachable': {
    message: 'The issuer’s site[ {host}] could not be reached.',
    next: 'Check again later.',
  },
  'network/no-such-name': {
    message: 'There is no site of the name[ {host}] that the badge gives.',
    next: 'Its issuer may have moved: look for another address of theirs, and ask them.',
  },
  'network/timeout': {
    message: 'The issuer’s site[ {host}] did not answer in time.',
    next: 'Check again later.',
  },
  'network/too-large': {
    message: 'The issuer’s site[ {host}] answered with far more than a badge needs.',
    next: 'Tell the issuer.',
  },
  'network/too-many-redirects': {
    message: 'The issuer’s site[ {host}] sent us from page to page without end.',
    next: 'Tell the issuer.',
  },
  'network/http-status': {
    message: 'The issuer’s site[ {host}] did not give the document[ (status {status})].',
    next: 'Check again later, or ask the issuer.',
  },
  'network/not-json': {
    message: 'The issuer’s site[ {host}] answered, but not with badge data.',
    next: 'Check again later, or ask the issuer.',
  },
  'network/too-many-documents': {
    message: 'This badge asks for more documents than one badge may[ ({limit})].',
    next: askIssuer,
  },
  'watch/busy': {
    message: 'A check of your badges is still running.',
    next: 'Wait until it has finished, or stop it first.',
  },
} as const satisfies Partial<Readonly<Record<ErrorCode, ErrorWords>>>;
