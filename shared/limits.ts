import { archiveLimits } from './limits/archives.ts';
import { backupLimits } from './limits/backup.ts';
import { checkLimits } from './limits/checks.ts';
import { documentLimits } from './limits/documents.ts';
import { libraryLimits } from './limits/library.ts';
import { networkLimits } from './limits/network.ts';
import { ownWordsLimits } from './limits/own-words.ts';
import { pictureLimits } from './limits/pictures.ts';
import { portfolioLimits } from './limits/portfolio.ts';
import { proofLimits } from './limits/proofs.ts';
import { readingLimits } from './limits/reading.ts';
import { trustLimits } from './limits/trust.ts';
import { windowLimits } from './limits/window.ts';

/**
 * Every limit of the program, with its reason, by area in `limits/`. Sizes in bytes unless the name says otherwise, times
 * in milliseconds.
 */
export const limits = {
  ...readingLimits,
  ...pictureLimits,
  ...archiveLimits,
  ...documentLimits,
  ...proofLimits,
  ...checkLimits,
  ...networkLimits,
  ...trustLimits,
  ...libraryLimits,
  ...backupLimits,
  ...ownWordsLimits,
  ...portfolioLimits,
  ...windowLimits,
} as const;
