import type { JsonShape } from '../../shared/portfolio/export-formats.ts';

/** What the person chose about signing. */
export interface Signing {
  readonly shape: JsonShape;
  readonly domain: string;
  readonly challenge: string;
}

/** Nobody signs: it gives away least. */
export const unsigned: Signing = { shape: 'plain', domain: '', challenge: '' };
