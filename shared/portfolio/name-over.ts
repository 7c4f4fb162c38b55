import { html, type Markup } from './html.ts';

/**
 * A picture of nothing that lies over a drawing and carries its name. What Chromium prints of a drawing in vectors has no
 * tag, whatever it is called in the page: the drawing stays sharp, and this is what is read aloud in its place.
 */
export function nameOver(name: string): Markup {
  return html`<img class="over" alt="${name}" src="${nothing}">`;
}

/** One transparent pixel. */
const nothing =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAACklEQVR4AWMAAQAABQABNtCI3QAAAABJRU5ErkJggg==';
