import type { PropsWithChildren } from 'react';
import Markdown, { type Components } from 'react-markdown';
import { displayText } from '../../shared/text/display-text.ts';
import styles from './narrative.module.css';
import { WebLink } from './web-link.tsx';

/** A longer text of a badge, written in Markdown: no raw HTML, no pictures, headings as plain bold lines. */
export function Narrative({ text }: { readonly text: string }) {
  return (
    <div className={styles.narrative} dir="auto">
      <Markdown skipHtml disallowedElements={['img', 'hr']} unwrapDisallowed components={components}>
        {displayText(text)}
      </Markdown>
    </div>
  );
}

const components: Components = {
  a: ({ href, children }) => <WebLink href={href ?? ''}>{children}</WebLink>,
  h1: HeadingLine,
  h2: HeadingLine,
  h3: HeadingLine,
  h4: HeadingLine,
  h5: HeadingLine,
  h6: HeadingLine,
};

/** The panel has its own headings; those of a text are not among them. */
function HeadingLine({ children }: PropsWithChildren) {
  return (
    <p>
      <strong>{children}</strong>
    </p>
  );
}
