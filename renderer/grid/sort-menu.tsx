import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { CommandId } from '../../shared/commands.ts';
import { viewWords } from '../../shared/text/ui-organise-words.ts';
import { runCommand } from '../commands/run-command.ts';
import { useLibrary } from '../state/library-store.ts';
import { usePlace } from '../state/place-store.ts';
import { useSettings } from '../state/settings-store.ts';
import { hasOwnOrder } from '../state/shown-order.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from '../ui/menu.module.css';

interface Choice {
  readonly id: CommandId;
  readonly title: string;
}

/** The orders of the badges, the other way round, and the headings they stand under; a timeline has its own. */
export function SortMenu() {
  const settings = useSettings((state) => state.settings);
  const place = usePlace((state) => state.place);
  const collections = useLibrary(({ library }) =>
    library.kind === 'ready' ? library.view.collections : null,
  );
  const isByHand = hasOwnOrder(place, collections ?? []);
  const sort = isByHand ? settings.collectionSort : settings.sort;
  return (
    <MenuTrigger>
      <IconButton icon="sort" label={viewWords.orderAndGroups} />
      <Popover className={classNames(styles.popover)} offset={4}>
        <Menu
          aria-label={viewWords.orderAndGroups}
          className={classNames(styles.menu)}
          // Every entry is named after its command.
          onAction={(id) => runCommand(String(id) as CommandId)}
        >
          <Choices
            title={viewWords.sort}
            chosen={`sort.${sort}`}
            choices={isByHand ? [{ id: 'sort.own', title: viewWords.own }, ...sorts] : sorts}
          />
          <MenuSection aria-label={viewWords.reverse}>
            <Entry id="sort.reverse" title={viewWords.reverse} isChosen={false} />
          </MenuSection>
          <Choices title={viewWords.group} chosen={`group.${settings.groupBy}`} choices={groups} />
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const sorts: readonly Choice[] = [
  { id: 'sort.name', title: viewWords.name },
  { id: 'sort.issuer', title: viewWords.issuer },
  { id: 'sort.issued', title: viewWords.issued },
  { id: 'sort.added', title: viewWords.added },
];

const groups: readonly Choice[] = [
  { id: 'group.none', title: viewWords.none },
  { id: 'group.issuer', title: viewWords.issuer },
  { id: 'group.year', title: viewWords.year },
];

interface ChoicesProps {
  readonly title: string;
  /** Id of the one that holds now. */
  readonly chosen: string;
  readonly choices: readonly Choice[];
}

function Choices({ title, chosen, choices }: ChoicesProps) {
  return (
    <MenuSection selectionMode="single" selectedKeys={[chosen]}>
      <Header className={classNames(styles.heading)}>{title}</Header>
      {choices.map((choice) => (
        <Entry key={choice.id} id={choice.id} title={choice.title} isChosen={choice.id === chosen} />
      ))}
    </MenuSection>
  );
}

function Entry({ id, title, isChosen }: Choice & { readonly isChosen: boolean }) {
  return (
    <MenuItem id={id} textValue={title} className={classNames(styles.item)}>
      <span className={styles.mark}>{isChosen ? <Icon name="check" size="small" /> : null}</span>
      <span className={styles.title}>{title}</span>
    </MenuItem>
  );
}
