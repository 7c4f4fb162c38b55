import type { ErrorCode } from '../errors.ts';
import { limits } from '../limits.ts';
import { displayName, displayText } from './display-text.ts';
import { archivesErrors } from './error-words/archives.ts';
import type { ErrorWords } from './error-words/error-words.ts';
import { keepingErrors } from './error-words/keeping.ts';
import { leavingErrors } from './error-words/leaving.ts';
import { networkErrors } from './error-words/network.ts';
import { programErrors } from './error-words/program.ts';
import { readingErrors } from './error-words/reading.ts';
import { trustErrors } from './error-words/trust.ts';

type Facts = Readonly<Record<string, string | number>>;

/**
 * The words of an error code. Facts come from strangers' files: they are cut, lose control and bidirectional characters
 * and keep only the last part of anything like a path.
 */
export function wordsFor(code: ErrorCode, facts: Facts = {}): ErrorWords {
  const { message, next } = catalogue[code];
  return { message: filled(message, facts), next: filled(next, facts) };
}

/** `{name}` is a fact; `[… {name} …]` is left out where that fact is missing; `Bytes` and `Ms` facts get their units. */
function filled(sentence: string, facts: Facts): string {
  const whole = sentence.replace(/\[([^\][]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => Object.hasOwn(facts, name)) ? part : '',
  );
  const text = whole.replace(/\{(\w+)\}/g, (_, name: string) => factText(name, facts[name]));
  return displayText(text, limits.messageCharacters);
}

function factText(name: string, value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number' && name.endsWith('Bytes'))
    return `${Math.max(1, Math.round(value / 1e6))} MB`;
  if (typeof value === 'number' && name.endsWith('Ms'))
    return `${Math.max(1, Math.round(value / 1e3))} seconds`;
  if (typeof value === 'number') return Number.isFinite(value) ? value.toLocaleString('en-GB') : '';
  const lastPart = value.split(/[\\/]/).at(-1) ?? '';
  return displayText(displayName(lastPart), limits.messageFactClusters);
}

/** A code without words does not compile. */
const catalogue: Readonly<Record<ErrorCode, ErrorWords>> = {
  ...readingErrors,
  ...archivesErrors,
  ...networkErrors,
  ...keepingErrors,
  ...leavingErrors,
  ...trustErrors,
  ...programErrors,
};
