import type { EditRequest } from '../../shared/library/edits.ts';
import { onlyBadges } from '../../shared/portfolio/edit-portfolio.ts';
import type { Portfolio } from '../../shared/portfolio/portfolio.ts';
import { portfolioOfTemplate, type TemplateKind } from '../../shared/portfolio/templates.ts';
import { portfolioWords } from '../../shared/text/ui-portfolio-words.ts';
import { editLibrary } from '../commands/edit-library.ts';
import { closeDesk } from '../desk/desk-commands.ts';
import { useDesk } from '../desk/desk-store.ts';
import { useDialog } from '../state/dialog-store.ts';
import { openLibrary } from '../state/library-store.ts';
import { useSelection } from '../state/selection-store.ts';
import { usePortfolios } from './portfolio-store.ts';

/** Opens the portfolios in the place of the badges. */
export function openPortfolios(): void {
  if (useDesk.getState().isOpen) void closeDesk();
  useSelection.getState().select([]);
  usePortfolios.getState().setOpen(true);
}

export async function closePortfolios(): Promise<void> {
  usePortfolios.getState().setOpen(false);
  await showList();
}

/** Back to the list of all portfolios. */
export async function showList(): Promise<void> {
  if (await keepDraft()) usePortfolios.getState().show(null, null);
}

export async function openPortfolio(id: string): Promise<void> {
  if (!(await keepDraft())) return;
  const found = openLibrary()?.portfolios.find((one) => one.id === id);
  if (found === undefined) return;
  openPortfolios();
  usePortfolios.getState().show(id, found.portfolio);
}

/** Makes a portfolio and opens it. */
export async function createPortfolio(portfolio: Portfolio): Promise<void> {
  const result = await edit({ kind: 'portfolio.save', id: null, portfolio: named(portfolio) });
  if (result?.createdId == null) return;
  openPortfolios();
  usePortfolios.getState().show(result.createdId, portfolio);
}

export async function createFromTemplate(kind: TemplateKind): Promise<void> {
  await createPortfolio(portfolioOfTemplate(kind, openLibrary()?.badges ?? []));
}

export async function duplicatePortfolio(id: string): Promise<void> {
  if (!(await keepDraft())) return;
  await editLibrary({ kind: 'portfolio.duplicate', id }, portfolioWords.duplicated);
  usePortfolios.getState().show(null, null);
}

export async function removePortfolio(id: string, title: string): Promise<void> {
  if (usePortfolios.getState().openId === id) usePortfolios.getState().show(null, null);
  await editLibrary({ kind: 'portfolio.remove', id }, portfolioWords.removed(title));
}

/** Asks what of it may leave, and how. */
export async function askToExport(portfolio: Portfolio): Promise<void> {
  await keepDraft();
  useDialog.getState().open({ kind: 'export-portfolio', portfolio: hereOnly(named(portfolio)) });
}

/** Keeps what is written, if that is new; answers whether all of it is kept. */
export async function keepDraft(): Promise<boolean> {
  const { openId, draft, kept, setKept } = usePortfolios.getState();
  if (openId === null || draft === null || kept === 'saved') return true;
  if (kept === 'saving') return await (saving ?? true);
  setKept('saving');
  saving = edit({ kind: 'portfolio.save', id: openId, portfolio: named(draft) }).then((result) => {
    saving = null;
    const now = usePortfolios.getState();
    if (now.openId !== openId) return result !== null;
    if (result === null) now.setKept('failed');
    else if (now.draft === draft) now.setKept('saved');
    else now.setKept('pending');
    return result !== null;
  });
  return await saving;
}

let saving: Promise<boolean> | null = null;

/** Takes over what undo, redo or another device made of the portfolio that is open, but nothing over what is being written. */
export function followLibrary(): void {
  const { openId, draft, kept, show } = usePortfolios.getState();
  const view = openLibrary();
  if (openId === null || draft === null || view === null || kept !== 'saved') return;
  const found = view.portfolios.find(({ id }) => id === openId);
  if (found === undefined) {
    // A portfolio that was just made is told of after the answer, or before it: it is gone only once it was there.
    if (seen === openId) show(null, null);
    return;
  }
  seen = openId;
  if (JSON.stringify(found.portfolio) !== JSON.stringify(named(draft))) show(openId, found.portfolio);
}

let seen: string | null = null;

/** Without badges that are not in the backpack any more. */
export function hereOnly(portfolio: Portfolio): Portfolio {
  const ids = new Set(openLibrary()?.badges.map(({ id }) => id));
  return onlyBadges(portfolio, (id) => ids.has(id));
}

/** With a title: an empty one is kept under a name of ours until there is another. */
export function named(portfolio: Portfolio): Portfolio {
  return { ...portfolio, title: portfolio.title.trim() || portfolioWords.untitled };
}

function edit(request: EditRequest): ReturnType<typeof editLibrary> {
  return editLibrary(structuredClone(request), null);
}
