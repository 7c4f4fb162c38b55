import type { Badge } from '../badge/model.ts';
import { CodedError } from '../errors.ts';
import { learnerRecordText } from '../text/learner-record.ts';
import { originalPieces, originalsDefinition } from './original-pieces.ts';
import type { PagePiece } from './page-pieces.ts';
import type { PortfolioPage } from './portfolio-page.ts';
import { presentable } from './presentable.ts';
import { credentialPieces } from './presentation.ts';
import type { LoadOriginal } from './render-html.ts';

/** Who puts a record together, and its own name. */
export interface RecordOptions {
  /** The DID of its holder, who is its issuer and its subject: no institution issued it. */
  readonly holder: string;
  /** `urn:uuid:…`: told apart from every other record. */
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly validFrom: string;
}

/**
 * The badges as a Comprehensive Learner Record (CLR 2.0, ClrCredential) that its holder issues about themselves, in pieces
 * and without the proof that it needs (`sign-document.ts`). It is always `partial`: chosen badges are never all that
 * somebody has. Badges that may not stand in a record come along among the original files.
 *
 * @throws CodedError export/clr-needs-credentials where none of the badges may stand in it
 */
export async function* recordPieces(
  page: PortfolioPage,
  badges: readonly Badge[],
  loadOriginal: LoadOriginal,
  { holder, id, validFrom }: RecordOptions,
): AsyncGenerator<PagePiece> {
  if (!badges.some((badge) => presentable(badge, 'clr') !== null))
    throw new CodedError('export/clr-needs-credentials');
  const name = page.person.name === null ? {} : { name: page.person.name };
  const head = {
    '@context': context,
    id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: page.title,
    description: learnerRecordText.description,
    issuer: { id: holder, type: ['Profile'], ...name },
    validFrom,
    partial: true,
  };
  const subject = { id: holder, type: ['ClrSubject'] };
  yield `${JSON.stringify(head).slice(0, -1)},\n"credentialSubject":`;
  yield `${JSON.stringify(subject).slice(0, -1)},"verifiableCredential":[`;
  yield* credentialPieces(badges, 'clr');
  yield ']},\n';
  yield* originalPieces(page, loadOriginal);
  yield '}\n';
}

/** `partial` is a member of the standard that its published vocabulary leaves out: without it JSON-LD would drop the word. */
const context = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  {
    ...originalsDefinition,
    partial: {
      '@id': 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#partial',
      '@type': 'http://www.w3.org/2001/XMLSchema#boolean',
    },
  },
];
