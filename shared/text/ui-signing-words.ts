import { plainDate } from './plain-date.ts';

/** Words about signing an export with a key of one's own. */
export const signingWords = {
  how: 'Signed',
  shapes: { plain: 'Unsigned', signed: 'Signed by you', clr: 'Learner record' },
  shapeTexts: {
    plain:
      'Nobody signs the presentation as a whole; each badge in it keeps its own proof. This gives away least.',
    signed:
      'Signed with a key of your own: whoever reads it sees that one person put these badges together and that nothing was changed since. It does not say who you are.',
    clr: 'A Comprehensive Learner Record (CLR 2.0) that you put together and sign yourself. It says of itself that no institution issued it. Badges that cannot stand in such a record come along as files.',
  },
  keyTitle: 'Your key',
  whatKeyIs:
    'A key says “made by the holder of this key”, not who you are. It stays on this computer: no backup and no export holds it, and another computer will have another one.',
  keyrings: {
    ready: 'The keyring of this system will keep it for you.',
    unprotected:
      'This system has no keyring: anybody with access to this computer’s files could read a key that is kept here. So none is kept. Use one until you close the app, or save unsigned.',
    none: 'This system has no keyring that could keep it. Use a key until you close the app, or save unsigned.',
  },
  make: 'Make my key',
  makeForSession: 'Use a key until I close the app',
  keptDevice: (day: string): string => `Made on ${plainDate(day)}, kept by the keyring of this system.`,
  keptSession: 'Only until you close the app; the next one will be another.',
  copy: 'Copy',
  needsKey: 'Make your key first, or save it unsigned.',
  asked: 'If somebody asked you for it (optional; leaves with it)',
  domain: 'Their site',
  challenge: 'The code that they gave you',

  discloses: 'The name of your key',
  disclosesSentence:
    'A did:key. It is the same in every export that you sign, so that whoever sees two of them knows that they come from one person.',
  disclosesCost:
    'Without it nobody can tell that one person put these badges together, nor that the whole is unchanged.',

  settingsNone: 'You have none. It is made when you first sign an export.',
  forget: 'Forget this key…',
  forgetText:
    'What you signed with it stays valid. You can never sign as the same holder again: a new key has another name. This cannot be undone.',
  forgetNow: 'Forget it',
  keepKey: 'Keep it',
  forgotten: 'The key is forgotten.',
  receipts: { signed: 'signed with your key', clr: 'as a learner record, signed with your key' },
} as const;
