import type { Badge } from '../../shared/badge/model.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { Narrative } from '../ui/narrative.tsx';
import { WebLink } from '../ui/web-link.tsx';
import { Section } from './section.tsx';

/** What a badge says that it stands for, and what had to be done for it. */
export function Purpose({ badge }: { readonly badge: Pick<Badge, 'description' | 'criteria'> }) {
  const { url, narrative } = badge.criteria;
  return (
    <>
      {badge.description ? (
        <Section title={detailsWords.description}>
          <Narrative text={badge.description} />
        </Section>
      ) : null}
      {url || narrative ? (
        <Section title={detailsWords.criteria}>
          {narrative ? <Narrative text={narrative} /> : null}
          {url ? <WebLink href={url} /> : null}
        </Section>
      ) : null}
    </>
  );
}
