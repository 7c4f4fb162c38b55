import {
  Cell,
  Column,
  ResizableTableContainer,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import type { DeskRow } from '../../shared/desk/desk-row.ts';
import { displayText } from '../../shared/text/display-text.ts';
import { deskWords } from '../../shared/text/ui-desk-words.ts';
import { classNames } from '../ui/class-names.ts';
import { BadgeCell, FileCell, UncheckedCell, VerdictCell } from './desk-cells.tsx';
import { lookAt } from './desk-commands.ts';
import { shownRows } from './desk-rows.ts';
import { useDesk } from './desk-store.ts';
import styles from './desk-table.module.css';

/** The rows as a table with one stop for the Tab key; arrows go through it. Only what is in view is drawn. */
export function DeskTable() {
  const all = useDesk((state) => state.rows);
  const filter = useDesk((state) => state.filter);
  const current = useDesk((state) => state.current);
  const isCompared = useDesk(({ person }) => person.trim() !== '');
  const rows = shownRows(all, filter);
  return (
    <ResizableTableContainer className={classNames(styles.place)}>
      <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: 56, headingHeight: 33 }}>
        <Table
          aria-label={deskWords.table}
          className={classNames(styles.table)}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={current === null ? [] : [current]}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : keys;
            if (id !== undefined) void lookAt(String(id));
          }}
        >
          <TableHeader className={classNames(styles.head)}>
            <Column isRowHeader width="1.2fr" minWidth={130}>
              {deskWords.columns[0]}
            </Column>
            <Column width="1.2fr" minWidth={120}>
              {deskWords.columns[1]}
            </Column>
            <Column width={172}>{deskWords.columns[2]}</Column>
            <Column width="1fr" minWidth={90}>
              {deskWords.columns[3]}
            </Column>
          </TableHeader>
          <TableBody
            items={rows}
            dependencies={[isCompared]}
            renderEmptyState={() => <p className={styles.none}>{deskWords.noMatch}</p>}
          >
            {(row) => <DeskLine row={row} isCompared={isCompared} />}
          </TableBody>
        </Table>
      </Virtualizer>
    </ResizableTableContainer>
  );
}

function DeskLine({ row, isCompared }: { readonly row: DeskRow; readonly isCompared: boolean }) {
  return (
    <Row className={classNames(styles.line)} textValue={displayText(row.file)}>
      <Cell className={classNames(styles.cell)}>
        <FileCell row={row} isCompared={isCompared} />
      </Cell>
      <Cell className={classNames(styles.cell)}>
        <BadgeCell row={row} />
      </Cell>
      <Cell className={classNames(styles.cell)}>
        <VerdictCell badge={row.badge} />
      </Cell>
      <Cell className={classNames(styles.cell)}>
        <UncheckedCell row={row} />
      </Cell>
    </Row>
  );
}
