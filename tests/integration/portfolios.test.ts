import { expect, test } from 'vitest';
import { plainPortfolio } from '../../shared/portfolio/portfolio.ts';
import { badgeSources, frozenMs, openAt, temporaryPlace } from '../support/temporary-library.ts';

test('a portfolio is there after a restart, and so is what undoes and redoes its changes', async () => {
  const place = temporaryPlace();
  const first = await openAt(place);
  await first.importFiles(badgeSources(2));
  const ids = first.view().badges.map(({ id }) => id);
  const { createdId } = await first.edit({
    kind: 'portfolio.save',
    id: null,
    portfolio: plainPortfolio('For work', ids),
  });
  await first.close();
  const second = await openAt(place);
  const kept = { id: createdId, portfolio: plainPortfolio('For work', ids) };
  expect(second.view().portfolios).toMatchObject([kept]);
  await second.edit({ kind: 'portfolio.remove', id: createdId ?? '' });
  expect(second.view().portfolios).toEqual([]);
  await second.close();
  const third = await openAt(place);
  expect(await third.undo()).toBe('Delete portfolio “For work”');
  expect(third.view().portfolios).toMatchObject([kept]);
  expect(await third.redo()).toBe('Delete portfolio “For work”');
  expect(third.view().portfolios).toEqual([]);
  await third.close();
});

test('what is typed into a portfolio within minutes is one step of undo, and one saved unchanged is none', async () => {
  const library = await openAt(temporaryPlace());
  const save = (id: string | null, title: string) =>
    library.edit({ kind: 'portfolio.save', id, portfolio: plainPortfolio(title, []) });
  const { createdId } = await save(null, 'M');
  for (const title of ['Mi', 'Min', 'Mine']) await save(createdId, title);
  expect((await save(createdId, 'Mine')).label).toBeNull();
  expect(await library.undo()).toBe('Change portfolio “Mine”');
  expect(library.view().portfolios[0]?.portfolio.title).toBe('M');
  expect(await library.redo()).toBe('Change portfolio “Mine”');
  expect(library.view().portfolios[0]?.portfolio.title).toBe('Mine');
  await library.close();
});

test('a copy is another portfolio: changing one leaves the other as it is', async () => {
  const library = await openAt(temporaryPlace());
  const { createdId } = await library.edit({
    kind: 'portfolio.save',
    id: null,
    portfolio: plainPortfolio('Mine', []),
  });
  const copy = await library.edit({ kind: 'portfolio.duplicate', id: createdId ?? '' });
  await library.edit({ kind: 'portfolio.remove', id: createdId ?? '' });
  expect(library.view().portfolios).toMatchObject([
    { id: copy.createdId, portfolio: { title: 'Mine (copy)' } },
  ]);
  await library.close();
});

test('what cannot be kept is refused by name, and nothing changes', async () => {
  const library = await openAt(temporaryPlace());
  const long = { ...plainPortfolio('Long', []), introduction: 'x'.repeat(1_600_000) };
  await expect(library.edit({ kind: 'portfolio.save', id: null, portfolio: long })).rejects.toMatchObject({
    code: 'edit/portfolio-too-long',
  });
  for (const edit of [
    { kind: 'portfolio.save', id: 'nobody', portfolio: plainPortfolio('X', []) },
    { kind: 'portfolio.duplicate', id: 'nobody' },
    { kind: 'portfolio.remove', id: 'nobody' },
    { kind: 'receipt.remove', id: 'nobody' },
  ] as const) {
    await expect(library.edit(edit)).rejects.toMatchObject({ code: 'store/not-found' });
  }
  expect(library.view().portfolios).toEqual([]);
  await library.close();
});

test('an export is noted with its date and whom it was for, is no step of undo, and can be taken off the list', async () => {
  const place = temporaryPlace();
  const library = await openAt(place);
  const receipt = {
    at: new Date(frozenMs).toISOString(),
    title: 'For work',
    fileName: 'For work.pdf',
    format: 'pdf',
    badgeCount: 3,
    originals: true,
    forWhom: 'Harbour College',
  } as const;
  await library.noteExport(receipt);
  expect(library.view().history.undo).toBeNull();
  await library.close();
  const again = await openAt(place);
  const [kept] = again.view().receipts;
  expect(kept).toMatchObject(receipt);
  await again.edit({ kind: 'receipt.remove', id: kept?.id ?? '' });
  expect(again.view().receipts).toEqual([]);
  await again.undo();
  expect(again.view().receipts).toEqual([kept]);
  await again.close();
});
