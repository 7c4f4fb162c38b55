import type { ExaminationView, KeepAnswer, RestoreView } from '../../shared/ipc/keep-calls.ts';
import { limits } from '../../shared/limits.ts';
import { keepWords } from '../../shared/text/ui-keep-words.ts';

/** What is still wrong with a new passphrase; null: nothing. */
export function passphraseProblem(passphrase: string, again: string): string | null {
  if ([...passphrase].length < limits.passphraseCharacters) {
    return keepWords.passphraseShort(limits.passphraseCharacters);
  }
  return passphrase === again ? null : keepWords.passphraseDiffers;
}

/** What a backup came to. */
export function backupSentences(answer: Extract<KeepAnswer, { kind: 'backed-up' }>): readonly string[] {
  return [
    keepWords.backedUp(answer),
    answer.missing === 0 ? keepWords.keepElsewhere : keepWords.backedUpPartly(answer.missing),
  ];
}

/** What a restore came to. */
export function restoredSentences(restore: RestoreView): readonly string[] {
  const hasLeftOut = restore.leftOut.trust + restore.leftOut.observed > 0;
  return [keepWords.restored(restore), ...(hasLeftOut ? [keepWords.leftOut(restore)] : [])];
}

/** True where mending may help: something was found that is not mended yet. */
export function mayRepair({ findings }: ExaminationView): boolean {
  return findings.some(({ repaired }) => !repaired);
}
