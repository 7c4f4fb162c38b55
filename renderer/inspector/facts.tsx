import type { ReactNode } from 'react';
import type { Recipient } from '../../shared/badge/model.ts';
import type { BadgeDetails } from '../../shared/ipc/views.ts';
import { plainDate } from '../../shared/text/plain-date.ts';
import { detailsWords } from '../../shared/text/ui-details-words.ts';
import type { RecipientMatch } from '../../shared/verify/report.ts';
import { useDialog } from '../state/dialog-store.ts';
import { useLibrary } from '../state/library-store.ts';
import { BadgeDate } from '../ui/badge-date.tsx';
import { BadgeEnd } from '../ui/badge-end.tsx';
import { BadgeText } from '../ui/badge-text.tsx';
import { Button } from '../ui/button.tsx';
import { EndorsementList } from './endorsement-list.tsx';
import styles from './facts.module.css';
import { Section } from './section.tsx';

/** Dates, recipient, who defined it, endorsements, and where it is kept. */
export function Facts({ details }: { readonly details: BadgeDetails }) {
  const { card, badge, collectionIds } = details;
  const collections = useLibrary(({ library }) =>
    library.kind === 'ready' ? library.view.collections : null,
  );
  const inThese = (collections ?? []).filter(({ id }) => collectionIds.includes(id));
  return (
    <>
      <Section title={detailsWords.dates}>
        <dl className={styles.facts}>
          <Fact
            name={detailsWords.issuedOn}
            value={<BadgeDate value={badge.issuedOn} />}
            isThere={badge.issuedOn}
          />
          <Fact
            name={detailsWords.validFrom}
            value={<BadgeDate value={badge.validFrom} />}
            isThere={badge.validFrom !== badge.issuedOn && badge.validFrom}
          />
          <Fact name={detailsWords.expires} value={<BadgeEnd badge={badge} />} />
          <Fact
            name={detailsWords.added}
            value={<time dateTime={card.addedAt}>{plainDate(card.addedAt)}</time>}
          />
        </dl>
      </Section>
      <Section title={detailsWords.recipient}>
        <p>{recipientWords[card.recipient]}</p>
        {badge.recipients.map((recipient) => (
          <p key={`${recipient.value} ${recipient.hash?.hex}`} className={styles.muted}>
            <RecipientName recipient={recipient} />
          </p>
        ))}
        {card.recipient === 'yours' ? null : (
          <div>
            <Button
              kind="quiet"
              icon="person"
              className={styles.addresses}
              onPress={() => useDialog.getState().open({ kind: 'identities' })}
            >
              {detailsWords.addAddress}
            </Button>
          </div>
        )}
      </Section>
      {badge.creator?.name ? (
        <Section title={detailsWords.creator}>
          <BadgeText text={badge.creator.name} />
        </Section>
      ) : null}
      <EndorsementList
        endorsements={details.report?.endorsements ?? []}
        count={details.report === null ? 0 : badge.endorsements.length}
      />
      {inThese.length > 0 ? (
        <Section title={detailsWords.collections}>
          <p>
            <BadgeText text={inThese.map(({ name }) => name).join(', ')} />
          </p>
        </Section>
      ) : null}
      {card.sameAs === null ? null : (
        <p className={styles.muted}>
          {details.contradictsTwin ? detailsWords.twinContradicts : detailsWords.sameAs}
        </p>
      )}
    </>
  );
}

const recipientWords: Readonly<Record<RecipientMatch, string>> = {
  yours: detailsWords.recipientYours,
  'not-yours': detailsWords.recipientNotYours,
  'not-checked': detailsWords.recipientNotChecked,
};

function RecipientName({ recipient }: { readonly recipient: Recipient }) {
  if (recipient.value !== null) return <BadgeText text={recipient.value} />;
  return recipient.hash === null ? null : detailsWords.recipientHidden;
}

interface FactProps {
  readonly name: string;
  readonly value: ReactNode;
  /** Given and empty: the fact is left out. */
  readonly isThere?: string | null | false;
}

function Fact({ name, value, isThere = name }: FactProps) {
  if (!isThere) return null;
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
