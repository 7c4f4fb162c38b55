import type { NewEvidence } from '../commands/evidence-commands.ts';

/** Evidence while it is being written: what was typed for one kind stays while another is looked at. */
export interface EvidenceDraft {
  readonly kind: 'text' | 'link' | 'file';
  readonly title: string;
  readonly text: string;
  readonly url: string;
}

/** The evidence of a draft; null: something is missing yet. */
export function evidenceOf(draft: EvidenceDraft, hasFile: boolean): NewEvidence | null {
  const title = draft.title.trim();
  switch (draft.kind) {
    case 'text':
      return draft.text.trim() === '' ? null : { kind: 'text', title, text: draft.text };
    case 'link':
      return isWebAddress(draft.url) ? { kind: 'link', title, url: draft.url.trim() } : null;
    case 'file':
      return hasFile ? { kind: 'file', title } : null;
  }
}

/** An address that can be kept as a link. */
export function isWebAddress(text: string): boolean {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed);
}
