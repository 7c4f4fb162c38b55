import { traceOf } from './bug-report.ts';
import type { Checked } from './checked.ts';
import { type ExitStatus, exitStatus, statusOfCode, statusOfVerdict, worseStatus } from './exit-status.ts';
import { fileLine } from './file-line.ts';
import { type FileLine, jsonLine } from './json-lines.ts';
import { styleOf } from './style.ts';
import { checkedText } from './text-report.ts';

/** What is said of one input, ready to be written, and what counts of it. */
export interface CheckedLine {
  readonly text: string;
  /** The status that it asks for. */
  readonly status: ExitStatus;
  readonly badges: number;
  readonly isRefused: boolean;
  /** The trace of a bug; null: there was none. */
  readonly trace: string | null;
}

/** How it is said. */
export interface Saying {
  readonly json: boolean;
  readonly colours: boolean;
  /** The clock that verdicts are given by, in milliseconds since 1970. */
  readonly nowMs: number;
  /** That nobody is asked is what the person wants. */
  readonly offline: boolean;
}

/** Says what became of the input that is called `shown`; `way` are the entries of archives that lead to it. */
export function checkedLine(
  shown: string,
  way: readonly string[],
  checked: Checked,
  { json, colours, nowMs, offline }: Saying,
): CheckedLine {
  const line = fileLine(shown, checked, nowMs, way);
  return {
    text: json ? jsonLine(line) : checkedText(line, checked, nowMs, styleOf(colours)),
    status: statusOf(line, offline),
    badges: line.badges.length,
    isRefused: line.error !== null,
    trace: line.error?.code === 'internal/bug' && checked.kind === 'refused' ? traceOf(checked.cause) : null,
  };
}

function statusOf(line: FileLine, offline: boolean): ExitStatus {
  if (line.error !== null) return statusOfCode(line.error.code, offline);
  if (line.badges.length === 0) return exitStatus.unconfirmed;
  return line.badges.map(({ verdict }) => statusOfVerdict(verdict)).reduce(worseStatus, exitStatus.good);
}
