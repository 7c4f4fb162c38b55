import { templateKinds } from '../../shared/portfolio/templates.ts';
import { portfolioWords, templateWords } from '../../shared/text/ui-portfolio-words.ts';
import { useDialog } from '../state/dialog-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import styles from './new-portfolio-dialog.module.css';
import { createFromTemplate } from './portfolio-commands.ts';

/** What a new portfolio begins with. */
export function NewPortfolioDialog() {
  const close = useDialog((state) => state.close);
  return (
    <Dialog title={portfolioWords.templatesTitle} onClose={close}>
      <ul className={styles.templates}>
        {templateKinds.map((kind, index) => (
          <li key={kind}>
            <button
              type="button"
              className={styles.template}
              // biome-ignore lint/a11y/noAutofocus: a dialog takes the focus, and this is its first choice.
              autoFocus={index === 0}
              onClick={() => {
                close();
                void createFromTemplate(kind);
              }}
            >
              <strong>{templateWords[kind].name}</strong>
              <span>{templateWords[kind].text}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
