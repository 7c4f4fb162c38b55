import { limits } from '../limits.ts';

/**
 * The sentence of every finding, by its code. `{name}` stands for a fact. At most 200 characters with cut facts; what
 * happened first, then what it means.
 */
export const checkSentences = {
  'page/words-differ': 'The page that it came in says something else of it than the badge itself: {fields}.',
  'page/file-differs':
    'The page that it came in names another SHA-256: the file was exchanged or changed there.',
  'page/not-among-files':
    'It shows badges that are not among the files in it; every one of them is listed and judged.',
  'proof/intact': 'The signature fits the contents: nothing was changed after it was signed.',
  'proof/altered': 'The signature does not fit the contents: something was changed after it was signed.',
  'proof/partial': 'The signature fits, but these parts are not covered by it: {paths}.',
  'proof/unsigned-core':
    'Parts that matter are not covered by the signature ({paths}), so nobody signed this badge as it is.',
  'proof/none': 'It carries no signature.',
  'proof/no-key': 'The signature could not be checked: the key {method} could not be read.',
  'proof/no-key-fits':
    'No key that {host} publishes today fits the signature: it was altered, or the issuer changed its key.',
  'proof/unsupported-suite': 'This kind of proof ({suite}) is not supported yet.',
  'proof/base-proof':
    'This is the issuer’s base proof, which is not made for showing to others. Ask for a derived one.',
  'proof/unsupported-algorithm': 'This kind of signature ({algorithm}) is not supported.',
  'proof/forbidden-algorithm':
    'Its signature names “{algorithm}”, which proves nothing and is never accepted.',
  'proof/bad-value': 'The proof cannot be read: {what}.',
  'proof/other-purpose': 'The proof was made for another purpose ({purpose}), not for issuing a badge.',
  'proof/future': 'The proof says that it will be made on {date}, in the future.',
  'proof/expired': 'The proof itself ended on {date}.',
  'proof/not-yet': 'The signature counts only from {date}.',
  'proof/bad-date': 'The proof has a date that cannot be read.',
  'proof/foreign-proof': 'Another proof on it, by {signer}, is not the issuer’s and was not counted.',
  'proof/missing-previous': 'The proof builds on another proof that is not there or does not hold.',
  'proof/previous-unchecked': 'The proof builds on another proof that could not be checked.',
  'proof/words-redefined':
    'It gives words of its proof another meaning ({words}), so the proof says nothing.',
  'proof/words-spelled-out':
    'It spells out words that badges name plainly ({words}): more may be signed than is shown.',
  'proof/said-in-parts':
    'It speaks of one thing in several places ({things}): more may be signed than is shown.',
  'proof/too-many': 'It carries more proofs than any badge needs.',
  'proof/too-complex': 'It is built so that checking the signature would take too long.',
  'proof/too-large': 'It is too large for its signature to be checked.',
  'proof/context-unknown':
    'It uses a vocabulary that we do not know ({url}), so its signature could not be checked.',
  'proof/context-inline':
    'It redefines words inside itself, so what was signed cannot be told from what is shown.',
  'proof/not-processable': 'It cannot be brought into the form that was signed: {what}.',
  'proof/weak-key': 'The key is weak ({bits} bits): signatures of this strength can be forged today.',
  'proof/broken-key':
    'The key was made by a program with a known fault (ROCA): anybody can find its secret and sign with it.',
  'proof/crypto-failed': 'The signature could not be checked on this computer.',

  'document/offline': 'There was no network, and no earlier copy of the document at {host}.',
  'document/not-agreed': '{host} was not asked, since nobody agreed to it yet.',
  'document/unreachable': '{host} could not be reached.',
  'document/http-status': '{host} did not give the document (answer {status}).',
  'document/not-json': '{host} sent something else than the document.',
  'document/too-large': 'The document at {host} is too large.',
  'document/bad-url': 'The address {host} is not one that may be asked.',

  'key/ambiguous': 'The issuer’s document at {host} names more than one key by this name.',
  'key/not-listed': 'The issuer’s document at {host} does not have the key that signed.',
  'key/wrong-document': 'The document at {host} belongs to someone else.',
  'key/unsupported-did': 'Issuers of this kind ({method}) cannot be looked up yet.',
  'key/other-kind': 'The key that it names is of another kind than its signature ({suite}) needs.',
  'key/bad-method': 'It does not say properly which key signed it.',
  'key/retired': 'The issuer withdrew this key on {date}.',

  'issuer/confirmed': 'The key belongs to the issuer: {host} publishes it.',
  'issuer/confirmed-then': 'The key belonged to the issuer: {host} published it on {date}.',
  'issuer/trusted': 'The issuer is in your list of known issuers as “{name}”.',
  'issuer/self-asserted': 'The issuer is known only by its key; nobody vouches for the name.',
  'issuer/unconfirmed': 'Nothing shows that this key belongs to the issuer.',
  'issuer/document-unavailable':
    'The issuer’s document at {host} could not be read, so the key is not confirmed.',
  'issuer/no-keys': 'The issuer’s page at {host} names no keys, so the signer is not confirmed.',
  'issuer/deactivated':
    'The document at {host} says that this identity was given up, so none of its keys count any more.',
  'issuer/not-for-presenting': 'The holder has this key, but not for presenting badges.',
  'issuer/not-for-assertions': 'The issuer has this key, but not for issuing badges.',
  'issuer/controller-differs': 'The key says that it belongs to someone else.',
  'issuer/mismatch': 'The signature was made by {signer}, not by the issuer {issuer}.',
  'issuer/key-not-listed': 'The issuer publishes its keys at {host}, and this key is none of them.',
  'issuer/pinned-key': 'It is signed with the key that you know this issuer by.',
  'issuer/pinned-key-since': 'It is signed with the key that you have known this issuer by since {date}.',
  'issuer/pinned-key-differs': 'You know this issuer by another key than the one that signed.',
  'issuer/pinned-key-changed':
    'Since {date} you have known this issuer by another key than the one that signed. Ask them why it changed.',
  'issuer/listed': 'The issuer named is listed in {registry} as “{name}”, as of {date}.',
  'issuer/listing-ended': 'The issuer named was listed in {registry}, but that listing ended on {date}.',
  'issuer/former-key':
    'The issuer’s site no longer lists the key that signed. On {date} it did; that record was kept.',
  'issuer/not-named': 'It does not say who the issuer is.',
  'document/elsewhere': '{host} sends this question on to {other}, so the answer is not its own.',
  'issuer/other-origin': 'The key lies at {host}, which is not the issuer’s site.',
  'issuer/plain-http':
    'What {host} says came over an unprotected connection (http), where anyone on the way could have changed it.',
  'issuer/not-checked': 'Who issued it was not checked.',

  'dates/current': 'Its end date has not passed.',
  'dates/current-unproven': 'By its own word it has not ended, but nothing proves that.',
  'dates/no-end': 'It has no end date.',
  'dates/no-end-unproven': 'It names no end date, but nothing proves that it was issued without one.',
  'dates/expired': 'Its validity ended on {date}.',
  'dates/not-yet-valid': 'It is valid only from {date}.',
  'dates/future-issue': 'It says that it was issued on {date}, in the future.',
  'dates/unreadable': 'Its date “{date}” cannot be read.',
  'dates/reversed': 'It ends before it begins.',
  'dates/no-zone': 'Its date “{date}” names no time zone; it was read as UTC.',
  'dates/clock': 'This computer’s clock looks wrong: check its date.',

  'status/none': 'This badge has no way to be revoked.',
  'status/none-unproven': 'No way to revoke it is named, but nothing proves that it was issued without one.',
  'status/unproven':
    'Where its status was asked is not proved to be as issued, so a good answer there says nothing.',
  'status/not-signed': 'It carries no signature, so its status says nothing.',
  'status/not-as-issued': 'Something in it was changed, so it cannot be told whether it can be revoked.',
  'status/list-older':
    'The list that was given now is older than the one that was held, so the newer one of {date} counts.',
  'status/revoked-before':
    'It was withdrawn on {date} or before, and nothing newer that is as good says otherwise.',
  'status/unsupported': 'Its status list ({type}) is not supported yet, so it may have been revoked.',
  'status/unprotected':
    'Where to ask for its status is not covered by the signature, so the answer cannot be trusted.',
  'status/withheld':
    'This proof shows only parts that the holder chose; an end or a status may have been left out.',
  'status/current': 'Not revoked, by the issuer’s list at {host}.',
  'status/not-suspended': 'Not suspended, by the issuer’s list at {host}.',
  'status/no-newer': 'The issuer’s list at {host} knows no newer edition of this badge.',
  'status/revoked': 'The issuer withdrew this badge. Reason given: {reason}',
  'status/revoked-plain': 'The issuer withdrew this badge.',
  'status/suspended': 'The issuer has suspended this badge.',
  'status/list-unavailable':
    'The issuer’s status list at {host} could not be read, so it may have been revoked.',
  'status/list-bad-proof':
    'The status list at {host} does not carry a good signature, so it was not believed.',
  'status/list-other-issuer': 'The status list at {host} is not the issuer’s, so it was not believed.',
  'status/list-outdated': 'The status list at {host} is out of date, so it may have been revoked.',
  'status/list-unusable': 'The status list at {host} cannot be read: {what}.',
  'status/too-many': 'It names more status lists than any badge needs.',
  'status/bad-entry': 'Its status entry cannot be read: {what}.',
  'status/message': 'The issuer’s list says about it: {message}',
  'status/refresh': 'The issuer has a newer edition of this badge.',

  'hosted/not-checked':
    'Only the issuer’s site can confirm this badge, and checking there is not supported yet.',
  'hosted/pointer': 'The file holds only the badge’s address; get the badge from there.',
  'hosted/confirmed': '{host} confirms this badge: it is what the issuer’s site says.',
  'hosted/gone': '{host} withdrew this badge: it says that the badge is gone.',
  'hosted/revoked': 'The issuer withdrew this badge. Reason given: {reason}',
  'hosted/revoked-plain': 'The issuer’s site says that this badge was withdrawn.',
  'hosted/unavailable': '{host} could not be asked about this badge, or did not answer as it should.',
  'hosted/not-a-badge': '{host} did not answer with this badge.',
  'hosted/other-id': '{host} gives another badge at this address.',
  'hosted/differs': 'The issuer’s own copy says something else about: {members}.',
  'hosted/part-unavailable': 'The {what} at {host} could not be read, so the badge is not confirmed.',
  'hosted/part-missing': 'It does not say where its {what} is.',
  'hosted/part-other-id': 'The {what} at {host} names another address as its own.',
  'hosted/out-of-scope': 'The badge lies at {host}, where the issuer {issuer} issues none.',
  'hosted/scope-unreadable':
    'The issuer’s rule of where its badges lie cannot be read; its own site was taken.',
  'hosted/embedded-only': 'Its {what} has no address of its own and was taken as it lies in the badge.',

  'hosted/no-address': 'It carries no signature and no address to ask.',

  'container/by-holder':
    'Put together by its holder, not issued by an institution. Each badge in it is judged by itself.',

  'structure/conformant': 'It is built as its standard says.',
  'structure/missing': 'It lacks “{what}”, which every badge of its kind must have.',
  'structure/recommended': 'It lacks “{what}”, which its standard asks for.',
  'structure/wrong-type': 'Its {what} is not of the type that its standard asks for.',
  'structure/bad-value': 'Its {what} is not written as its standard says.',
  'structure/context': 'Its vocabulary does not begin as its standard says.',
  'structure/context-duplicate': 'It names the same vocabulary twice.',
  'structure/extension-unknown':
    'It carries an extension ({what}) whose rules are not known here; it was not checked.',
  'structure/extension-named':
    'It carries the published extension {what}; it is shown as it is and was not checked.',
  'structure/extension-kept': 'Its extension {what} is built as published.',
  'structure/forbidden': 'It uses “{what}”, which could hide a second meaning.',
  'structure/two-spellings': 'It gives “{what}” twice in two spellings.',
  'structure/claims-differ': 'Its token says one thing about “{what}” and its contents another.',
  'structure/token-kind': 'Its token is of another kind ({typ}), not a badge.',
  'structure/unknown-hash':
    'It hides its recipient in a way that does not exist ({algorithm}), so it can be matched with nobody.',
  'structure/hashed': 'It does not say rightly whether its recipient is hidden.',
  'structure/unknown-type': 'It calls its {what} a “{word}”, which its vocabulary does not know.',
  'structure/other-word': 'Its {what} uses the word “{word}”, which its standard does not have.',
  'structure/other-origin': 'Its badge class lies at {host}, not on the site of the badge.',
  'structure/self-asserted':
    'The credential {what} in it has no proof of its own, and the holder who presents it did not issue it.',
  'structure/not-an-award': 'This is a part of a badge, not a badge that was awarded to somebody.',

  'extension/fits': 'Its extension {what} fits its schema, from {host}.',
  'extension/differs': 'Its extension {what} does not fit its schema, from {host}: {place} {how}.',
  'extension/schema-unavailable': 'The schema of its extension {what}, at {host}, is not at hand.',
  'extension/schema-unusable': 'Its extension {what} could not be compared with its schema, from {host}.',
  'schema/fits': 'It fits the schema that it names, from {host}.',
  'schema/differs': 'It does not fit the schema that it names, from {host}: {place} {what}.',
  'schema/unavailable':
    'The schema that it names could not be read from {host}, so it was not compared with it.',
  'schema/not-asked':
    'The schema that it names lies at {host}, which is not the issuer’s; it was not asked, so as not to tell it of this badge.',
  'schema/unusable':
    'The schema that it names, from {host}, cannot be used here, so it was not compared with it.',
  'schema/too-long': 'Comparing it with the schema that it names, from {host}, would take too long.',
  'schema/unsupported': 'It names a schema of a kind ({type}) that is not supported yet.',
  'schema/too-many': 'It names more schemas than any badge needs; the rest was not looked at.',

  'endorsement/about': 'It endorses what it is attached to: “{comment}”',
  'endorsement/too-many': 'It carries more endorsements than are looked at; the rest says nothing here.',
  'endorsement/other-subject': 'It endorses something else ({id}) than what it is attached to.',

  'recipient/yours': 'It is made out to one of your addresses.',
  'recipient/not-yours': 'It is made out to none of your addresses.',
  'recipient/not-checked': 'Whose badge it is was not checked: you have entered no address.',
  'recipient/unknown': 'It does not say to whom it was awarded in a way that can be compared.',
  'recipient/weak-hash': 'It is made out to one of your addresses; the way it hides the address is weak.',

  'run/failed': 'This check could not be carried out.',
} as const;

/** A stable code of a finding. */
export type CheckCode = keyof typeof checkSentences;

/**
 * The sentence for a code, with its facts in place: cleaned of control and direction characters, and cut so that the
 * whole is a message for a person.
 */
export function sentenceOf(code: CheckCode, facts: Readonly<Record<string, string>>): string {
  const pattern: string = checkSentences[code];
  const sentence = pattern.includes('{')
    ? pattern.replace(/\{(\w+)\}/g, (_, name: string) =>
        Object.hasOwn(facts, name) ? cleaned(facts[name] ?? '') : '?',
      )
    : pattern;
  return cut(sentence, limits.messageCharacters);
}

const factCharacters = 80;

function cleaned(fact: string): string {
  const plain = fact
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .trim();
  return cut(plain, factCharacters);
}

function cut(text: string, characters: number): string {
  return text.length > characters ? `${[...text].slice(0, characters - 1).join('')}…` : text;
}
