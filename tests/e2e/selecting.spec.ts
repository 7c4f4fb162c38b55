import { expect, test } from '@playwright/test';
import { openSampleWindow, type SampleWindow } from '../support/sample-window.ts';

// A stretch of the selection begins where a person would say it does, however what is selected came to be.

let window: SampleWindow;
test.beforeEach(async () => {
  window = await openSampleWindow();
});
test.afterEach(async () => {
  expect(window.complaints).toEqual([]);
  await window.close();
});

/** Places of the selected badges, in the order in which they are shown. */
async function selected(): Promise<readonly number[]> {
  const all = await window.cards().evaluateAll((cards) => cards.map((card) => card.ariaSelected === 'true'));
  return all.flatMap((isSelected, place) => (isSelected ? [place] : []));
}

async function shiftClick(place: number): Promise<void> {
  await window
    .cards()
    .nth(place)
    .click({ modifiers: ['Shift'] });
}

test('after all were selected by keys, Shift and a click leave those from the first to that one', async () => {
  const { page, cards } = window;
  await cards().nth(4).focus();
  await page.keyboard.press('Control+a');
  expect(await selected()).toHaveLength(await cards().count());
  await shiftClick(2);
  expect(await selected()).toEqual([0, 1, 2]);
  await shiftClick(4);
  expect(await selected()).toEqual([0, 1, 2, 3, 4]);
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await selected()).toEqual([0, 1, 2, 3]);
});

test('after a removal it begins at the badge that was selected next, and still does when the removal is undone', async () => {
  const { page, cards } = window;
  await cards().nth(1).click();
  await page.keyboard.press('Delete');
  await expect.poll(selected).toEqual([1]);
  await shiftClick(3);
  expect(await selected()).toEqual([1, 2, 3]);
  await page.keyboard.press('Control+z');
  await expect.poll(selected).toEqual([2, 3, 4]);
  await shiftClick(0);
  expect(await selected()).toEqual([0, 1, 2]);
});

test('a badge that Space added begins a stretch of its own, by mouse and by keys', async () => {
  const { page, cards } = window;
  await cards().nth(0).click();
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press(' ');
  expect(await selected()).toEqual([0, 2]);
  await shiftClick(4);
  expect(await selected()).toEqual([0, 2, 3, 4]);
  await page.keyboard.press('Shift+ArrowLeft');
  expect(await selected()).toEqual([0, 2, 3]);
});

test('a badge that was chosen in the palette begins one', async () => {
  const { page, cards, dialog } = window;
  const name = (await cards().nth(2).getAttribute('aria-label')) ?? (await cards().nth(2).innerText());
  await page.keyboard.press('Control+k');
  await dialog().getByRole('combobox').waitFor();
  await page.keyboard.type(name.split('\n')[0] ?? '');
  await page.keyboard.press('Enter');
  await expect.poll(selected).toEqual([2]);
  await shiftClick(0);
  expect(await selected()).toEqual([0, 1, 2]);
});
