import { expect, test } from '@playwright/test';
import { openSampleWindow, type SampleWindow } from '../support/sample-window.ts';

// All that a library is for, by mouse alone: keys are for text in a field, or the test fails.
let window: SampleWindow;

test.beforeEach(async () => {
  window = await openSampleWindow();
  await window.page.evaluate(() => {
    Object.assign(globalThis, { commandKeys: [] });
    const note = (event: KeyboardEvent): void => {
      const isText = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.isTrusted && !(isText && event.key.length === 1))
        Reflect.get(globalThis, 'commandKeys').push(event.key);
    };
    addEventListener('keydown', note, { capture: true });
  });
});

test.afterEach(async () => {
  const held = (key: string): boolean => key === 'Control' || key === 'Shift';
  const keys = await window.page.evaluate<readonly string[]>(() => Reflect.get(globalThis, 'commandKeys'));
  expect(keys.filter((key) => !held(key))).toEqual([]);
  expect(window.complaints).toEqual([]);
  await window.close();
});

const menuEntry = (name: string | RegExp) => window.page.getByRole('menuitem', { name });

test('many are selected with Control and Shift held, put into a new collection, a nested one, and taken out again', async () => {
  const { page, cards, details, dialog, place, button } = window;
  await cards().nth(0).click();
  await cards()
    .nth(2)
    .click({ modifiers: ['Shift'] });
  await expect(details().getByText('3 badges selected')).toBeVisible();
  await cards()
    .nth(1)
    .click({ modifiers: ['Control'] });
  await expect(details().getByText('2 badges selected')).toBeVisible();
  await cards().nth(0).click({ button: 'right' });
  await menuEntry(/^Add to collection/).click();
  await dialog().getByRole('combobox').pressSequentially('School');
  await dialog().getByRole('option', { name: 'New collection “School”' }).click();
  await expect(place('School 2')).toBeVisible();

  await place('School 2').click({ button: 'right' });
  await menuEntry(/^New collection in this one/).click();
  await dialog().getByLabel('Name').pressSequentially('Year one');
  await dialog().getByRole('button', { name: 'Create' }).click();
  await expect(place('Year one 0')).toHaveAttribute('aria-selected', 'true');
  await place('School 2').getByTitle('Show what is in “School”').click();
  await expect(place('Year one 0')).toHaveCount(0);
  await place('School 2').getByTitle('Show what is in “School”').click();
  await expect(place('Year one 0')).toBeVisible();

  await place('School 2').click();
  await cards().first().click({ button: 'right' });
  await menuEntry(/^Remove from this collection/).click();
  await expect(place('School 1')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(place('School 2')).toBeVisible();
  await expect(button('Redo')).toBeVisible();
});

test('orders, groups and views; filters with counts; a smart collection', async () => {
  const { page, cards, names, button, place } = window;
  await button('Sort and group').click();
  await page.getByRole('menuitemradio', { name: 'Name' }).click();
  const byName = [...(await names())].sort((a, b) => a.localeCompare(b));
  await expect.poll(names).toEqual(byName);
  await button('Sort and group').click();
  await page.getByRole('menuitem', { name: 'Reverse the order' }).click();
  await expect.poll(names).toEqual([...byName].reverse());
  await button('Sort and group').click();
  await page.getByRole('group', { name: 'Group by' }).getByRole('menuitemradio', { name: 'Issuer' }).click();
  const group = page.getByRole('listbox', { name: 'Badges' }).getByRole('group', { name: /^City Garden/ });
  await expect(group.getByRole('option')).toHaveCount(1);
  await button('List').click();
  await expect(group.getByRole('option')).toHaveCount(1);
  await button('Timeline').click();
  await expect(page.getByRole('group', { name: /^January 2026/ })).toBeVisible();
  await button('Grid').click();

  await button('Filter').click();
  await menuEntry('Year').click();
  const year = page.getByRole('menuitemcheckbox', { name: /^2026/ });
  await expect(year).toContainText('2');
  await year.click();
  await expect(cards()).toHaveCount(2);
  await page.mouse.click(4, 4);
  await page.mouse.click(4, 4);
  await button('Save as smart collection…').click();
  await window.dialog().getByLabel('Name').pressSequentially('This year');
  await window.dialog().getByRole('button', { name: 'Save' }).click();
  await expect(place('This year 2')).toHaveAttribute('aria-selected', 'true');
});

test('tags, a note, evidence, the history and the bin', async () => {
  const { page, card, details, dialog, place, button } = window;
  await card('Chess Club').click();
  await card('Chess Club').click({ button: 'right' });
  await menuEntry(/^Tags/).click();
  await dialog().getByRole('combobox').pressSequentially('club');
  await dialog().getByRole('option', { name: 'New tag “club”' }).click();
  await dialog().getByRole('button', { name: 'Close' }).first().click();
  await details().getByRole('textbox', { name: 'Your note' }).pressSequentially('Beat my uncle.');
  await expect(details().getByText('Saved', { exact: true })).toBeVisible();
  await details().getByRole('button', { name: 'Add evidence…' }).click();
  await dialog().getByLabel('Title').pressSequentially('The final');
  await dialog().getByRole('textbox', { name: 'Text' }).pressSequentially('31 moves.');
  await dialog().getByRole('button', { name: 'Add', exact: true }).click();
  await details().getByRole('button', { name: 'History of this badge' }).click();
  await expect(details().getByText('Tag “club” added')).toBeVisible();
  await expect(details().getByText('Evidence added: “The final”')).toBeVisible();
  await details().getByRole('button', { name: 'Take off the tag club' }).click();
  await expect(details().getByRole('button', { name: 'Take off the tag club' })).toHaveCount(0);
  await button('Undo').click();
  await expect(details().getByRole('button', { name: 'Take off the tag club' })).toBeVisible();

  await card('Chess Club').click({ button: 'right' });
  await menuEntry(/^Move to the bin/).click();
  await place('Bin 1').click();
  await page.getByRole('listbox', { name: 'Bin' }).getByRole('option').click();
  await button('Restore').click();
  await place('All badges 6').click();
  await card('Chess Club').click();
  await expect(details().getByRole('button', { name: 'Take off the tag club' })).toBeVisible();
});
