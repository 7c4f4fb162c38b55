import { z } from 'zod';
import { backupLineWords } from '../../shared/text/command-line.ts';
import type { RestoreResult } from '../node/backup/restore.ts';
import { inProcessEngine } from '../node/check/in-process-engine.ts';
import { defineCommand } from './command.ts';
import { exitStatus } from './exit-status.ts';
import { jsonLine, type RestoreLine } from './json-lines.ts';
import { passphraseOption, readPassphrase } from './passphrase.ts';
import { progressOn } from './progress.ts';
import { flag, optionalText, requiredText } from './schemas.ts';

/** `restore`: brings back what a backup holds, and takes nothing away. */
export const restoreCommand = defineCommand({
  name: 'restore',
  summary: 'Bring back what a backup holds; nothing that is there is lost.',
  usage: ['restore BACKUP --library DIR [--passphrase-file F] [--mine] [--bring-back]'],
  notes: [
    'A folder that holds no library becomes the library of the backup; else the two are merged, and restoring twice\n' +
      'changes nothing. A backup that is damaged or was changed is refused whole.',
    'Without --mine, known issuers, results of checks and captured documents are left out, since a backup of somebody\n' +
      'else only claims them: say it of a backup that you made yourself.',
  ],
  options: [
    { name: 'library', kind: 'value', placeholder: 'DIR', help: 'The folder of the library.' },
    passphraseOption,
    { name: 'mine', kind: 'flag', help: 'The backup is my own: trust what it says.' },
    {
      name: 'bring-back',
      kind: 'flag',
      help: 'Badges that were deleted since the backup come back too.',
    },
    { name: 'json', kind: 'flag', help: 'One JSON object that says what was restored.' },
  ],
  operands: { what: 'one backup', min: 1, max: 1 },
  schema: z.object({
    library: requiredText('--library'),
    'passphrase-file': optionalText('--passphrase-file'),
    mine: flag,
    'bring-back': flag,
    json: flag,
  }),
  async run(options, [file = ''], io) {
    const passphrase = await readPassphrase(options['passphrase-file'], io);
    const { restoreBackup } = await import('../node/backup/restore.ts');
    const progress = progressOn(io);
    try {
      const result = await restoreBackup({
        file,
        passphrase,
        dir: options.library,
        isMine: options.mine,
        bringBack: options['bring-back'],
        engine: inProcessEngine(),
        clock: { now: io.now },
        signal: io.signal,
        onProgress: ({ step, done, total }) => progress.show(backupLineWords.progress(step, done, total)),
      });
      progress.clear();
      await io.out(options.json ? jsonLine(lineOf(file, result)) : textOf(result));
      return exitStatus.good;
    } finally {
      progress.clear();
    }
  },
});

function lineOf(file: string, result: RestoreResult): RestoreLine {
  const { libraryId: library, isChanged: changed, badges, newBadges, staysRemoved, asOf } = result;
  return { file, library, changed, badges, newBadges, staysRemoved, leftOut: result.leftOut.length, asOf };
}

function textOf({ isChanged, newBadges, badges, staysRemoved, leftOut }: RestoreResult): string {
  const lines = [
    isChanged ? backupLineWords.restored(newBadges, badges) : backupLineWords.allHere(badges),
    ...(staysRemoved === 0 ? [] : [backupLineWords.staysRemoved(staysRemoved)]),
    ...(leftOut.length === 0 ? [] : [backupLineWords.leftOut(leftOut.length)]),
  ];
  return `${lines.join('\n')}\n`;
}
