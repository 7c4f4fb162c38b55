import type { Badge } from '../../shared/badge/model.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import { BadgeText } from '../ui/badge-text.tsx';
import { WebLink } from '../ui/web-link.tsx';
import styles from './entries.module.css';
import { Section } from './section.tsx';

/** The skills, results and tags that the badge names. */
export function SkillList({ badge }: { readonly badge: Badge }) {
  return (
    <>
      {badge.alignments.length > 0 ? (
        <Section title={detailsWords.skills}>
          <ul className={styles.entries}>
            {badge.alignments.map((skill) => (
              <li key={`${skill.url} ${skill.name} ${skill.code}`} className={styles.entry}>
                {skill.url ? (
                  <WebLink href={skill.url}>
                    <BadgeText text={skill.name} />
                  </WebLink>
                ) : (
                  <BadgeText text={skill.name} />
                )}
                <span className={styles.muted}>
                  {[skill.framework, skill.code].map((text) => text && <BadgeText key={text} text={text} />)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {badge.results.length > 0 ? (
        <Section title={detailsWords.results}>
          <ul className={styles.entries}>
            {badge.results.map((result) => (
              <li key={`${result.name} ${result.value} ${result.status}`}>
                <BadgeText text={[result.name, result.value, result.status].filter(Boolean).join(': ')} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {badge.tags.length > 0 ? (
        <Section title={detailsWords.tags}>
          <ul className={styles.tags}>
            {[...new Set(badge.tags)].map((tag) => (
              <li key={tag} className={styles.tag}>
                <BadgeText text={tag} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
