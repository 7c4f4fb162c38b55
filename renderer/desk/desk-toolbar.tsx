import { packWords } from '../../shared/text/trust-pack.ts';
import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { verdictWords } from '../../shared/text/verdicts.ts';
import { chooseTrustPack } from '../commands/pack-commands.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { TextInput } from '../ui/text-input.tsx';
import {
  askToGoOnline,
  chooseForDesk,
  clearDesk,
  closeDesk,
  expectPerson,
  saveReport,
} from './desk-commands.ts';
import type { DeskFilter } from './desk-rows.ts';
import { countMatches, countRows, leftToAsk } from './desk-rows.ts';
import { useDesk } from './desk-store.ts';
import styles from './desk-toolbar.module.css';

/** Where one is, what to add, whom to look for, which rows to show, and what to do with them all. */
export function DeskToolbar() {
  const rows = useDesk((state) => state.rows);
  const filter = useDesk((state) => state.filter);
  const person = useDesk((state) => state.person);
  const setFilter = useDesk((state) => state.setFilter);
  const isBusy = useDesk((state) => state.progress !== null);
  const asking = leftToAsk(rows).ids.length;
  return (
    <header className={styles.toolbar}>
      <div className={styles.line}>
        <IconButton icon="back" label={deskWords.close} onPress={() => void closeDesk()} />
        <div className={styles.title}>
          <h1>{deskWords.title}</h1>
          <p>{deskWords.subtitle}</p>
        </div>
        {rows.length === 0 ? null : (
          <>
            <Menu
              label={deskWords.add}
              trigger={<Button icon="plus">{deskWords.add}</Button>}
              entries={[
                { id: 'files', title: deskWords.addFiles },
                { id: 'folder', title: deskWords.addFolder },
                { id: 'pack', title: packWords.add },
              ]}
              onChoose={(id) =>
                void (id === 'pack'
                  ? chooseTrustPack('desk')
                  : chooseForDesk(id === 'folder' ? 'folder' : 'files'))
              }
            />
            <Menu
              label={deskWords.report}
              trigger={
                <Button icon="save" isDisabled={isBusy}>
                  {deskWords.report}
                </Button>
              }
              entries={formats.map((id) => ({ id, title: deskWords.reportKinds[id] }))}
              onChoose={(id) => {
                const format = formats.find((one) => one === id);
                if (format !== undefined) void saveReport(format);
              }}
            />
            <IconButton icon="trash" label={deskWords.clear} onPress={() => void clearDesk()} />
          </>
        )}
      </div>
      {rows.length === 0 ? null : (
        <div className={styles.line}>
          <div className={styles.person}>
            <TextInput
              label={deskWords.person}
              placeholder={deskWords.personPlaceholder}
              value={person}
              onChange={(text) => void expectPerson(text)}
            />
          </div>
          <Menu
            label={deskWords.filter}
            trigger={
              <Button icon="filter" className={styles.filter}>
                {filterName(filter, rows.length)}
              </Button>
            }
            entries={[
              { id: 'all', title: deskWords.all(rows.length), isChosen: filter === 'all' },
              ...countRows(rows).map(([id, count]) => ({
                id,
                title: `${wordOf(id)} (${count})`,
                isChosen: filter === id,
                ...(id === 'refused' ? {} : { icon: verdictWords[id].icon }),
              })),
              ...(person.trim() === '' ? [] : countMatches(rows)).map(([id, count]) => ({
                id,
                title: `${wordOf(id)} (${count})`,
                isChosen: filter === id,
                icon: 'person' as const,
              })),
            ]}
            // The menu holds nothing but these.
            onChoose={(id) => setFilter(id as DeskFilter)}
          />
          {asking === 0 ? null : (
            <Button kind="primary" icon="refresh" isDisabled={isBusy} onPress={askToGoOnline}>
              {deskWords.online(asking)}
            </Button>
          )}
        </div>
      )}
    </header>
  );
}

const formats = ['html', 'pdf', 'csv', 'json'] as const;

function wordOf(id: Exclude<DeskFilter, 'all'>): string {
  switch (id) {
    case 'refused':
      return deskWords.noBadge;
    case 'person:yours':
      return deskWords.matches.yours;
    case 'person:not-yours':
      return deskWords.matches['not-yours'];
    case 'person:not-checked':
      return deskWords.matches['not-checked'];
    default:
      return verdictWords[id].word;
  }
}

function filterName(filter: DeskFilter, count: number): string {
  return filter === 'all' ? deskWords.all(count) : wordOf(filter);
}
