import { z } from 'zod';
import { limits } from '../limits.ts';
import type { FindingSeverity } from '../text/doctor.ts';
import type { Failure } from './views.ts';

const passphrase = z.string().min(1).max(limits.passphraseMostCharacters);
const restoreWish = {
  /** The person says that the backup is their own: what it says about whom to trust is taken in too. */
  isMine: z.boolean(),
  /** Badges that were deleted since come back. */
  bringBack: z.boolean(),
};

/** All calls about keeping: one, so that the bridge stays small. Paths come from the system's dialogs alone. */
export const keepSchema = z.discriminatedUnion('do', [
  /** With a passphrase it also has a recovery code, which the answer tells once. */
  z.object({ do: z.literal('back-up'), passphrase: passphrase.nullable() }).strict(),
  /** Saves the recovery code of the backup that was made last as a text to print; it is forgotten with the next call. */
  z.object({ do: z.literal('save-code') }).strict(),
  /** Opens the system's dialog and looks at the backup. */
  z.object({ do: z.literal('choose-backup') }).strict(),
  /** Looks at the backup that was chosen last. */
  z.object({ do: z.literal('look'), passphrase: passphrase.nullable(), ...restoreWish }).strict(),
  /** Restores the backup that was chosen last. */
  z.object({ do: z.literal('restore'), passphrase: passphrase.nullable(), ...restoreWish }).strict(),
  z.object({ do: z.literal('examine'), repair: z.boolean() }).strict(),
  /** Deletes everything after the system's own dialog asked; `backups`: the automatic ones too. */
  z.object({ do: z.literal('delete-everything'), backups: z.boolean() }).strict(),
  z.object({ do: z.literal('cancel') }).strict(),
  /** How the automatic backups stand. */
  z.object({ do: z.literal('automatic') }).strict(),
  z.object({ do: z.literal('set-automatic'), isOn: z.boolean() }).strict(),
  /** Opens the system's dialog for the folder of automatic backups. */
  z.object({ do: z.literal('choose-folder') }).strict(),
  z.object({ do: z.literal('show-folder') }).strict(),
]);

export type KeepRequest = z.infer<typeof keepSchema>;

/** What a call about keeping answers, by its `do`. */
export type KeepAnswer =
  /** The person closed the dialog, or there is nothing to say. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'backed-up';
      readonly savedAs: string;
      readonly badges: number;
      readonly isLocked: boolean;
      /** Opens it in place of the passphrase; null: it is not locked. Nothing keeps it but the person. */
      readonly recoveryCode: string | null;
      /** Files that the library itself had lost. */
      readonly missing: number;
    }
  | { readonly kind: 'saved-code'; readonly savedAs: string }
  | { readonly kind: 'locked'; readonly fileName: string }
  | { readonly kind: 'looked-at'; readonly fileName: string; readonly restore: RestoreView }
  | { readonly kind: 'restored'; readonly restore: RestoreView }
  | { readonly kind: 'examined'; readonly examination: ExaminationView }
  /** All is deleted: the page begins anew. */
  | { readonly kind: 'deleted' }
  | { readonly kind: 'automatic'; readonly automatic: AutomaticView };

/** What restoring a backup does, or would do. */
export interface RestoreView {
  /** RFC 3339, UTC: of the newest record in the backup; null: it is empty. */
  readonly asOf: string | null;
  readonly badgesInBackup: number;
  readonly isSameLibrary: boolean;
  readonly newBadges: number;
  /** Badges of the backup that were deleted since. */
  readonly staysRemoved: number;
  /** Statements that are left out unless the backup is the person's own: about known issuers, and what was observed. */
  readonly leftOut: { readonly trust: number; readonly observed: number };
  /** False: all is here already. */
  readonly isChanged: boolean;
}

/** What looking through the library found. */
export interface ExaminationView {
  readonly badges: number;
  readonly isSound: boolean;
  /** Files that were set aside. */
  readonly setAside: number;
  readonly findings: readonly {
    readonly severity: FindingSeverity;
    readonly message: string;
    readonly next: string;
    readonly repaired: boolean;
  }[];
}

/** How the automatic backups stand. */
export interface AutomaticView {
  readonly isOn: boolean;
  /** Name of the folder, without its path. */
  readonly folderName: string;
  readonly count: number;
  /** RFC 3339, UTC: of the newest one; null: there is none. */
  readonly lastMade: string | null;
  /** Why the last attempt failed; null: it did not. */
  readonly failure: Failure | null;
}

/** What main tells by itself about keeping. */
export type KeepNews =
  | {
      readonly kind: 'progress';
      readonly step: 'writing' | 'testing' | 'reading' | 'adding' | 'looking';
      readonly done: number;
      readonly total: number;
    }
  /** The library was closed and opened again: whatever the page shows of it is to be asked for anew. */
  | { readonly kind: 'reopened' }
  | { readonly kind: 'automatic'; readonly automatic: AutomaticView };
