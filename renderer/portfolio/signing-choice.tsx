import { limits } from '../../shared/limits.ts';
import { signingWords } from '../../shared/text/ui-signing-words.ts';
import { Choices } from '../settings/choices.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './signing.module.css';
import type { Signing } from './signing.ts';
import { SigningKey } from './signing-key.tsx';

interface SigningChoiceProps {
  readonly signing: Signing;
  readonly onChange: (signing: Signing) => void;
}

/** Whether and as what the person signs an export, with which key, and for whom who asked for it. */
export function SigningChoice({ signing, onChange }: SigningChoiceProps) {
  const { shape, domain, challenge } = signing;
  return (
    <div className={styles.choice}>
      <Choices
        title={signingWords.how}
        names={signingWords.shapes}
        value={shape}
        onChange={(value) => onChange({ ...signing, shape: value })}
      />
      <p className={styles.muted}>{signingWords.shapeTexts[shape]}</p>
      {shape === 'plain' ? null : <SigningKey />}
      {shape === 'signed' ? (
        <div className={styles.asked}>
          <p className={styles.muted}>{signingWords.asked}</p>
          <TextInput
            label={signingWords.domain}
            maxLength={limits.proofWordsCharacters}
            value={domain}
            onChange={(value) => onChange({ ...signing, domain: value })}
          />
          <TextInput
            label={signingWords.challenge}
            maxLength={limits.proofWordsCharacters}
            value={challenge}
            onChange={(value) => onChange({ ...signing, challenge: value })}
          />
        </div>
      ) : null}
    </div>
  );
}
