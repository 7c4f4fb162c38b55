import type { Piece } from '../../shared/archive/piece-reader.ts';
import type { ZipEntry, ZipStep } from '../../shared/archive/zip-entries.ts';
import type { Completion } from '../../shared/badge/complete-badge.ts';
import type { Badge } from '../../shared/badge/model.ts';
import type { Reading } from '../../shared/badge/reading.ts';
import type { PdfExport } from '../../shared/portfolio/read-pdf-export.ts';
import type { DocumentPort } from '../../shared/verify/ports.ts';
import type { Report } from '../../shared/verify/report.ts';
import type { TrustList } from '../../shared/verify/trust.ts';

/**
 * Where badges are read and verified: in this thread, or in a lane of threads or processes that may be killed. All answer
 * the same.
 */
export interface BadgeEngine extends ArchiveEngine {
  /** Reads one file. Rejects with a `CodedError` for a file that is refused. */
  read(bytes: Uint8Array, fileName: string, signal?: AbortSignal): Promise<Reading>;
  verify(badge: Badge, request: VerifyRequest): Promise<Report>;
  /** The badge with the words that it only names, from documents of this port (`completeFromDocuments`). */
  complete(badge: Badge, documents: DocumentPort, signal?: AbortSignal): Promise<Completion>;
  close(): Promise<void>;
}

/** Where archives are opened: strangers' bytes too. */
export interface ArchiveEngine {
  /** One step of `listZip`. Rejects with a `CodedError` for an archive that is refused. */
  listArchive(sizeBytes: number, pieces: readonly Piece[], signal?: AbortSignal): Promise<ZipStep>;
  /** `readPdfExport`. Rejects with a `CodedError` for a PDF that is refused. */
  openPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<PdfExport | null>;
  /** `unpackEntry`. Rejects with a `CodedError` for an entry that is refused. */
  unpack(entry: ZipEntry, packed: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>;
}

/** Opens archives, and reads badges to compare them with what is said of them. */
export type FileEngine = ArchiveEngine & Pick<BadgeEngine, 'read'>;

export interface VerifyRequest {
  readonly documents: DocumentPort;
  /** The person's own addresses. */
  readonly identities: readonly string[];
  readonly trust: TrustList | null;
  /** The clock, in milliseconds since 1970. */
  readonly nowMs: number;
  /** No clock that is right is before this: left out where the person gave the clock. In milliseconds since 1970. */
  readonly notBeforeMs?: number;
  readonly signal?: AbortSignal;
}
