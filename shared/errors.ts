/**
 * Everything that can stop us, by its stable code: `area/what`. The sentence, the cause and the next step of each are
 * in `text/errors.ts`; a code without words does not compile. Compare codes, never messages.
 */
export const errorCodes = [
  'input/too-large',
  'input/not-a-file',
  'input/unreadable',
  'input/too-many-files',
  'input/folder-too-deep',
  'input/empty',
  'input/unknown-kind',
  'input/unsupported-kind',
  'input/name-mismatch',
  'input/timeout',
  'input/memory',
  'input/cancelled',
  'input/changed',
  'image/no-badge',
  'image/damaged',
  'image/too-many-chunks',
  'image/too-many-pixels',
  'image/inflates-too-much',
  'image/ambiguous',
  'image/cannot-hold-a-badge',
  'image/bad-svg',
  'image/svg-doctype',
  'image/too-deep',
  'image/strips-badges',
  'pdf/no-badge',
  'pdf/damaged',
  'pdf/encrypted',
  'pdf/too-complex',
  'pdf/inflates-too-much',
  'page/no-badge',
  'page/too-complex',
  'link/in-page',
  'link/in-code',
  'link/in-pdf',
  'link/in-shortcut',
  'link/leads-on',
  'badge/bad-json',
  'badge/bad-text',
  'badge/too-deep',
  'badge/too-many',
  'badge/too-many-keys',
  'badge/duplicate-key',
  'badge/forbidden-key',
  'badge/not-a-badge',
  'badge/bad-jws',
  'badge/encrypted',
  'badge/private-key-inside',
  'badge/ambiguous',
  'archive/too-large',
  'archive/too-many-entries',
  'archive/inflates-too-much',
  'archive/nested-too-deep',
  'archive/ambiguous',
  'archive/unsafe-name',
  'archive/link',
  'archive/in-parts',
  'archive/encrypted',
  'archive/unsupported-method',
  'archive/damaged',
  'archive/damaged-entry',
  'archive/empty',
  'archive/wrong-name',
  'network/offline',
  'network/bad-url',
  'network/not-agreed',
  'network/private-host',
  'network/unreachable',
  'network/timeout',
  'network/too-large',
  'network/too-many-redirects',
  'network/http-status',
  'network/not-json',
  'network/too-many-documents',
  'store/disk-full',
  'store/no-permission',
  'store/read-only',
  'store/locked',
  'store/damaged',
  'store/io',
  'store/newer-format',
  'store/not-found',
  'store/file-missing',
  'edit/into-itself',
  'edit/too-deep',
  'edit/smart-collection',
  'edit/too-much-evidence',
  'edit/not-an-address',
  'backup/not-a-backup',
  'backup/needs-passphrase',
  'backup/wrong-passphrase',
  'backup/short-passphrase',
  'backup/damaged',
  'backup/newer-format',
  'backup/not-confirmed',
  'backup/inside-library',
  'backup/busy',
  'export/nothing-to-export',
  'export/cannot-write',
  'export/not-printed',
  'export/needs-originals',
  'export/busy',
  'trust/not-a-list',
  'trust/bad-key',
  'trust/too-many',
  'trust/no-anchor',
  'trust/unverified',
  'trust/anchor-changed',
  'trust/no-key-seen',
  'ipc/bad-payload',
  'ipc/bad-sender',
  'usage/bad-arguments',
  'internal/bug',
] as const;

/** One of the stable codes above. */
export type ErrorCode = (typeof errorCodes)[number];

/** Our own inability, coded. Thrown inside a process; across IPC and the command line it travels as a value. */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: ErrorCode;
  /** Facts for the sentence (a limit, a kind, a host). Never a path, a stack or text of the input beyond a name. */
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    facts: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.code = code;
    this.facts = facts;
  }
}

/** The code of anything thrown: `internal/bug` for what is not ours. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof CodedError ? error.code : 'internal/bug';
}
