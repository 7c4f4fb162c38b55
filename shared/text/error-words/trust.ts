import type { ErrorCode } from '../../errors.ts';
import type { ErrorWords } from './error-words.ts';

/** What stands in the way of knowing issuers, and of trust packs. */
export const trustErrors = {
  'trust/not-a-list': {
    message: 'This file is not a list of issuers.',
    next: 'Choose a list of known issuers, a registry of the DCC, or statements of OpenID Federation.',
  },
  'trust/bad-key': {
    message: 'The list pins a key that cannot be read.',
    next: 'Nothing of it was taken in. Ask whoever made it for a new one.',
  },
  'trust/too-many': {
    message: 'The list holds more than any list needs[ (at most {limit})].',
    next: 'Nothing of it was taken in. Split it, or ask for a smaller one.',
  },
  'trust/no-anchor': {
    message: 'The statements do not say by one voice whose registry they are.',
    next: 'Add the registry’s own configuration to the file, as its first line.',
  },
  'trust/unverified': {
    message: 'The registry’s own statement does not carry a good signature, or is out of date.',
    next: 'Nothing of it was taken in. Get it again from the registry itself.',
  },
  'trust/anchor-changed': {
    message: 'The registry is signed with another key than the one that you pinned.',
    next: 'It is not believed. Ask whoever runs the registry why its key changed.',
  },
  'trust/no-key-seen': {
    message: 'No good signature of this issuer was seen, so there is nothing to know them by.',
    next: 'Check the badge again, then add its issuer.',
  },
  'pack/not-a-pack': {
    message: 'This file is not a trust pack.',
    next: 'Choose a file that “Save a trust pack…” wrote.',
  },
  'pack/damaged': {
    message: 'The trust pack is cut off or was changed.',
    next: 'Nothing of it was taken in. Copy it again from where it was made.',
  },
  'pack/bad-signature': {
    message: 'The trust pack does not carry a good signature.',
    next: 'Nothing of it was taken in. Get it again from whoever made it.',
  },
  'pack/from-future': {
    message: 'The trust pack has dates that are still to come.',
    next: 'Nothing of it was taken in. Look whether the clock of this computer is right.',
  },
  'pack/older': {
    message: 'You have a newer trust pack by the same maker.',
    next: 'Nothing was changed. Ask for the newest one.',
  },
  'pack/nothing': {
    message: 'There is no captured document of these issuers to put into a trust pack.',
    next: 'Check badges of theirs online first.',
  },
} as const satisfies Partial<Readonly<Record<ErrorCode, ErrorWords>>>;
