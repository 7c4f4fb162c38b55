import { basename } from 'node:path';
import { z } from 'zod';
import { backupLineWords, expectedWords, usageWords } from '../../shared/text/command-line.ts';
import type { BackupResult } from '../node/backup/backup.ts';
import { inProcessEngine } from '../node/check/in-process-engine.ts';
import { defineCommand, UsageError } from './command.ts';
import { exitStatus } from './exit-status.ts';
import type { BackupLine } from './json-lines.ts';
import { jsonLine } from './json-lines.ts';
import { cacheFolder, sayWhenThereIsNone } from './library-access.ts';
import { passphraseOption, readPassphrase } from './passphrase.ts';
import { progressOn } from './progress.ts';
import { flag, optionalText, requiredText } from './schemas.ts';
import { oneLine } from './text-report.ts';
import { isSpecial } from './write-output.ts';

/** `backup`: a whole library in one file, test-restored before it says so. */
export const backupCommand = defineCommand({
  name: 'backup',
  summary: 'A whole library in one file, tested before it is done.',
  usage: ['backup --library DIR -o OUT [--passphrase-file F [--recovery-code]]'],
  notes: [
    'Without a passphrase the file is a ZIP archive that anybody can open; with one nobody can without it or its\n' +
      'recovery code, which is printed once and kept nowhere. The variable BADGE_BACKPACK_PASSPHRASE is read where --passphrase-file is not given.',
    'The backup is read back and restored into a temporary place before it gets its name. Ends with 2 when the library\n' +
      'itself had lost files, which are named.',
  ],
  options: [
    { name: 'library', kind: 'value', placeholder: 'DIR', help: 'The folder of the library.' },
    { name: 'output', short: 'o', kind: 'value', placeholder: 'OUT', help: 'The file to write.' },
    passphraseOption,
    {
      name: 'recovery-code',
      kind: 'flag',
      help: 'Also make a code that opens it in place of the passphrase, and print it.',
    },
    { name: 'json', kind: 'flag', help: 'One JSON object that says what was written.' },
  ],
  operands: { what: 'no files', min: 0, max: 0 },
  schema: z.object({
    library: requiredText('--library'),
    output: requiredText('-o'),
    'passphrase-file': optionalText('--passphrase-file'),
    'recovery-code': flag,
    json: flag,
  }),
  async run(
    { library: dir, output: target, 'passphrase-file': file, 'recovery-code': wantsCode, json },
    _operands,
    io,
  ) {
    if (await isSpecial(target)) throw new UsageError(usageWords.badOption('-o', expectedWords.file));
    const passphrase = await readPassphrase(file, io);
    if (wantsCode && passphrase === null) throw new UsageError(usageWords.codeWithoutPassphrase);
    const recoveryCode = wantsCode ? await newCode() : null;
    const { makeBackup } = await import('../node/backup/backup.ts');
    const progress = progressOn(io);
    try {
      const made = await makeBackup({
        dir,
        target,
        passphrase,
        ...(recoveryCode === null ? {} : { recoveryCode }),
        cacheDir: cacheFolder(io.environment),
        engine: inProcessEngine(),
        clock: { now: io.now },
        signal: io.signal,
        onProgress: ({ step, done, total }) => progress.show(backupLineWords.progress(step, done, total)),
      }).catch(sayWhenThereIsNone);
      progress.clear();
      await io.out(json ? jsonLine(lineOf(target, made, recoveryCode)) : textOf(target, made, recoveryCode));
      return made.missing.length === 0 ? exitStatus.good : exitStatus.unconfirmed;
    } finally {
      progress.clear();
    }
  },
});

async function newCode(): Promise<string> {
  return (await import('../node/backup/backup-keys.ts')).newRecoveryCode();
}

function lineOf(file: string, made: BackupResult, recoveryCode: string | null): BackupLine {
  const { libraryId: library, badges, files, bytes, isLocked: locked, asOf, missing } = made;
  return { file, library, badges, files, bytes, locked, recoveryCode, asOf, missing };
}

function textOf(target: string, { badges, missing, isLocked }: BackupResult, code: string | null): string {
  const name = oneLine(basename(target));
  const lost = missing.map((file) => `${backupLineWords.missing(oneLine(file))}\n`).join('');
  const told = code === null ? '' : `${backupLineWords.recoveryCode(code)}\n`;
  return `${lost}${backupLineWords.written(badges, name, isLocked)}\n${told}`;
}
