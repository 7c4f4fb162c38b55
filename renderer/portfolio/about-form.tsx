import { limits } from '../../shared/limits.ts';
import {
  type Portfolio,
  type PortfolioLanguage,
  type PortfolioTheme,
  portfolioLanguages,
  portfolioThemes,
} from '../../shared/portfolio/portfolio.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './portfolio-editor.module.css';
import common from './portfolio-place.module.css';
import { usePortfolios } from './portfolio-store.ts';

interface AboutFormProps {
  readonly draft: Portfolio;
  readonly onChange: (change: (draft: Portfolio) => Portfolio) => void;
}

/** What stands above all badges: title, introduction, who one is; and how the page looks. */
export function AboutForm({ draft, onChange }: AboutFormProps) {
  const set = (change: Partial<Portfolio>): void => onChange((now) => ({ ...now, ...change }));
  const setPerson = (change: Partial<Portfolio['person']>): void =>
    onChange((now) => ({ ...now, person: { ...now.person, ...change } }));
  return (
    <section
      className={styles.group}
      aria-label={portfolioWords.about}
      onFocus={() => usePortfolios.getState().setPlace(null)}
    >
      <TextInput
        label={portfolioWords.titleField}
        maxLength={limits.portfolioNameCharacters}
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <TextInput
        label={portfolioWords.introduction}
        placeholder={portfolioWords.introductionHint}
        rows={3}
        maxLength={limits.portfolioWordsCharacters}
        value={draft.introduction}
        onChange={(introduction) => set({ introduction })}
      />
      <div className={styles.pair}>
        <TextInput
          label={portfolioWords.name}
          maxLength={limits.portfolioNameCharacters}
          value={draft.person.name}
          onChange={(name) => setPerson({ name })}
        />
        <TextInput
          label={portfolioWords.contact}
          maxLength={limits.portfolioNameCharacters}
          value={draft.person.contact}
          onChange={(contact) => setPerson({ contact })}
        />
      </div>
      {draft.person.contact === '' ? null : <p className={common.muted}>{portfolioWords.contactHint}</p>}
      <div className={styles.pair}>
        <SelectField<PortfolioTheme>
          label={portfolioWords.theme}
          value={draft.theme}
          values={portfolioThemes}
          names={portfolioWords.themes}
          onChange={(theme) => set({ theme })}
        />
        <SelectField<PortfolioLanguage>
          label={portfolioWords.language}
          value={draft.language}
          values={portfolioLanguages}
          names={portfolioWords.languages}
          onChange={(language) => set({ language })}
        />
      </div>
    </section>
  );
}
