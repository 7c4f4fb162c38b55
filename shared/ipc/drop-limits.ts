import { limits } from '../limits.ts';

/** What the preload lets through of one drop: it may take from this folder alone. */
export const dropLimits = {
  /** Of one file that lies on no disk. In bytes. */
  fileBytes: limits.imageFileBytes,
  files: limits.importFiles,
  nameCharacters: 1_024,
} as const;
