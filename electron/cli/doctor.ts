import { z } from 'zod';
import { codeOf } from '../../shared/errors.ts';
import { doctorWords, usageWords } from '../../shared/text/command-line.ts';
import { inProcessEngine } from '../node/check/in-process-engine.ts';
import type { DoctorReport, Finding } from '../node/library/doctor.ts';
import { defineCommand, UsageError } from './command.ts';
import { exitStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import { jsonLine } from './json-lines.ts';
import { cacheFolder } from './library-access.ts';
import { flag, requiredText } from './schemas.ts';
import { type Style, styleFor } from './style.ts';
import { oneLine } from './text-report.ts';

/** `doctor`: looks whether everything that was kept is there and whole, and mends what can be mended. */
export const doctorCommand = defineCommand({
  name: 'doctor',
  summary: 'Look whether a library is whole, and mend it.',
  usage: ['doctor --library DIR [--repair]'],
  notes: [
    'Changes nothing without --repair; with it, what is damaged is set aside, and nothing is thrown away but temporary\n' +
      'files and the snapshot. Ends with 0 when the library is sound, with 2 when something is lost or damaged.',
  ],
  options: [
    { name: 'library', kind: 'value', placeholder: 'DIR', help: 'The folder of the library.' },
    { name: 'repair', kind: 'flag', help: 'Mend what can be mended.' },
    { name: 'json', kind: 'flag', help: 'One JSON object with all findings.' },
  ],
  operands: { what: 'no files', min: 0, max: 0 },
  schema: z.object({ library: requiredText('--library'), repair: flag, json: flag }),
  async run({ library, repair, json }, _operands, io) {
    const report = await examine(library, repair, io);
    await io.out(json ? jsonLine(report) : reportText(report, styleFor(io)));
    return report.isSound ? exitStatus.good : exitStatus.unconfirmed;
  },
});

async function examine(dir: string, repair: boolean, io: Io): Promise<DoctorReport> {
  const { examineLibrary } = await import('../node/library/doctor.ts');
  try {
    return await examineLibrary({
      dir,
      repair,
      cacheDir: cacheFolder(io.environment),
      engine: inProcessEngine(),
      clock: { now: io.now },
    });
  } catch (error) {
    throw codeOf(error) === 'store/not-found' ? new UsageError(usageWords.notALibrary) : error;
  }
}

function reportText({ badges, findings, setAside, isSound }: DoctorReport, style: Style): string {
  const repaired = findings.filter((finding) => finding.repaired).length;
  const sum = [
    ...(findings.length === 0 ? [] : [doctorWords.problems(findings.length)]),
    ...(repaired === 0 ? [] : [doctorWords.repaired(repaired)]),
    ...(setAside === 0 ? [] : [doctorWords.setAside(setAside)]),
    isSound ? doctorWords.healthy(badges) : doctorWords.notSound(badges),
  ];
  const verdict = isSound ? style.role('ok', '✓') : style.role('bad', '✗');
  return `${findings.map((finding) => findingText(finding, style)).join('')}${verdict} ${sum.join(' ')}\n`;
}

function findingText({ kind, subject, message, next, repaired }: Finding, style: Style): string {
  const icon = repaired ? style.role('ok', '✓') : style.role('warn', '!');
  return `${icon} ${oneLine(message)}\n  ${repaired ? '' : `${oneLine(next)} `}${style.quiet(`(${kind}: ${oneLine(subject)})`)}\n`;
}
