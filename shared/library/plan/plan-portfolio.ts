import { assertNever } from '../../assert-never.ts';
import { CodedError } from '../../errors.ts';
import { limits } from '../../limits.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { displayName } from '../../text/display-text.ts';
import { actionWords } from '../../text/library.ts';
import { portfolioWords } from '../../text/ui-portfolio-words.ts';
import type { EditRequest } from '../edits.ts';
import type { EditContext, PlannedEdit } from './planned-edit.ts';

type PortfolioEdit = Extract<EditRequest, { kind: `portfolio.${string}` | 'receipt.remove' }>;

/** Portfolios, and the list of what left of them. */
export function planPortfolio(context: EditContext, edit: PortfolioEdit): PlannedEdit {
  switch (edit.kind) {
    case 'portfolio.save':
      return edit.id === null ? created(context, edit.portfolio) : saved(context, edit.id, edit.portfolio);
    case 'portfolio.duplicate': {
      const original = shownPortfolio(context, edit.id);
      const title = portfolioWords.copyOf(original.title).slice(0, limits.portfolioNameCharacters);
      return created(context, { ...original, title });
    }
    case 'portfolio.remove': {
      const facts = shownPortfolio(context, edit.id);
      return {
        label: actionWords.removePortfolio(displayName(facts.title)),
        changes: [{ kind: 'portfolio.removed', portfolio: edit.id, facts }],
      };
    }
    case 'receipt.remove': {
      const entry = context.state.receipts.get(edit.id);
      if (entry?.present?.value !== true || entry.facts === null) throw new CodedError('store/not-found');
      const facts = entry.facts.value;
      return {
        label: actionWords.forgetExport(displayName(facts.title)),
        changes: [{ kind: 'export.forgotten', receipt: edit.id, facts }],
      };
    }
    default:
      return assertNever(edit);
  }
}

function created(context: EditContext, portfolio: Portfolio): PlannedEdit {
  const { state, newId } = context;
  const count = [...state.portfolios.values()].filter(({ present }) => present?.value === true).length;
  if (count >= limits.portfolios)
    throw new CodedError('edit/too-many-portfolios', { limit: limits.portfolios });
  const id = newId();
  return {
    label: actionWords.createPortfolio(displayName(portfolio.title)),
    changes: [{ kind: 'portfolio.saved', portfolio: id, from: null, to: fitting(portfolio) }],
    createdId: id,
  };
}

function saved(context: EditContext, id: string, portfolio: Portfolio): PlannedEdit {
  const from = shownPortfolio(context, id);
  const isSame = JSON.stringify(from) === JSON.stringify(portfolio);
  return {
    label: actionWords.changePortfolio(displayName(portfolio.title)),
    changes: isSame ? [] : [{ kind: 'portfolio.saved', portfolio: id, from, to: fitting(portfolio) }],
  };
}

/** A journal line has an end, and holds what was there before as well. */
function fitting(portfolio: Portfolio): Portfolio {
  if (JSON.stringify(portfolio).length > limits.portfolioRecordCharacters)
    throw new CodedError('edit/portfolio-too-long');
  return portfolio;
}

function shownPortfolio({ state }: EditContext, id: string): Portfolio {
  const entry = state.portfolios.get(id);
  if (entry?.present?.value !== true || entry.portfolio === null) throw new CodedError('store/not-found');
  return entry.portfolio.value;
}
