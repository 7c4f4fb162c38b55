import type { VerdictRole } from '../../shared/text/verdicts.ts';
import type { Outcome } from '../../shared/verify/report.ts';
import type { Io } from './io.ts';

/** Paints text for a terminal, or leaves it as it is. Colour never stands alone: an icon and a word go with it. */
export interface Style {
  strong(text: string): string;
  quiet(text: string): string;
  role(role: VerdictRole, text: string): string;
  outcome(outcome: Outcome, text: string): string;
}

/** The style of what is written here. */
export function styleFor(io: Pick<Io, 'outIsTerminal' | 'environment'>): Style {
  return styleOf(wantsColours(io));
}

/** For a terminal that wants them: not where output is piped, `NO_COLOR` is set, or the terminal is dumb. */
export function wantsColours(io: Pick<Io, 'outIsTerminal' | 'environment'>): boolean {
  const { NO_COLOR: noColor, FORCE_COLOR: forceColor, TERM: terminal } = io.environment;
  const refused = noColor !== undefined && noColor !== '';
  const forced = forceColor !== undefined && forceColor !== '' && forceColor !== '0';
  return !refused && (forced || (io.outIsTerminal && terminal !== 'dumb'));
}

export function styleOf(colours: boolean): Style {
  const paint = (code: string) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    strong: paint('1'),
    quiet: paint('2'),
    role: (role, text) => paint(roleCodes[role])(text),
    outcome: (outcome, text) => paint(outcomeCodes[outcome])(text),
  };
}

/** One character for each role. */
export const roleIcons: Readonly<Record<VerdictRole, string>> = {
  ok: '✓',
  'ok-muted': '✓',
  warn: '!',
  bad: '✗',
  unknown: '?',
};

export const outcomeIcons: Readonly<Record<Outcome, string>> = {
  pass: '✓',
  warn: '!',
  fail: '✗',
  unknown: '?',
  'not-applicable': '·',
};

const roleCodes: Readonly<Record<VerdictRole, string>> = {
  ok: '1;32',
  'ok-muted': '32',
  warn: '1;33',
  bad: '1;31',
  unknown: '1;36',
};

const outcomeCodes: Readonly<Record<Outcome, string>> = {
  pass: '32',
  warn: '33',
  fail: '31',
  unknown: '36',
  'not-applicable': '2',
};
