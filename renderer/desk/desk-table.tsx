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
import { useWidth } from './use-width.ts';

/** The rows as a table with one stop for the Tab key; arrows go through it. Only what is in view is drawn. */
export function DeskTable() {
  const all = useDesk((state) => state.rows);
  const filter = useDesk((state) => state.filter);
  const current = useDesk((state) => state.current);
  const isCompared = useDesk(({ person }) => person.trim() !== '');
  const rows = shownRows(all, filter);
  const [place, width] = useWidth();
  const isWide = width >= 560;
  return (
    <ResizableTableContainer ref={place} className={classNames(styles.place)}>
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
            <Column isRowHeader width="1.2fr" minWidth={100}>
              {deskWords.columns[0]}
            </Column>
            <Column width="1.2fr" minWidth={100}>
              {isWide ? deskWords.columns[1] : deskWords.shortColumn}
            </Column>
            <Column width={172}>{deskWords.columns[2]}</Column>
            {isWide ? (
              <Column width="1fr" minWidth={90}>
                {deskWords.columns[3]}
              </Column>
            ) : null}
          </TableHeader>
          <TableBody
            items={rows}
            dependencies={[isCompared, isWide]}
            renderEmptyState={() => <p className={styles.none}>{deskWords.noMatch}</p>}
          >
            {(row) => <DeskLine row={row} isCompared={isCompared} isWide={isWide} />}
          </TableBody>
        </Table>
      </Virtualizer>
    </ResizableTableContainer>
  );
}

interface DeskLineProps {
  readonly row: DeskRow;
  /** Somebody asked whose the badges are. */
  readonly isCompared: boolean;
  /** Room for what was not checked; else it is told in the details. */
  readonly isWide: boolean;
}

function DeskLine({ row, isCompared, isWide }: DeskLineProps) {
  return (
    <Row id={row.id} className={classNames(styles.line)} textValue={displayText(row.file)}>
      <Cell className={classNames(styles.cell)}>
        <FileCell row={row} isCompared={isCompared} />
      </Cell>
      <Cell className={classNames(styles.cell)}>
        <BadgeCell row={row} />
      </Cell>
      <Cell className={classNames(styles.cell)}>
        <VerdictCell badge={row.badge} />
      </Cell>
      {isWide ? (
        <Cell className={classNames(styles.cell)}>
          <UncheckedCell row={row} />
        </Cell>
      ) : null}
    </Row>
  );
}
