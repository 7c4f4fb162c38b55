import { expect, type Page, test } from '@playwright/test';
import { accessibilityViolations } from '../support/accessibility.ts';
import { type PageView, stagePages } from './fake-bridge/stage-pages.ts';

// The real page under the app's own policy, with a backpack of its own memory behind it: what a person sees and does
// when badges come in. What the app does with addresses is proven in tests/integration/import-addresses.test.ts.
const openPage = stagePages();
let page: Page;

async function open(view: PageView = {}) {
  page = await openPage({ badges: 12 }, view);
  await expect(page.getByRole('listbox', { name: 'Badges' })).toBeVisible();
}

const mixed = ['good.png', 'edition.json', 'again.png', 'photo.jpg', 'saved page.html', 'code.png'];
const panel = () => page.getByRole('region', { name: 'Added files' });
const rows = () => panel().getByRole('listitem');
const dialog = () => page.getByRole('dialog');
const address = 'https://badges.school.example/assertions/17';
const asked = () =>
  page.evaluate(
    () => (window as unknown as { readonly askedAddresses: readonly (readonly string[])[] }).askedAddresses,
  );

test('a pasted address is fetched after one confirmation that names its host, by keyboard', async () => {
  await open();
  await paste({ 'text/plain': ` ${address}\n` });
  await expect(dialog()).toHaveAccessibleName('Fetch a badge from badges.school.example?');
  await expect(dialog()).toContainText(
    'badges.school.example will learn that somebody at your internet address',
  );
  expect(await asked()).toEqual([]);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();
  expect(await asked()).toEqual([]);

  await paste({ 'text/plain': address });
  await page.keyboard.press('Enter');
  await expect(rows()).toHaveCount(1);
  await expect(rows()).toContainText('badges.school.example/assertions/17');
  expect(await asked()).toEqual([[address, 'badges.school.example']]);
});

test('an address typed into the paste dialog asks about its host too', async () => {
  await open();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('paste a badge');
  await page.keyboard.press('Enter');
  await page.getByLabel('The text of a badge').fill(address);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog()).toHaveAccessibleName('Fetch a badge from badges.school.example?');
});

test('a link dragged out of a browser: the window says what a drop would do, and asks', async () => {
  await open();
  await drag({ 'text/uri-list': `# from a browser\r\n${address}`, 'text/plain': address }, [
    'dragenter',
    'dragover',
  ]);
  await expect(page.locator('[data-drop-overlay]')).toContainText('Drop to fetch the badge at this address');
  await drag({ 'text/uri-list': `# from a browser\r\n${address}` }, ['drop']);
  await expect(page.locator('[data-drop-overlay]')).toBeHidden();
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  await expect(rows()).toHaveCount(1);
  expect(await asked()).toEqual([[address, 'badges.school.example']]);
});

test('a copied picture: where it came from is offered, since the copy lost its data; else it gets its row', async () => {
  await open();
  await paste(
    { 'text/html': '<img src="https://badges.school.example/baked.png">' },
    { name: 'image.png', type: 'image/png' },
  );
  await expect(dialog()).toContainText('A copied picture loses its badge data');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await paste({}, { name: 'image.png', type: 'image/png' });
  await expect(rows()).toContainText('Pasted picture');
});

test('rows that lead to a badge have a button that names the host, and its press is the agreement', async () => {
  await open();
  await drop(mixed);
  await expect(rows()).toHaveCount(6);
  const row = rows().filter({ hasText: 'saved page.html' });
  await expect(row).toContainText(
    'This page holds no badge itself, but links to one at badges.school.example.',
  );
  expect(await accessibilityViolations(page)).toEqual([]);
  await row.getByRole('button', { name: 'Fetch from badges.school.example' }).click();
  await expect(row).toHaveCount(0);
  expect(await asked()).toEqual([[address, 'badges.school.example']]);
});

test('rows are filtered by what became of the file, and copied as text', async () => {
  await open();
  await drop(mixed);
  await expect(panel().getByRole('heading')).toHaveText(
    '1 badge file added, 1 other edition added, 1 already here, 3 could not be added',
  );
  for (const [name, count] of [
    ['Not added 3', 3],
    ['Other editions 1', 1],
    ['Already here 1', 1],
    ['All 6', 6],
  ] as const) {
    await panel().getByRole('button', { name }).click();
    await expect(panel().getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
    await expect(rows()).toHaveCount(count);
  }
  await panel().getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
});

test('the last imports can be looked at again after they were dismissed, and older ones too', async () => {
  await open();
  await drop(['first.png']);
  await expect(rows()).toHaveCount(1);
  await drop(mixed);
  await expect(rows()).toHaveCount(7);
  await panel().getByRole('button', { name: 'Dismiss' }).click();
  await expect(panel()).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('last imports');
  await page.keyboard.press('Enter');
  await expect(dialog()).toHaveAccessibleName('Last imports');
  await expect(dialog().getByRole('listitem')).toHaveCount(6);
  await dialog().getByRole('button', { name: 'Not added 3' }).click();
  await expect(dialog().getByRole('listitem')).toHaveCount(3);
  expect(await accessibilityViolations(page)).toEqual([]);
  await dialog().getByRole('button', { name: 'Older' }).click();
  await expect(dialog().getByRole('listitem')).toHaveCount(1);
  await expect(dialog()).toContainText('2 of 2');
  await expect(dialog().getByRole('button', { name: 'Older' })).toBeDisabled();
});

for (const [width, height] of [
  [1280, 800],
  [900, 600],
] as const) {
  for (const dark of [false, true]) {
    test(`the rows and the dialogs at ${width} by ${height}, ${dark ? 'dark' : 'light'}: all of it is in sight`, async () => {
      await open({ width, height, dark });
      await drop(mixed);
      await expect(rows()).toHaveCount(6);
      expect(await accessibilityViolations(page)).toEqual([]);
      await picture(`rows-${width}-${dark ? 'dark' : 'light'}`);
      await panel().getByRole('button', { name: 'Last imports…' }).click();
      await expect(dialog().getByRole('listitem')).toHaveCount(6);
      await expect(dialog().getByRole('button', { name: 'Older' })).toBeInViewport();
      await picture(`last-${width}-${dark ? 'dark' : 'light'}`);
      await page.keyboard.press('Escape');
      await paste({ 'text/plain': `${address}?token=${'long'.repeat(200)}` });
      await expect(dialog().getByRole('button', { name: 'Fetch', exact: true })).toBeInViewport();
      await picture(`fetch-${width}-${dark ? 'dark' : 'light'}`);
    });
  }
}

/** With a folder for them in the environment, pictures for people to look at. */
async function picture(name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` });
}

async function drop(names: readonly string[]): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const name of given) dataTransfer.items.add(new File(['x'], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, names);
}

async function drag(texts: Readonly<Record<string, string>>, events: readonly string[]): Promise<void> {
  await page.evaluate(
    ([given, types]) => {
      const dataTransfer = new DataTransfer();
      for (const [type, text] of Object.entries(given)) dataTransfer.setData(type, text);
      for (const type of types)
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [texts, events] as const,
  );
}

async function paste(
  texts: Readonly<Record<string, string>>,
  file: { readonly name: string; readonly type: string } | null = null,
): Promise<void> {
  await page.evaluate(
    ([given, picture]) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text);
      if (picture !== null)
        clipboardData.items.add(
          new File(['x'], picture.name, { type: picture.type, lastModified: Date.now() }),
        );
      const options = { clipboardData, bubbles: true, cancelable: true };
      (document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', options));
    },
    [texts, file] as const,
  );
}
