import type { BadgeFacts } from './facts.ts';
import { sha256Of } from './facts-of.ts';
import { isShown } from './presence.ts';
import type { LibraryState } from './state.ts';

/** How a badge stands to the others that came in the same file. */
export interface Family {
  /** The nearest wrapper that is kept as one of its own; null: none. */
  readonly partOf: string | null;
  /** Badges inside this one, in the order of the file. */
  readonly holds: readonly string[];
  /** How many came in the same file altogether, this one counted. */
  readonly inFile: number;
}

/** The family of a badge: each of a file is judged and kept alone, and this is what ties them. */
export function familyOf(state: LibraryState, id: string): Family {
  const members = membersOf(state, sha256Of(id));
  const own = members.find((member) => member.id === id);
  if (own === undefined) return { partOf: null, holds: [], inFile: 1 };
  const around = members
    .filter((other) => other.isContainer && isInside(own.path, other.path))
    .sort((a, b) => b.path.length - a.path.length);
  const holds = own.isContainer ? members.filter((other) => isInside(other.path, own.path)) : [];
  return { partOf: around[0]?.id ?? null, holds: holds.map((member) => member.id), inFile: members.length };
}

/**
 * Whether two badges of one id say different things of what a person goes by (threat C17): both are kept, and neither is
 * taken for a copy of the other.
 */
export function contradict(a: BadgeFacts, b: BadgeFacts): boolean {
  const said = ({ name, description, issuerName, issuedOn, expires, recipients }: BadgeFacts) =>
    JSON.stringify([name, description, issuerName, issuedOn, expires, recipients]);
  return said(a) !== said(b);
}

interface Member {
  readonly id: string;
  readonly path: readonly string[];
  readonly isContainer: boolean;
}

function membersOf(state: LibraryState, sha256: string): readonly Member[] {
  const members: Member[] = [];
  for (let index = 0, missing = 0; missing < gap; index += 1) {
    const id = index === 0 ? sha256 : `${sha256}.${index}`;
    const entry = state.badges.get(id);
    if (entry === undefined) missing += 1;
    if (entry === undefined || !isShown(entry)) continue;
    const { path = [], isContainer = false } = entry.facts.value;
    members.push({ id, path, isContainer });
  }
  return members;
}

/** Badges of one file are numbered without gaps, but for those whose records were lost. */
const gap = 8;

/** Whether one way into a file leads further than another: what lies there is inside what lies here. */
export function isInside(path: readonly string[], around: readonly string[]): boolean {
  return path.length > around.length && around.every((step, index) => path[index] === step);
}
