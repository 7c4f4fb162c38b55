import { limits } from '../../shared/limits.ts';
import type { OwnEvidence, PortfolioEntry } from '../../shared/portfolio/portfolio.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './entry-row.module.css';

interface EntryWordsProps {
  readonly name: string;
  readonly entry: PortfolioEntry;
  readonly onChange: (change: Partial<Omit<PortfolioEntry, 'badge'>>) => void;
}

/** What a person says about a badge, and what they show for it. */
export function EntryWords({ name, entry, onChange }: EntryWordsProps) {
  const set = (index: number, change: Partial<OwnEvidence>): void =>
    onChange({
      evidence: entry.evidence.map((one, at) => (at === index ? { ...one, ...change } : one)),
    });
  return (
    <section className={styles.words} aria-label={portfolioWords.words(name)}>
      <TextInput
        label={portfolioWords.story}
        placeholder={portfolioWords.storyHint}
        rows={3}
        maxLength={limits.portfolioWordsCharacters}
        value={entry.story}
        onChange={(story) => onChange({ story })}
      />
      {entry.evidence.map((one, index) => (
        // Evidence has no name of its own: its place is what it is.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <fieldset key={index} className={styles.evidence}>
          <legend>{portfolioWords.evidence}</legend>
          <div className={styles.pair}>
            <TextInput
              label={portfolioWords.evidenceName}
              maxLength={limits.portfolioNameCharacters}
              value={one.name}
              onChange={(value) => set(index, { name: value })}
            />
            <TextInput
              label={portfolioWords.evidenceUrl}
              maxLength={limits.linkCharacters}
              value={one.url}
              onChange={(url) => set(index, { url })}
            />
            <IconButton
              icon="cross"
              label={portfolioWords.removeEvidence}
              onPress={() => onChange({ evidence: entry.evidence.toSpliced(index, 1) })}
            />
          </div>
          <TextInput
            label={portfolioWords.evidenceText}
            rows={2}
            maxLength={limits.portfolioWordsCharacters}
            value={one.text}
            onChange={(text) => set(index, { text })}
          />
        </fieldset>
      ))}
      {entry.evidence.length >= limits.portfolioEvidence ? null : (
        <div>
          <Button
            kind="link"
            icon="plus"
            onPress={() => onChange({ evidence: [...entry.evidence, { name: '', url: '', text: '' }] })}
          >
            {portfolioWords.addEvidence}
          </Button>
        </div>
      )}
    </section>
  );
}
