import { useEffect, useMemo, useState } from 'react';
import { TextArea, TextField } from 'react-aria-components';
import { limits } from '../../shared/limits.ts';
import { noteWords } from '../../shared/text/ui-organise-words.ts';
import { editLibrary } from '../commands/edit-library.ts';
import { whenLeaving } from '../state/when-leaving.ts';
import { classNames } from '../ui/class-names.ts';
import { zones } from '../ui/focus.ts';
import { createNoteSaver, type NoteState } from './note-saver.ts';
import styles from './note-section.module.css';

interface NoteSectionProps {
  readonly badgeId: string;
  /** As it is kept. */
  readonly note: string;
  readonly isReadOnly: boolean;
}

/** The person's note, saved while it is written. */
export function NoteSection({ badgeId, note, isReadOnly }: NoteSectionProps) {
  const [text, setText] = useState(note);
  const [kept, setKept] = useState(note);
  const [state, setState] = useState<NoteState | null>(null);
  const saver = useMemo(
    () =>
      createNoteSaver({
        save: async (written) =>
          (await editLibrary({ kind: 'note.set', badgeId, text: written }, null)) !== null,
        onState: setState,
      }),
    [badgeId],
  );
  useEffect(() => {
    const stop = whenLeaving(saver.flush);
    return () => {
      stop();
      saver.flush();
    };
  }, [saver]);
  // What changed elsewhere (undo, another device) is shown, unless it would take away what is being written.
  if (note !== kept) {
    setKept(note);
    if (text === kept) setText(note);
  }
  return (
    <section className={styles.section} data-zone={zones.note}>
      <div className={styles.head}>
        <h3 className={styles.title} id="note-title">
          {noteWords.note}
        </h3>
        <span className={styles.state} role="status">
          {state === null ? '' : noteWords[state]}
        </span>
      </div>
      <TextField
        aria-labelledby="note-title"
        value={text}
        isReadOnly={isReadOnly}
        maxLength={limits.noteCharacters}
        onChange={(written) => {
          setText(written);
          setState(null);
          saver.typed(written);
        }}
        onBlur={saver.flush}
      >
        <TextArea
          className={classNames(styles.note)}
          placeholder={noteWords.placeholder}
          rows={2}
          dir="auto"
        />
      </TextField>
    </section>
  );
}
